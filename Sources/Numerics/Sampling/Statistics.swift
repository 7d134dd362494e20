import Orbits
internal import CGSL

/// The figures that describe a sample of numbers.
///
/// A sample has at least one number, and all are finite: an unreachable instant (NaN) is neither a
/// small nor a large latency, so ``init(_:)`` refuses it and ``init(finiteOf:)`` leaves it out and
/// says how many there were. Nothing is skipped in silence.
public struct Statistics: Sendable, Equatable {
    /// The numbers in ascending order.
    public let sorted: [Double]

    /// How many numbers were left out because they are not finite.
    public let omittedCount: Int

    /// Takes a sample.
    ///
    /// - Parameter values: At least one number, all finite.
    /// - Throws: ``GSLError/tooFewPoints(found:needed:)`` for an empty sample,
    ///   ``GSLError/inputNotFinite(index:)`` with the first number that is NaN or infinite.
    /// - Complexity: O(n log n).
    public init(_ values: some Sequence<Double>) throws(GSLError) {
        let values = Array(values)
        if let index = values.firstIndex(where: { !$0.isFinite }) {
            throw .inputNotFinite(index: index)
        }
        try self.init(finiteOf: values)
    }

    /// Takes the finite numbers of a series, and counts the others in ``omittedCount``.
    ///
    /// - Parameter values: A series with at least one finite number.
    /// - Throws: ``GSLError/tooFewPoints(found:needed:)`` when no number is finite.
    /// - Complexity: O(n log n).
    public init(finiteOf values: some Sequence<Double>) throws(GSLError) {
        let all = Array(values)
        let finite = all.filter(\.isFinite)
        guard !finite.isEmpty else { throw .tooFewPoints(found: 0, needed: 1) }
        sorted = finite.sorted()
        omittedCount = all.count - finite.count
    }

    /// The number of numbers.
    public var count: Int { sorted.count }

    /// The smallest number.
    public var minimum: Double { sorted[0] }

    /// The largest number.
    public var maximum: Double { sorted[count - 1] }

    /// The arithmetic mean.
    ///
    /// - Complexity: O(n).
    public var mean: Double { gsl_stats_mean(sorted, 1, count) }

    /// The unbiased variance, the sum of squared deviations over n − 1; NaN for a single number.
    ///
    /// - Complexity: O(n).
    public var variance: Double { count > 1 ? gsl_stats_variance(sorted, 1, count) : .nan }

    /// The square root of ``variance``; NaN for a single number.
    ///
    /// - Complexity: O(n).
    public var standardDeviation: Double { variance.squareRoot() }

    /// The middle number, or the mean of the two in the middle.
    public var median: Double { quantile(0.5) }

    /// The number below which a fraction of the sample lies, interpolated linearly.
    ///
    /// With the sorted numbers x₀...xₙ₋₁ and h = (n − 1) · fraction it is
    ///
    /// ```
    /// x⌊h⌋ + (h − ⌊h⌋) (x⌊h⌋₊₁ − x⌊h⌋)
    /// ```
    ///
    /// This is definition 7 of Hyndman and Fan, the default of R and NumPy.
    ///
    /// - Parameter fraction: 0...1; 0 is the smallest number, 1 the largest.
    /// - Note: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American
    ///   Statistician 50 (1996) 361, DOI 10.1080/00031305.1996.10473566.
    public func quantile(_ fraction: Double) -> Double {
        precondition((0...1).contains(fraction), "a fraction lies in 0...1")
        return gsl_stats_quantile_from_sorted_data(sorted, 1, count, fraction)
    }

    /// The fraction of the sample that is at most a value: the empirical distribution function.
    ///
    /// - Parameter value: Any number but NaN.
    /// - Complexity: O(log n).
    public func fraction(atMost value: Double) -> Double {
        precondition(!value.isNaN, "a value is a number")
        return Double(sorted.partitioningIndex { !($0 <= value) }) / Double(count)
    }
}
