/// From what distance on the mesh is faster, instant by instant: `crossover_times.csv`.
struct CrossoverTimes: Sendable {
    /// The crossover against one thing.
    struct Series: Sendable {
        /// Against what.
        var name: String
        /// Instants [s].
        var times: [Double] = []
        /// The distance at each [km]; NaN for none.
        var distancesKm: [Double] = []
        /// The share of the pairs that the mesh wins at each.
        var wins: [Double] = []
    }

    /// The series, in the order of the table.
    let series: [Series]

    /// SHA-256 of the table, by its name.
    let hashes: [String: String]

    /// Reads a folder; `nil` where it has no such table, or no two instants.
    init?(folder: String) throws(FigureError) {
        let name = "crossover_times.csv"
        guard InputFile.exists(folder + "/" + name) else { return nil }
        var tables = try ResultTables(folder: folder, with: [name])
        var series: [Series] = []
        do throws(CSVError) {
            let table = try tables.table(name)
            let times = try table.doubles("time_s")
            let against = try table.strings("against")
            let distances = try table.doubles("crossover_km", allowing: .nan)
            let pairs = try table.doubles("pairs")
            let beyond = try table.doubles("wins_beyond")
            let below = try table.doubles("wins_below")
            for row in times.indices {
                let place =
                    series.firstIndex { $0.name == against[row] }
                    ?? {
                        series.append(Series(name: against[row]))
                        return series.count - 1
                    }()
                series[place].times.append(times[row])
                series[place].distancesKm.append(distances[row])
                series[place].wins.append((beyond[row] + below[row]) / max(1, pairs[row]))
            }
        } catch {
            throw FigureError(error)
        }
        guard series.contains(where: { $0.times.count > 1 }) else { return nil }
        self.series = series
        hashes = tables.hashes
    }
}
