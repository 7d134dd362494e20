import Numerics
import Results

/// What the summaries of a sweep say for each combination of its listed values, and for each rank
/// where routes have ranks: over the pairs or the instants, the replicates and the samples that belong
/// to it.
///
/// Written is `statistics.csv`, or `flow_statistics.csv` of flows: the keys of the listed axes, the `quantity`, how many values it has
/// and how many more are NaN, and of the values the mean, the median, the 5th and the 95th
/// percentile and the ends of the 95 % interval of the mean.
///
/// The interval is that of `MeanBootstrap`, which draws whole rows of the summary. It takes them as
/// independent of one another, which pairs that share a mesh are only in part.
struct SweepStatistics {
    /// Columns of a summary of which statistics are made.
    static func quantities(of table: SweepTable) -> [String] {
        switch table {
        case .summary:
            [
                "reachable", "min_rtt_ms", "median_rtt_ms", "mean_rtt_ms", "max_rtt_ms",
                "route_changes", "min_hops", "max_hops",
            ]
        case .flowSummary:
            ["unreachable", "unmet", "demand_gbps", "carried_gbps", "value", "max_utilisation"]
        case .latency, .intervals, .routes, .flows: []
        }
    }

    /// The summary of which these are the statistics.
    let table: SweepTable

    private let plan: SweepPlan
    private let quantities: [String]
    private let hasRanks: Bool
    private let keys: [String]
    /// Which variables are listed ones.
    private let listed: [Int]
    private var groups: [[String]] = []
    private var places: [[String]: Int] = [:]
    /// For each group and each quantity its values.
    private var values: [[[Double]]] = []

    init(_ plan: SweepPlan, of table: SweepTable) {
        self.plan = plan
        self.table = table
        quantities = Self.quantities(of: table)
        hasRanks = plan.sweep.hasRanks && !table.isOfFlows
        let variables = plan.sweep.variables
        listed = variables.indices.filter {
            if case .listed = variables[$0].points { true } else { false }
        }
        keys = listed.map { variables[$0].key.text } + (hasRanks ? ["rank"] : [])
    }

    /// Takes the summary of a run.
    mutating func add(_ summary: CSVTable, of run: SweepRun) throws {
        guard summary.rowCount > 0 else { return }
        let all = plan.values(of: run)
        let key = listed.map { all[$0] }
        let columns = try quantities.map { try summary.doubles($0, allowing: .nan) }
        guard hasRanks else {
            let place = group(of: key)
            for (index, column) in columns.enumerated() { values[place][index] += column }
            return
        }
        let ranks = summary.hasColumn("rank") ? try summary.strings("rank") : nil
        for row in 0..<summary.rowCount {
            let place = group(of: key + [ranks?[row] ?? "1"])
            for (index, column) in columns.enumerated() {
                values[place][index].append(column[row])
            }
        }
    }

    /// The place of a group, which is made where it is new.
    private mutating func group(of key: [String]) -> Int {
        if let known = places[key] { return known }
        places[key] = groups.count
        groups.append(key)
        values.append(Array(repeating: [], count: quantities.count))
        return groups.count - 1
    }

    /// Writes the table, in the order in which combinations first come.
    func write(into folder: ResultFolder) throws {
        let table = try folder.table(
            self.table.isOfFlows ? "flow_statistics.csv" : "statistics.csv",
            columns: keys + [
                "quantity", "count", "omitted", "mean", "median", "q05", "q95", "mean_low",
                "mean_high",
            ])
        var bootstrap = MeanBootstrap(seed: plan.sweep.seed)
        var rows = RowBuffer()
        for (group, key) in groups.enumerated() {
            let intervals = try bootstrap.intervals(of: values[group])
            for (index, quantity) in quantities.enumerated() {
                for value in key { rows.append(value) }
                rows.append(quantity)
                try Self.append(values[group][index], intervals[index], to: &rows)
                rows.endRow()
            }
            try table.append(rows)
            rows.removeAll()
        }
    }

    private static func append(
        _ values: [Double], _ interval: ClosedRange<Double>?, to row: inout RowBuffer
    ) throws {
        guard let interval else {
            row.append(0)
            row.append(values.count)
            for _ in 0..<6 { row.append(Double.nan) }
            return
        }
        let statistics = try Statistics(finiteOf: values)
        row.append(statistics.count)
        row.append(statistics.omittedCount)
        row.append(statistics.mean)
        row.append(statistics.median)
        row.append(statistics.quantile(0.05))
        row.append(statistics.quantile(0.95))
        row.append(interval.lowerBound)
        row.append(interval.upperBound)
    }
}
