/// The tables of a `helio-route` result folder that figures are drawn from.
public struct RouteResults: Sendable {
    /// The pairs in the order in which they first occur in `latency.csv`.
    public let series: [PairSeries]

    /// The places of each route's nodes, source first; empty without `waypoints.csv`.
    public let waypoints: [Int: [Waypoint]]

    /// How long routes serve; `nil` without `lifetimes.csv`.
    let lifetimes: RouteLifetimes?

    /// SHA-256 of each table that was read, by file name.
    public let hashes: [String: String]

    /// Reads the folder; `summary.csv`, `waypoints.csv` and `lifetimes.csv` may be
    /// missing.
    ///
    /// - Throws: ``FigureError/input(_:)`` when the folder or a table is missing, and
    ///   ``FigureError/table(_:)`` when a table is not what it should be.
    public init(folder: String) throws(FigureError) {
        var reader = Reader(
            tables: try ResultTables(folder: folder, with: ["latency.csv"]))
        do throws(CSVError) {
            var series = try reader.latency()
            try reader.addFibre(to: &series)
            self.series = series
            waypoints = try reader.waypoints()
            lifetimes = try RouteLifetimes(&reader.tables)
            hashes = reader.tables.hashes
        } catch {
            throw FigureError(error)
        }
        guard !series.isEmpty else { throw .nothingToDraw(folder: folder, table: "latency.csv") }
    }

    /// The series of the pairs that are asked for, with all their ranks, or all when none is.
    ///
    /// A pair is found in either direction, and with spaces for underscores.
    ///
    /// - Throws: ``FigureError/unknownPair(source:destination:known:)``.
    public func selected(
        _ pairs: [(source: String, destination: String)]
    ) throws(FigureError) -> [PairSeries] {
        guard !pairs.isEmpty else { return series }
        func plain(_ name: String) -> String { name.replacing("_", with: " ") }
        var selected: [PairSeries] = []
        for pair in pairs {
            let ends = (plain(pair.source), plain(pair.destination))
            let same = series.filter { (plain($0.source), plain($0.destination)) == ends }
            let matches =
                same.isEmpty
                ? series.filter { (plain($0.destination), plain($0.source)) == ends } : same
            guard !matches.isEmpty else {
                throw .unknownPair(
                    source: pair.source, destination: pair.destination,
                    known: series.map(\.title))
            }
            for match in matches where !selected.contains(match) { selected.append(match) }
        }
        return selected
    }

    private struct Reader {
        var tables: ResultTables

        mutating func latency() throws(CSVError) -> [PairSeries] {
            let table = try tables.table("latency.csv")
            let sources = try table.strings("source")
            let destinations = try table.strings("destination")
            let times = try table.doubles("time_s")
            let rtts = try table.doubles("rtt_ms", allowing: .nan)
            let hops = try table.ints("hops")
            let routes = try table.optionalInts("route")
            let ranks = table.hasColumn("rank") ? try table.ints("rank") : nil
            var series: [PairSeries] = []
            var places: [Pair: Int] = [:]
            for row in 0..<table.rowCount {
                var pair = Pair(source: sources[row], destination: destinations[row])
                let first = ranks == nil ? nil : places[pair]
                if let rank = ranks?[row], rank > 1 { pair.rank = rank }
                let place = places[pair] ?? series.count
                if place == series.count {
                    places[pair] = place
                    series.append(
                        PairSeries(
                            source: pair.source, destination: pair.destination, rank: ranks?[row]))
                }
                // A route of rank 1 stands at every instant, the others where there are so many.
                if let first, first != place {
                    series[place].fillGap(
                        upTo: series[first].timesS.count - 1, after: series[first])
                }
                if let last = series[place].timesS.last, last >= times[row] {
                    throw table.badCell(
                        row: row, column: "time_s", expected: "an instant after \(last)")
                }
                series[place].timesS.append(times[row])
                series[place].rttMs.append(rtts[row])
                series[place].hops.append(hops[row])
                series[place].routes.append(rtts[row].isNaN ? nil : routes[row])
            }
            for place in series.indices where series[place].rank ?? 1 > 1 {
                let pair = Pair(
                    source: series[place].source, destination: series[place].destination)
                guard let first = places[pair] else { continue }
                series[place].fillGap(upTo: series[first].timesS.count, after: series[first])
            }
            return series
        }

        mutating func addFibre(to series: inout [PairSeries]) throws(CSVError) {
            guard tables.has("summary.csv") else { return }
            let table = try tables.table("summary.csv")
            guard table.hasColumn("fibre_rtt_ms") else { return }
            let sources = try table.strings("source")
            let destinations = try table.strings("destination")
            let fibre = try table.doubles("fibre_rtt_ms", allowing: .nan)
            var byPair: [Pair: Double] = [:]
            for row in 0..<table.rowCount where !fibre[row].isNaN {
                byPair[Pair(source: sources[row], destination: destinations[row])] = fibre[row]
            }
            // Once for all ranks of a pair.
            for place in series.indices where series[place].rank ?? 1 == 1 {
                let pair = Pair(
                    source: series[place].source, destination: series[place].destination)
                series[place].fibreRTTMs = byPair[pair]
            }
        }

        mutating func waypoints() throws(CSVError) -> [Int: [Waypoint]] {
            guard tables.has("waypoints.csv") else { return [:] }
            let table = try tables.table("waypoints.csv")
            let routes = try table.ints("route")
            let times = try table.doubles("time_s")
            let nodes = try table.strings("node")
            let kinds = try table.strings("kind")
            let latitudes = try table.doubles("latitude_deg")
            let longitudes = try table.doubles("longitude_deg")
            var waypoints: [Int: [Waypoint]] = [:]
            for row in 0..<table.rowCount {
                guard kinds[row] == "station" || kinds[row] == "satellite" else {
                    throw table.badCell(
                        row: row, column: "kind", expected: "satellite or station")
                }
                guard abs(latitudes[row]) <= 90 else {
                    throw table.badCell(
                        row: row, column: "latitude_deg", expected: "a latitude of -90 to 90")
                }
                guard abs(longitudes[row]) <= 360 else {
                    throw table.badCell(
                        row: row, column: "longitude_deg", expected: "a longitude of -180 to 180")
                }
                waypoints[routes[row], default: []].append(
                    Waypoint(
                        node: nodes[row], isStation: kinds[row] == "station", timeS: times[row],
                        latitudeDeg: latitudes[row], longitudeDeg: longitudes[row]))
            }
            return waypoints
        }
    }

    private struct Pair: Hashable {
        var source: String
        var destination: String
        /// `nil` for the first one.
        var rank: Int?
    }
}
