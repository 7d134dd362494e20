/// The tables of a `helio-flow` result folder that figures are drawn from.
public struct FlowResults: Sendable {
    /// What the demands get at an instant.
    struct Rates: Sendable {
        var timeS: Double
        /// Rate of each demand [Gbps].
        var gbps: [Double] = []
        /// What each demand asks for [Gbps]; NaN for maximum flows.
        var demandGbps: [Double] = []
    }

    /// Load and capacity of a link in one direction at an instant [Gbps].
    struct Load: Sendable {
        var timeS: Double
        var a: String
        var b: String
        var gbps: Double
        var capacityGbps: Double
    }

    /// Where a node stands at an instant.
    struct Place: Sendable {
        var isStation: Bool
        var latitudeDeg: Double
        var longitudeDeg: Double
    }

    /// The rates, by instant.
    let rates: [Rates]

    /// The loads; none of flows that are each alone.
    let loads: [Load]

    /// The places of nodes by name, at each instant; empty without `places.csv`.
    let places: [Double: [String: Place]]

    /// SHA-256 of each table that was read, by file name.
    public let hashes: [String: String]

    /// Whether a folder holds the results of flows.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/flows.csv")
    }

    /// Reads a folder.
    ///
    /// - Parameters:
    ///   - folder: The result folder of a `helio-flow` run.
    ///   - timeS: The instant to read [s], the last one at or before it; `nil` for all.
    /// - Throws: ``FigureError/input(_:)`` when the folder or a table is missing,
    ///   ``FigureError/table(_:)`` when a table is not what it should be,
    ///   ``FigureError/nothingToDraw(folder:table:)``, and
    ///   ``FigureError/outsideWindow(timeS:firstS:lastS:)``.
    public init(folder: String, atS timeS: Double? = nil) throws(FigureError) {
        var tables = try ResultTables(folder: folder, with: ["flows.csv", "utilisation.csv"])
        var rates: [Rates]
        var loads: [Load]
        var places: [Double: [String: Place]] = [:]
        do throws(CSVError) {
            rates = try Self.rates(tables.table("flows.csv"))
            loads = try Self.loads(tables.table("utilisation.csv"))
            if tables.has("places.csv") { places = try Self.places(tables.table("places.csv")) }
        } catch {
            throw FigureError(error)
        }
        guard let first = rates.first?.timeS, let last = rates.last?.timeS else {
            throw .nothingToDraw(folder: folder, table: "flows.csv")
        }
        if let timeS {
            guard timeS >= first, timeS <= last else {
                throw .outsideWindow(timeS: timeS, firstS: first, lastS: last)
            }
            let instant = rates.last { $0.timeS <= timeS }?.timeS
            rates = rates.filter { $0.timeS == instant }
            loads = loads.filter { $0.timeS == instant }
        }
        self.rates = rates
        self.loads = loads
        self.places = places
        hashes = tables.hashes
    }

    private static func rates(_ table: CSVTable) throws(CSVError) -> [Rates] {
        let times = try table.doubles("time_s")
        let gbps = try table.doubles("rate_gbps")
        let demands = try table.doubles("demand_gbps", allowing: .nan)
        var rates: [Rates] = []
        for row in 0..<table.rowCount {
            if rates.last?.timeS != times[row] { rates.append(Rates(timeS: times[row])) }
            rates[rates.count - 1].gbps.append(gbps[row])
            rates[rates.count - 1].demandGbps.append(demands[row])
        }
        return rates
    }

    private static func loads(_ table: CSVTable) throws(CSVError) -> [Load] {
        let times = try table.doubles("time_s")
        let (a, b) = (try table.strings("a"), try table.strings("b"))
        let gbps = try table.doubles("load_gbps")
        let capacities = try table.doubles("capacity_gbps", allowing: .infinity)
        return (0..<table.rowCount).map {
            Load(
                timeS: times[$0], a: a[$0], b: b[$0], gbps: gbps[$0], capacityGbps: capacities[$0])
        }
    }

    private static func places(
        _ table: CSVTable
    ) throws(CSVError) -> [Double: [String: Place]] {
        let times = try table.doubles("time_s")
        let nodes = try table.strings("node")
        let kinds = try table.strings("kind")
        let latitudes = try table.doubles("latitude_deg")
        let longitudes = try table.doubles("longitude_deg")
        var places: [Double: [String: Place]] = [:]
        for row in 0..<table.rowCount {
            places[times[row], default: [:]][nodes[row]] = Place(
                isStation: kinds[row] == "station", latitudeDeg: latitudes[row],
                longitudeDeg: longitudes[row])
        }
        return places
    }
}
