/// What each task of a Slurm job asks for.
///
/// The values go into `#SBATCH` lines as they stand, so that each has a check of its own; see
/// sbatch(1).
public struct SlurmDemand: Sendable, Hashable {
    /// Memory of a task: a whole number with a unit, such as `2G`.
    public var memory: String

    /// The longest time that a task may take, such as `30` [min], `01:00:00` or `2-12`.
    public var time: String

    /// Cores of a task; as many runs are done at the same time.
    public var coresPerTask: Int

    /// The partition, or several with commas between; `nil` for the cluster's default.
    public var partition: String?

    /// The account that is charged; `nil` for the user's default.
    public var account: String?

    /// Creates a demand.
    public init(
        memory: String = "2G", time: String = "01:00:00", coresPerTask: Int = 1,
        partition: String? = nil, account: String? = nil
    ) {
        self.memory = memory
        self.time = time
        self.coresPerTask = coresPerTask
        self.partition = partition
        self.account = account
    }

    /// Whether a text is an amount of memory: a whole number above 0, in MiB or with `K`, `M`, `G`
    /// or `T`.
    public static func isMemory(_ text: String) -> Bool {
        var digits = Substring(text)
        if let unit = digits.last, "KMGT".contains(unit) { digits.removeLast() }
        return number(digits).map { $0 > 0 } ?? false
    }

    /// Whether a text is a length of time above 0 in one of Slurm's forms: `minutes`,
    /// `minutes:seconds`, `hours:minutes:seconds`, `days-hours`, `days-hours:minutes` or
    /// `days-hours:minutes:seconds`.
    public static func isTime(_ text: String) -> Bool {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let clock = halves.last, halves.count <= 2 else { return false }
        let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count <= 3 else { return false }
        let all = halves.dropLast() + fields
        let numbers = all.compactMap(number)
        return numbers.count == all.count && numbers.contains { $0 > 0 }
    }

    /// Whether a text may name partitions or an account: letters, digits and `._-+@,` of ASCII, the
    /// first no `-`.
    public static func isName(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("-")
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic
                        || "0123456789._-+@,".unicodeScalars.contains($0))
            }
    }

    /// A number of decimal digits only, without a sign.
    private static func number(_ digits: Substring) -> Int? {
        guard (1...9).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(digits)
    }
}
