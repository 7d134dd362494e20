/// The tables of a `helio-compare` result folder that figures are drawn from.
public struct ComparisonResults: Sendable {
    /// A pair of stations.
    struct Pair: Sendable {
        var source: String
        var destination: String
        var distanceKm: Double
        /// Round-trip times [ms]; NaN where there is no way or no measurement.
        var meshMs: Double
        var fibreMs: Double
        var measuredMs: Double
    }

    /// A station or a gateway.
    struct Site: Sendable {
        var latitudeDeg: Double
        var longitudeDeg: Double
        var isStation: Bool
    }

    /// The pairs, in the order of the table.
    let pairs: [Pair]

    /// The sites by name.
    let sites: [String: Site]

    /// The names of the stations, in their order.
    let stations: [String]

    /// The distance beyond which the mesh beats fibre [km]; NaN for none.
    let crossoverKm: Double

    /// The crossover over time; `nil` where there is no such table, or a single instant.
    let crossoverTimes: CrossoverTimes?

    /// How well models of fibre fit measurements; `nil` where there are none.
    let calibration: CalibrationResults?

    /// The price of country sets; `nil` where there are none.
    let sovereignty: SovereigntyResults?

    /// SHA-256 of each table that was read, by file name.
    public let hashes: [String: String]

    /// Whether a folder holds a comparison.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/comparison_summary.csv")
    }

    /// Reads a folder.
    ///
    /// - Throws: ``FigureError/input(_:)`` when the folder or a table is missing,
    ///   ``FigureError/table(_:)`` when a table is not what it should be, and
    ///   ``FigureError/nothingToDraw(folder:table:)``.
    public init(folder: String) throws(FigureError) {
        let names = ["comparison_summary.csv", "sites.csv", "crossover.csv"]
        var tables = try ResultTables(folder: folder, with: names)
        do throws(CSVError) {
            pairs = try Self.pairs(tables.table(names[0]))
            let table = try tables.table(names[1])
            let all = try table.strings("name")
            let kinds = try table.strings("kind")
            let latitudes = try table.doubles("latitude_deg")
            let longitudes = try table.doubles("longitude_deg")
            var sites: [String: Site] = [:]
            for row in all.indices {
                sites[all[row]] = Site(
                    latitudeDeg: latitudes[row], longitudeDeg: longitudes[row],
                    isStation: kinds[row] == "station")
            }
            self.sites = sites
            stations = all.indices.filter { kinds[$0] == "station" }.map { all[$0] }
            let crossover = try tables.table(names[2])
            let against = try crossover.strings("against")
            let distances = try crossover.doubles("crossover_km", allowing: .nan)
            crossoverKm = against.firstIndex(of: "fibre").map { distances[$0] } ?? .nan
        } catch {
            throw FigureError(error)
        }
        guard !pairs.isEmpty else { throw .nothingToDraw(folder: folder, table: names[0]) }
        sovereignty = try SovereigntyResults(folder: folder)
        crossoverTimes = try CrossoverTimes(folder: folder)
        calibration = try CalibrationResults(folder: folder)
        hashes = [sovereignty?.hashes, crossoverTimes?.hashes, calibration?.hashes]
            .compactMap { $0 }.reduce(tables.hashes) { $0.merging($1) { first, _ in first } }
    }

    private static func pairs(_ table: CSVTable) throws(CSVError) -> [Pair] {
        let sources = try table.strings("source")
        let destinations = try table.strings("destination")
        let distances = try table.doubles("distance_km")
        let mesh = try table.doubles("mesh_median_rtt_ms", allowing: .nan)
        let fibre = try table.doubles("fibre_rtt_ms", allowing: .nan)
        let measured = try table.doubles("measured_rtt_ms", allowing: .nan)
        return sources.indices.map { row in
            Pair(
                source: sources[row], destination: destinations[row], distanceKm: distances[row],
                meshMs: mesh[row], fibreMs: fibre[row], measuredMs: measured[row])
        }
    }
}
