/// What `summary.csv` of one result folder says of its pairs.
public struct SummaryResults: Sendable {
    /// What a legend calls the folder: its name.
    public let name: String

    /// Distances along the great circle [km].
    let distanceKm: [Double]

    /// Least round-trip times [ms]; NaN where a pair is never reached.
    let leastMs: [Double]

    /// Greatest round-trip times [ms]; NaN where a pair is never reached.
    let greatestMs: [Double]

    /// Changes of route.
    let changes: [Int]

    /// SHA-256 of the table.
    let hash: String

    /// Whether a folder holds routes, of which `latency.csv` may have been too large to keep.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/summary.csv")
    }

    /// Reads a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - beyondKm: Pairs that are no farther apart are left out [km].
    /// - Throws: ``FigureError/input(_:)`` when the folder or the table is missing,
    ///   ``FigureError/table(_:)`` when it is not what it should be, and
    ///   ``FigureError/nothingToDraw(folder:table:)`` when it has no pair so far apart.
    public init(folder: String, beyondKm: Double = 0) throws(FigureError) {
        var tables = try ResultTables(folder: folder, with: ["summary.csv"])
        do throws(CSVError) {
            let table = try tables.table("summary.csv")
            let distances = try table.doubles("great_circle_km")
            let least = try table.doubles("min_rtt_ms", allowing: .nan)
            let greatest = try table.doubles("max_rtt_ms", allowing: .nan)
            let changes = try table.ints("route_changes")
            // Of several routes of a pair the first one stands for it.
            let ranks = table.hasColumn("rank") ? try table.ints("rank") : nil
            let rows = distances.indices.filter {
                distances[$0] > beyondKm && ranks?[$0] ?? 1 == 1
            }
            distanceKm = rows.map { distances[$0] }
            leastMs = rows.map { least[$0] }
            greatestMs = rows.map { greatest[$0] }
            self.changes = rows.map { changes[$0] }
        } catch {
            throw FigureError(error)
        }
        guard !distanceKm.isEmpty else {
            throw .nothingToDraw(folder: folder, table: "summary.csv")
        }
        let path = Disk.absolute(folder)
        name = path.split(separator: "/").last.map(String.init) ?? path
        hash = tables.hashes["summary.csv"] ?? ""
    }
}
