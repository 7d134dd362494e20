/// Intervals of the means of many tables of numbers, by the percentile bootstrap.
///
/// Of a table with n rows, n rows are drawn with replacement, all columns together, ``resamples``
/// times; the interval of a column lies between quantiles of the means of what was drawn. Rows are taken
/// as independent of one another.
///
/// Which rows are drawn is a function of the seed and of n alone. Tables of as many rows share their
/// draws (common random numbers): they need not be made anew, and two tables differ by their values
/// and not by the luck of their draws.
///
/// - Note: B. Efron, "Bootstrap methods: another look at the jackknife", The Annals of Statistics 7
///   (1979) 1, DOI 10.1214/aos/1176344552.
public struct MeanBootstrap {
    /// How often a table is drawn.
    public static let resamples = 512

    /// The seed of all draws.
    public let seed: UInt64

    /// How often each row is in each of eight draws.
    private typealias Eight = SIMD8<Double>

    /// Eights of draws that fit into this many cells are kept for the next table.
    private static let mostKeptCells = 1 << 21

    private var keptRows = 0
    private var keptWeights: [Eight] = []

    /// Creates the bootstrap; nothing is drawn yet.
    public init(seed: UInt64) { self.seed = seed }

    /// The intervals of the means of some columns.
    ///
    /// - Parameters:
    ///   - columns: Columns of equally many rows; numbers that are not finite are left out.
    ///   - confidence: The share of the means within the interval, 0 to 1.
    /// - Returns: For each column its interval; `nil` for one without a finite number. That of numbers
    ///   that are all the same is that number.
    /// - Throws: ``GSLError`` if the library gives no random numbers.
    /// - Complexity: O(rows · columns) for each of ``resamples``.
    public mutating func intervals(
        of columns: [[Double]], confidence: Double = 0.95
    ) throws(GSLError) -> [ClosedRange<Double>?] {
        precondition((0...1).contains(confidence), "a share lies in 0...1")
        let rows = columns.first?.count ?? 0
        precondition(columns.allSatisfy { $0.count == rows }, "columns are equally long")
        var means = Array(repeating: [Double](), count: columns.count)
        let isWanted = columns.map { !Self.isConstant($0) }
        if isWanted.contains(true) {
            let eights = Self.resamples / Eight.scalarCount
            // As many eights of draws at a time as memory is given to.
            let atOnce = max(1, min(eights, Self.mostKeptCells / (rows * Eight.scalarCount)))
            let stream = try RandomStream(seed: seed, stream: UInt64(rows))
            for first in stride(from: 0, to: eights, by: atOnce) {
                let count = min(atOnce, eights - first)
                if count < eights || keptRows != rows {
                    keptWeights = Self.weights(rows: rows, eights: count, from: stream)
                    keptRows = count < eights ? 0 : rows
                }
                for (place, column) in columns.enumerated() where isWanted[place] {
                    Self.add(column, keptWeights, eights: count, to: &means[place])
                }
            }
            if keptRows == 0 { keptWeights = [] }
        }
        return columns.indices.map { place in
            isWanted[place]
                ? Self.interval(of: means[place], confidence: confidence)
                : columns[place].first(where: \.isFinite).map { $0...$0 }
        }
    }

    private static func isConstant(_ column: [Double]) -> Bool {
        guard let first = column.first(where: \.isFinite) else { return true }
        return column.allSatisfy { $0 == first || !$0.isFinite }
    }

    /// How often each row is in each draw: row after row, the draws in eights.
    private static func weights(
        rows: Int, eights: Int, from stream: RandomStream
    ) -> [Eight] {
        var weights = Array(repeating: Eight.zero, count: rows * eights)
        for draw in 0..<eights * Eight.scalarCount {
            let (eight, lane) = draw.quotientAndRemainder(dividingBy: Eight.scalarCount)
            for _ in 0..<rows {
                weights[stream.integer(below: rows) * eights + eight][lane] += 1
            }
        }
        return weights
    }

    /// Appends the means of a column in some draws; draws without a finite number have none.
    private static func add(
        _ column: [Double], _ weights: [Eight], eights: Int, to means: inout [Double]
    ) {
        var sums = Array(repeating: Eight.zero, count: eights)
        var counts = sums
        let isWhole = column.allSatisfy(\.isFinite)
        for (row, value) in column.enumerated() where value.isFinite {
            let first = row * eights
            for eight in 0..<eights { sums[eight] += weights[first + eight] * value }
            guard !isWhole else { continue }
            for eight in 0..<eights { counts[eight] += weights[first + eight] }
        }
        if isWhole {
            counts = Array(repeating: Eight(repeating: Double(column.count)), count: eights)
        }
        for eight in 0..<eights {
            let quotients = sums[eight] / counts[eight]
            for lane in 0..<Eight.scalarCount where counts[eight][lane] > 0 {
                means.append(quotients[lane])
            }
        }
    }

    /// The quantiles of means that leave equal shares outside, as those of ``Statistics``.
    private static func interval(
        of means: [Double], confidence: Double
    ) -> ClosedRange<Double>? {
        guard !means.isEmpty else { return nil }
        let tail = (1 - confidence) / 2 * Double(means.count - 1)
        let low = quantile(tail, of: means)
        // The upper tail is the lower one of the negative numbers.
        let high = -quantile(tail, of: means.map { -$0 })
        // Between equal means the interpolation may round the lower end above the upper one.
        return min(low, high)...max(low, high)
    }

    /// The value at a place among sorted numbers, interpolated linearly, without sorting them all.
    private static func quantile(_ place: Double, of values: [Double]) -> Double {
        let rank = Int(place)
        var least: [Double] = []
        for value in values {
            if least.count == rank + 2 {
                guard value < least[rank + 1] else { continue }
                least.removeLast()
            }
            var at = least.count
            while at > 0, value < least[at - 1] { at -= 1 }
            least.insert(value, at: at)
        }
        let next = min(rank + 1, least.count - 1)
        return least[rank] + (place - Double(rank)) * (least[next] - least[rank])
    }
}
