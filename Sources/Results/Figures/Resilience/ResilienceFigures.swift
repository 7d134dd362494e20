/// The figures of a `helio-resilience` result folder: round-trip time, stretch and reachability under
/// failures.
public struct ResilienceFigures: FigureSet {
    /// What the figures are drawn from.
    public let results: ResilienceResults

    /// The file formats.
    public let format: FigureFormat

    /// Creates the figures.
    public init(results: ResilienceResults, format: FigureFormat = .svg) {
        self.results = results
        self.format = format
    }

    /// What decides the figures, for their manifest.
    public var arguments: [String: JSONValue] {
        [
            "format": .string(format.rawValue),
            "inputs_sha256": .object(results.hashes.mapValues { .string($0) }),
        ]
    }

    /// Nothing, since all figures are always drawn.
    public var notes: [String] { [] }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] {
        [
            figure(
                "rtt", "Round-trip time under failures", "Round-trip time (ms)",
                "Share of pairs and samples", \.rttMs),
            figure(
                "stretch", "Stretch under failures", "Round-trip time over that without failures",
                "Share of pairs and samples", \.stretch),
            reachability,
        ]
    }

    private func label(_ instant: ResilienceResults.Instant) -> String {
        GnuplotText.number(instant.timeS, decimals: 3) + " s"
    }

    private func figure(
        _ name: String, _ title: String, _ axis: String, _ share: String,
        _ values: KeyPath<ResilienceResults.Instant, [(share: Double, value: Double)]>
    ) -> Figure {
        let all = results.instants.flatMap { $0[keyPath: values].map(\.value) }
        return DistributionFigure.make(
            name: name, title: title, noun: "instants", axis: axis, share: share,
            range: SeriesFigure.range(all.filter { !$0.isNaN }),
            of: results.instants.map { .init(label($0), quantiles: $0[keyPath: values]) })
    }

    /// The share of pairs that have a route in at most such a share of the samples.
    private var reachability: Figure {
        let all = results.instants.flatMap(\.reachability).filter { !$0.isNaN }
        return DistributionFigure.make(
            name: "reachability", title: "Reachability under failures", noun: "instants",
            axis: "Share of samples with a route", share: "Share of pairs",
            range: max(0, min(0.9, (all.min() ?? 0) - 0.01))...1.005,
            of: results.instants.map { .init(label($0), stairOf: $0.reachability) })
    }
}
