import LaserMesh
import Numerics
import Orbits
import Results
import Routing

/// The rows about failures at an instant, as the samples come in.
struct ResilienceRows {
    var pairs = RowBuffer()
    var distribution = RowBuffer()
    var samples = RowBuffer()
    var errors = RowBuffer()

    private let experiment: Experiment
    private let seconds: Double
    private let ends: [NodePair]
    /// Round-trip time of each pair without failures [ms], NaN where there is none.
    private let wholeRttMs: [Double]
    /// Those under failures, pair by pair.
    private var rttMs: [[Double]]

    /// The fractions at which the distribution is given.
    private static let quantiles = [
        0, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99, 0.999,
        1,
    ]

    init(
        _ experiment: Experiment, pairs: [NodePair], wholeRttMs: [Double], atSeconds seconds: Double
    ) {
        self.experiment = experiment
        self.seconds = seconds
        ends = pairs
        self.wholeRttMs = wholeRttMs
        rttMs = Array(repeating: [], count: pairs.count)
    }

    /// Takes the samples of a block.
    mutating func take(_ block: ResilienceBlock, _ numbers: Range<Int>) throws {
        for (offset, sample) in numbers.enumerated() {
            let rtts = block.rttMs[offset * ends.count..<(offset + 1) * ends.count]
            for (pair, rtt) in rtts.enumerated() { rttMs[pair].append(rtt) }
            let rtt = try Self.statistics(rtts)
            let stretch = try Self.statistics(zip(rtts, wholeRttMs).map { $0 / $1 })
            samples.row(
                seconds, sample, block.failedSatellites[offset], block.failedLinks[offset],
                ends.count, rtt?.count ?? 0, rtt?.median ?? .nan, rtt?.maximum ?? .nan,
                stretch?.median ?? .nan, stretch?.maximum ?? .nan)
        }
    }

    /// Adds the rows of all pairs, and of all of them together.
    mutating func finish(rejected: [(Int, SGP4Error)]) throws {
        for (index, pair) in ends.enumerated() {
            let rtts = rttMs[index]
            let rtt = try Self.statistics(rtts)
            let whole = wholeRttMs[index]
            let reachable = rtt?.count ?? 0
            pairs.row(
                seconds, experiment.name(of: pair.source), experiment.name(of: pair.destination),
                whole, rtts.count, reachable, Double(reachable) / Double(rtts.count),
                rtt?.minimum ?? .nan, rtt?.quantile(0.05) ?? .nan, rtt?.median ?? .nan,
                rtt?.mean ?? .nan, rtt?.quantile(0.95) ?? .nan, rtt?.quantile(0.99) ?? .nan,
                rtt?.maximum ?? .nan, (rtt?.median ?? .nan) / whole,
                (rtt?.maximum ?? .nan) / whole)
        }
        let rtt = try Self.statistics(rttMs.joined())
        let stretch = try Self.statistics(
            zip(rttMs, wholeRttMs).flatMap { rtts, whole in rtts.map { $0 / whole } })
        for quantile in Self.quantiles {
            distribution.row(
                seconds, quantile, rtt?.quantile(quantile) ?? .nan,
                stretch?.quantile(quantile) ?? .nan)
        }
        for (satellite, error) in rejected {
            ErrorTable.append(
                error, of: experiment.satelliteNames[satellite], at: seconds, to: &errors)
        }
    }

    /// The figures of the numbers that are none of NaN, or `nil` where all are.
    private static func statistics(_ values: some Sequence<Double>) throws -> Statistics? {
        let finite = values.filter { !$0.isNaN }
        return finite.isEmpty ? nil : try Statistics(finite)
    }
}
