/// The tables of a `helio-resilience` result folder that figures are drawn from.
public struct ResilienceResults: Sendable {
    /// The distributions at an instant.
    struct Instant: Sendable {
        var timeS: Double
        /// Round-trip time [ms] by share of pairs and samples with a route.
        var rttMs: [(share: Double, value: Double)] = []
        /// The same over that without failures.
        var stretch: [(share: Double, value: Double)] = []
        /// The share of samples in which each pair has a route.
        var reachability: [Double] = []
    }

    /// The instants, in the order of the tables.
    let instants: [Instant]

    /// SHA-256 of each table that was read, by file name.
    public let hashes: [String: String]

    /// Whether a folder holds results under failures.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/resilience_distribution.csv")
    }

    /// Reads a folder.
    ///
    /// - Throws: ``FigureError/input(_:)`` when the folder or a table is missing,
    ///   ``FigureError/table(_:)`` when a table is not what it should be, and
    ///   ``FigureError/nothingToDraw(folder:table:)``.
    public init(folder: String) throws(FigureError) {
        let names = ["resilience_distribution.csv", "resilience.csv"]
        var tables = try ResultTables(folder: folder, with: names)
        var instants: [Instant] = []
        do throws(CSVError) {
            instants = try Self.distributions(tables.table(names[0]))
            try Self.add(tables.table(names[1]), to: &instants)
        } catch {
            throw FigureError(error)
        }
        guard !instants.isEmpty else { throw .nothingToDraw(folder: folder, table: names[0]) }
        self.instants = instants
        hashes = tables.hashes
    }

    private static func distributions(_ table: CSVTable) throws(CSVError) -> [Instant] {
        let times = try table.doubles("time_s")
        let shares = try table.doubles("quantile")
        let rtts = try table.doubles("rtt_ms", allowing: .nan)
        let stretches = try table.doubles("stretch", allowing: .nan)
        var instants: [Instant] = []
        for row in 0..<table.rowCount {
            if instants.last?.timeS != times[row] { instants.append(Instant(timeS: times[row])) }
            instants[instants.count - 1].rttMs.append((shares[row], rtts[row]))
            instants[instants.count - 1].stretch.append((shares[row], stretches[row]))
        }
        return instants
    }

    private static func add(
        _ pairs: CSVTable, to instants: inout [Instant]
    ) throws(CSVError) {
        let times = try pairs.doubles("time_s")
        let reachability = try pairs.doubles("reachability", allowing: .nan)
        for place in instants.indices {
            for row in 0..<pairs.rowCount where times[row] == instants[place].timeS {
                instants[place].reachability.append(reachability[row])
            }
        }
    }
}
