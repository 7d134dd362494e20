/// How values are distributed over weights, such as latencies over people.
///
/// Values that are not finite are out of reach: they count in the whole and in no quantile.
public struct WeightedDistribution: Sendable {
    private var values: [(value: Double, weight: Double)] = []
    private var total = 0.0

    /// Creates a distribution of nothing.
    public init() {}

    /// Adds a value with its weight.
    public mutating func add(_ value: Double, weight: Double) {
        precondition(weight >= 0)
        total += weight
        if value.isFinite { values.append((value, weight)) }
    }

    /// Adds all of another distribution.
    public mutating func add(_ other: WeightedDistribution) {
        values += other.values
        total += other.total
    }

    /// The weight of the finite values.
    public var reachedWeight: Double { values.reduce(0) { $0 + $1.weight } }

    /// Their share of all; NaN where there is no weight.
    public var reachedShare: Double { total > 0 ? reachedWeight / total : .nan }

    /// Mean of the finite values; NaN where there are none.
    public var mean: Double {
        let reached = reachedWeight
        return reached > 0
            ? values.reduce(0) { $0 + $1.value * $1.weight } / reached : .nan
    }

    /// The least values that shares of the finite ones do not exceed; NaN where there are none.
    ///
    /// - Parameter shares: From 0 to 1, in any order.
    /// - Complexity: O(values · log values).
    public func quantiles(_ shares: [Double]) -> [Double] {
        let sorted = values.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
        guard !sorted.isEmpty else { return shares.map { _ in .nan } }
        var sums: [Double] = []
        var sum = 0.0
        for entry in sorted {
            sum += entry.weight
            sums.append(sum)
        }
        return shares.map { share in
            // Sums of many weights err in their last digits.
            let goal = share * sum * (1 - 1e-12)
            var (low, high) = (0, sums.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if sums[middle] >= goal { high = middle } else { low = middle + 1 }
            }
            return sorted[low].value
        }
    }

    /// The share of all weight whose value is at most a limit.
    public func share(within limit: Double) -> Double {
        total > 0 ? values.reduce(0) { $0 + ($1.value <= limit ? $1.weight : 0) } / total : .nan
    }
}
