import TestSupport
import Testing

@testable import Numerics

@Suite struct MeanBootstrapTests {
    /// Sums of twelve uniform numbers: nearly normal with variance 1.
    private static func sample(_ count: Int) -> [Double] {
        var generator = SeededGenerator(seed: 3)
        return (0..<count).map { _ in
            (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
        }
    }

    /// Of a normal sample the interval is near mean ± 1.96 σ / √n; NaN is left out.
    @Test func `the interval of the mean is as wide as theory says`() throws {
        let sample = Self.sample(400)
        let mean = sample.reduce(0, +) / 400
        let columns = [sample, sample.map { 5 - 2 * $0 }, sample.map { $0 < 0 ? .nan : 4 }]
        var bootstrap = MeanBootstrap(seed: 1)
        let intervals = try bootstrap.intervals(of: columns)
        let first = try #require(intervals[0])
        #expect(abs(first.lowerBound - (mean - 0.098)) < 0.02)
        #expect(abs(first.upperBound - (mean + 0.098)) < 0.02)
        let second = try #require(intervals[1])
        #expect(abs(second.lowerBound - (5 - 2 * first.upperBound)) < 1e-12)
        #expect(intervals[2] == 4...4)
        #expect(try bootstrap.intervals(of: columns) == intervals)
        var other = MeanBootstrap(seed: 2)
        #expect(try other.intervals(of: columns) != intervals)
        let narrow = try #require(try bootstrap.intervals(of: columns, confidence: 0.5)[0])
        #expect(abs(narrow.upperBound - narrow.lowerBound - 2 * 0.6745 * 0.05) < 0.01)
    }

    /// Rows drawn one by one, their means sorted: fewer rows than draws are made for at a time, and more.
    @Test(arguments: [2, 7, 300, 5_000])
    func `the intervals are those of rows that are drawn one by one`(rows: Int) throws {
        let sample = Self.sample(2 * rows)
        let columns = [
            Array(sample[..<rows]),
            sample[rows...].enumerated().map { $0 % 3 == 1 ? .nan : $1 },
        ]
        let stream = try RandomStream(seed: 9, stream: UInt64(rows))
        var means: [[Double]] = [[], []]
        for _ in 0..<MeanBootstrap.resamples {
            let drawn = (0..<rows).map { _ in stream.integer(below: rows) }
            for place in 0..<2 {
                let values = drawn.map { columns[place][$0] }.filter(\.isFinite)
                guard !values.isEmpty else { continue }
                means[place].append(values.reduce(0, +) / Double(values.count))
            }
        }
        var bootstrap = MeanBootstrap(seed: 9)
        // In the memory of another size.
        _ = try bootstrap.intervals(of: [[1, 2, 3]])
        let intervals = try bootstrap.intervals(of: columns)
        for (means, interval) in zip(means, intervals) {
            let statistics = try Statistics(means)
            let ends = try #require(interval)
            #expect(abs(ends.lowerBound - statistics.quantile(0.025)) < 1e-12)
            #expect(abs(ends.upperBound - statistics.quantile(0.975)) < 1e-12)
        }
    }

    @Test func `a single number is its own interval, and none has none`() throws {
        var bootstrap = MeanBootstrap(seed: 7)
        #expect(
            try bootstrap.intervals(of: [[0.1], [.nan], [.infinity]]) == [0.1...0.1, nil, nil])
        #expect(try bootstrap.intervals(of: [[0.1, .nan, 0.1]]) == [0.1...0.1])
        #expect(try bootstrap.intervals(of: [[], []]) == [nil, nil])
        #expect(try bootstrap.intervals(of: []) == [])
    }
}
