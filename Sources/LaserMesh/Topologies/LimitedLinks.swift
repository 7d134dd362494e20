/// Links that are taken one after another as long as both ends have a terminal free.
struct LimitedLinks {
    /// The links that were taken, in the order in which they were.
    private(set) var links: [LaserLink] = []

    private let maxDegree: Int
    private var degree: [Int]
    /// For each satellite its partners so far, `maxDegree` places each.
    private var partners: [Int32]

    init(satelliteCount: Int, maxDegree: Int) {
        self.maxDegree = maxDegree
        degree = Array(repeating: 0, count: satelliteCount)
        partners = Array(repeating: -1, count: satelliteCount * maxDegree)
    }

    /// The terminals that a satellite has free.
    func free(_ satellite: Int) -> Int { maxDegree - degree[satellite] }

    /// Whether two satellites are joined.
    func contains(_ one: Int, _ other: Int) -> Bool {
        let begin = one * maxDegree
        return partners[begin..<begin + degree[one]].contains(Int32(truncatingIfNeeded: other))
    }

    /// Takes a link if both ends have a terminal free and are not joined yet.
    ///
    /// - Returns: Whether it was taken.
    @discardableResult
    mutating func add(_ one: Int, _ other: Int) -> Bool {
        guard one != other, free(one) > 0, free(other) > 0, !contains(one, other) else {
            return false
        }
        partners[one * maxDegree + degree[one]] = Int32(truncatingIfNeeded: other)
        partners[other * maxDegree + degree[other]] = Int32(truncatingIfNeeded: one)
        degree[one] += 1
        degree[other] += 1
        links.append(LaserLink(one, other))
        return true
    }
}
