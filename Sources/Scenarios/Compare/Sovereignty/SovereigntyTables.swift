import Numerics
import Orbits
import Results
import Terrestrial

/// The tables of the price of sovereignty.
struct SovereigntyTables {
    private let comparison: Comparison
    /// Round-trip times without any set, instant by instant [ms].
    private let base: [Double]
    private let pairs: TableWriter
    private let summary: TableWriter
    private let alibis: TableWriter
    private var pairRows = RowBuffer()
    private var summaryRows = RowBuffer()
    private var alibiRows = RowBuffer()

    /// Begins the tables.
    init(_ comparison: Comparison, base: [Double], in folder: ResultFolder) throws {
        self.comparison = comparison
        self.base = base
        pairs = try folder.table(
            "sovereignty.csv",
            columns: [
                "set", "predicate", "source", "destination", "reachability", "lost_reachability",
                "median_rtt_ms", "free_median_rtt_ms", "median_added_ms", "max_added_ms",
            ])
        summary = try folder.table(
            "sovereignty_summary.csv",
            columns: [
                "set", "predicate", "pairs", "barred_stations", "barred_pairs", "reachability",
                "lost_reachability", "median_added_ms", "mean_added_ms", "p95_added_ms",
                "max_added_ms",
            ])
        alibis = try folder.table(
            "alibis.csv",
            columns: [
                "set", "source", "destination", "min_one_way_ms", "median_one_way_ms",
                "vacuum_bound_ms", "fibre_bound_ms", "proven_by_vacuum", "proven_by_fibre",
            ])
    }

    /// Takes the round-trip times of one case, instant by instant [ms].
    mutating func append(_ one: SovereigntyCase, _ times: [Double]) {
        let count = comparison.pairs.count
        let instants = times.count / max(1, count)
        var allAdded: [Double] = []
        var (reached, lost, barred) = (0, 0, 0)
        for (index, pair) in comparison.pairs.enumerated() {
            let places = stride(from: index, to: times.count, by: count)
            let ours = places.map { times[$0] }
            let free = places.map { base[$0] }
            let added = zip(ours, free).map { $0 - $1 }.filter(\.isFinite)
            let isReached = ours.count(where: \.isFinite)
            let isLost = zip(ours, free).count { $0.isNaN && $1.isFinite }
            reached += isReached
            lost += isLost
            if one.barredStations.contains(pair.source)
                || one.barredStations.contains(pair.destination)
            {
                barred += 1
            }
            allAdded += added
            pairRows.row(
                one.set, one.predicate, comparison.sites[pair.source].name,
                comparison.sites[pair.destination].name, Double(isReached) / Double(instants),
                Double(isLost) / Double(instants), Self.quantile(ours, 0.5),
                Self.quantile(free, 0.5), Self.quantile(added, 0.5), added.max() ?? .nan)
        }
        let all = Double(max(1, times.count))
        summaryRows.row(
            one.set, one.predicate, count, one.barredStations.count, barred,
            Double(reached) / all, Double(lost) / all, Self.quantile(allAdded, 0.5),
            allAdded.isEmpty ? .nan : allAdded.reduce(0, +) / Double(allAdded.count),
            Self.quantile(allAdded, 0.95), allAdded.max() ?? .nan)
    }

    /// Takes what the free routes prove of a set: at which part of the instants their one-way times are
    /// below each bound.
    mutating func appendAlibis(of set: CountrySet) {
        guard let alibi = set.alibi else { return }
        let count = comparison.pairs.count
        for (index, pair) in comparison.pairs.enumerated() {
            let oneWay = stride(from: index, to: base.count, by: count)
                .map { base[$0] / 2 }.filter(\.isFinite)
            let ends = (
                comparison.sites[pair.source].place, comparison.sites[pair.destination].place
            )
            let vacuum = alibi.leastMs(from: ends.0, to: ends.1, through: .vacuum)
            let fibre = alibi.leastMs(from: ends.0, to: ends.1, through: .fibre)
            func share(below bound: Double) -> Double {
                oneWay.isEmpty
                    ? .nan : Double(oneWay.count { $0 < bound }) / Double(oneWay.count)
            }
            alibiRows.row(
                set.name, comparison.sites[pair.source].name,
                comparison.sites[pair.destination].name, oneWay.min() ?? .nan,
                Self.quantile(oneWay, 0.5), vacuum, fibre, share(below: vacuum),
                share(below: fibre))
        }
    }

    /// Writes what was taken.
    func write() throws {
        try pairs.append(pairRows)
        try summary.append(summaryRows)
        try alibis.append(alibiRows)
    }

    private static func quantile(_ values: [Double], _ probability: Double) -> Double {
        (try? Statistics(finiteOf: values))?.quantile(probability) ?? .nan
    }
}
