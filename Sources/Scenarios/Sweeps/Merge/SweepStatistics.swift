import Numerics
import Results

/// What the summaries of a sweep say for each combination of its listed values: over the pairs, the
/// replicates and the samples that belong to it.
///
/// Written is `statistics.csv`: the keys of the listed axes, the `quantity`, how many values it has
/// and how many more are NaN, and of the values the mean, the median, the 5th and the 95th
/// percentile and the ends of the 95 % interval of the mean.
///
/// The interval is the percentile bootstrap. It takes the values as independent of one another, which
/// pairs that share a mesh are only in part.
///
/// - Note: B. Efron, "Bootstrap methods: another look at the jackknife", The Annals of Statistics 7
///   (1979) 1, DOI 10.1214/aos/1176344552.
struct SweepStatistics {
    /// Columns of the summary of which statistics are made.
    static let quantities = [
        "reachable", "min_rtt_ms", "median_rtt_ms", "mean_rtt_ms", "max_rtt_ms", "route_changes",
        "min_hops", "max_hops",
    ]

    /// Samples that are drawn with replacement for the interval of a mean.
    static let resamples = 500

    private let plan: SweepPlan
    private let keys: [String]
    /// Which variables are listed ones.
    private let listed: [Int]
    private var groups: [[String]] = []
    private var places: [[String]: Int] = [:]
    /// For each group and each quantity its values.
    private var values: [[[Double]]] = []

    init(_ plan: SweepPlan) {
        self.plan = plan
        let variables = plan.sweep.variables
        listed = variables.indices.filter {
            if case .listed = variables[$0].points { true } else { false }
        }
        keys = listed.map { variables[$0].key.text }
    }

    /// Takes the summary of a run.
    mutating func add(_ summary: CSVTable, of run: SweepRun) throws {
        let all = plan.values(of: run)
        let key = listed.map { all[$0] }
        let place: Int
        if let known = places[key] {
            place = known
        } else {
            place = groups.count
            places[key] = place
            groups.append(key)
            values.append(Array(repeating: [], count: Self.quantities.count))
        }
        for (index, quantity) in Self.quantities.enumerated() {
            values[place][index] += try summary.doubles(quantity, allowing: .nan)
        }
    }

    /// Writes the table, in the order in which combinations first come.
    func write(into folder: ResultFolder) throws {
        let table = try folder.table(
            "statistics.csv",
            columns: keys + [
                "quantity", "count", "omitted", "mean", "median", "q05", "q95", "mean_low",
                "mean_high",
            ])
        for (group, key) in groups.enumerated() {
            for (index, quantity) in Self.quantities.enumerated() {
                var row = RowBuffer()
                for value in key { row.append(value) }
                row.append(quantity)
                let label = (key + [quantity]).joined(separator: "\n")
                try append(values[group][index], label: label, to: &row)
                row.endRow()
                try table.append(row)
            }
        }
    }

    private func append(_ values: [Double], label: String, to row: inout RowBuffer) throws {
        guard values.contains(where: \.isFinite) else {
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
        let interval = try Self.interval(
            of: statistics.sorted, seed: plan.sweep.seed, stream: UInt64(StableHash.fnv(label)))
        row.append(interval.low)
        row.append(interval.high)
    }

    /// The percentile bootstrap interval of the mean at 95 %.
    static func interval(
        of sample: [Double], seed: UInt64, stream: UInt64
    ) throws -> (low: Double, high: Double) {
        guard let first = sample.first, let last = sample.last, first < last else {
            return (sample.first ?? .nan, sample.first ?? .nan)
        }
        let random = try RandomStream(seed: seed, stream: stream)
        let means = (0..<Self.resamples).map { _ in
            var sum = 0.0
            for _ in sample.indices { sum += sample[random.integer(below: sample.count)] }
            return sum / Double(sample.count)
        }
        let statistics = try Statistics(means)
        return (statistics.quantile(0.025), statistics.quantile(0.975))
    }
}
