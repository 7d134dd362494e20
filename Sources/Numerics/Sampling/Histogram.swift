/// How many numbers of a sample fall into each of several bins of equal width.
///
/// A bin holds its lower edge and not its upper one; only the last bin holds both. Numbers outside
/// are counted, not dropped, and NaN has a count of its own.
public struct Histogram: Sendable, Equatable {
    /// The edges, one more than there are bins, ascending.
    public let edges: [Double]

    /// The count of each bin.
    public private(set) var counts: [Int]

    /// How many numbers lie below the first edge.
    public private(set) var belowCount = 0

    /// How many numbers lie above the last edge.
    public private(set) var aboveCount = 0

    /// How many of the values are NaN.
    public private(set) var nanCount = 0

    /// Counts values.
    ///
    /// - Parameters:
    ///   - values: The values.
    ///   - range: From the first edge to the last; finite and not empty.
    ///   - binCount: The number of bins, > 0.
    /// - Complexity: O(n log bins).
    public init(of values: some Sequence<Double>, in range: ClosedRange<Double>, binCount: Int) {
        precondition(binCount > 0, "a histogram has a bin")
        precondition(range.lowerBound.isFinite && range.upperBound.isFinite)
        precondition(range.lowerBound < range.upperBound, "a histogram has a width")
        let width = range.upperBound - range.lowerBound
        edges =
            (0..<binCount).map { range.lowerBound + width * (Double($0) / Double(binCount)) }
            + [range.upperBound]
        counts = Array(repeating: 0, count: binCount)
        for value in values { count(value) }
    }

    private mutating func count(_ value: Double) {
        if value.isNaN {
            nanCount += 1
        } else if value < edges[0] {
            belowCount += 1
        } else if value > edges[edges.count - 1] {
            aboveCount += 1
        } else {
            // The last edge that is not above the value, by comparison with the edges themselves:
            // a division would put a value that equals an edge now here, now there.
            var (low, high) = (0, counts.count - 1)
            while low < high {
                let middle = (low + high + 1) / 2
                if edges[middle] <= value { low = middle } else { high = middle - 1 }
            }
            counts[low] += 1
        }
    }
}
