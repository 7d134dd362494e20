/// The figures of a `helio-datacenter` result folder, for each part that it has: how much training computes,
/// how long collectives take, how far compute is from people, what placement gains and what costs depend
/// on.
public struct DataCenterFigures: FigureSet {
    /// What the figures are drawn from.
    public let results: DataCenterResults

    /// The file formats.
    public let format: FigureFormat

    /// Creates the figures.
    public init(results: DataCenterResults, format: FigureFormat = .svg) {
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

    /// What could not be drawn.
    public var notes: [String] { [] }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] {
        let training = TrainingFigures(results: results)
        let serving = ServingFigures(results: results)
        let all =
            [
                training.utilisation, training.tokens, training.collectives, training.bandwidth,
                serving.latency, serving.budget, serving.placement,
            ].compactMap { $0 } + results.sight.figures + CostFigures(results: results).tornadoes
        return all
    }

    /// Axes and grid that all of them share.
    static let frame = [
        "set border 3 lw 0.8 lc rgb '#404040'", "set xtics out nomirror scale 0.6",
        "set ytics out nomirror scale 0.6", "set title font ',13'",
        "set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2",
        "set grid ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
    ]

    /// A label below the axis, with room between it and the legend.
    static func xLabel(_ text: String) -> String { "set xlabel \"\(text)\\n \" offset 0,0.3" }

    /// A number of a data file.
    static func number(_ value: Double) -> String { GnuplotText.number(value, decimals: 6) }

    /// A count with a word for its thousands.
    static func short(_ value: Double) -> String {
        for (unit, word) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
        where value >= unit {
            return GnuplotText.number(value / unit, decimals: 2) + word
        }
        return GnuplotText.number(value, decimals: 2)
    }
}
