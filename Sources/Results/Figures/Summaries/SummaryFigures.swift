import Orbits

/// Distributions over the pairs of one or several result folders of `helio-route`, side by side.
public struct SummaryFigures: FigureSet {
    /// What the figures are drawn from, a curve each.
    public let results: [SummaryResults]

    /// Pairs that are no farther apart were left out [km].
    public let beyondKm: Double

    /// The file formats.
    public let format: FigureFormat

    /// Creates the figures.
    public init(results: [SummaryResults], beyondKm: Double = 0, format: FigureFormat = .svg) {
        self.results = results
        self.beyondKm = beyondKm
        self.format = format
    }

    /// What decides the figures, for their manifest.
    public var arguments: [String: JSONValue] {
        [
            "beyond_km": .number(beyondKm),
            "folders": .array(results.map { .string($0.name) }),
            "format": .string(format.rawValue),
            "inputs_sha256": .object(
                Dictionary(
                    results.map { ($0.name + "/summary.csv", JSONValue.string($0.hash)) },
                    uniquingKeysWith: { first, _ in first })),
        ]
    }

    /// Nothing is left out.
    public var notes: [String] { [] }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] {
        [
            make("worst-ecdf", "Greatest round-trip time", "Round-trip time (ms)", "ms") {
                $0.greatestMs
            },
            make(
                "slowdown-ecdf", "Greatest round-trip time over that of light along the geodesic",
                "Greatest round-trip time over the geodesic at the speed of light", ""
            ) { pairs in
                zip(pairs.greatestMs, pairs.distanceKm).map {
                    $0 / (2_000 * $1 / Physics.speedOfLightKmPerS)
                }
            },
            make(
                "variation-ecdf", "How much the round-trip time varies",
                "Greatest less least round-trip time (ms)", "ms"
            ) { zip($0.greatestMs, $0.leastMs).map { $0 - $1 } },
            make("changes-ecdf", "Changes of route", "Changes of route", "") {
                $0.changes.map(Double.init)
            },
        ]
    }

    private func make(
        _ name: String, _ title: String, _ axis: String, _ unit: String,
        of values: (SummaryResults) -> [Double]
    ) -> Figure {
        var all: [Double] = []
        let curves = results.map { result -> DistributionFigure.Curve in
            let numbers = values(result)
            let sorted = numbers.filter { !$0.isNaN }.sorted()
            // The far tail of a few pairs would take most of the axis.
            all += [sorted.first, sorted.isEmpty ? nil : sorted[(sorted.count - 1) * 99 / 100]]
                .compactMap { $0 }
            var title = result.name.replacing("_", with: " ")
            if let middle = Self.median(sorted, of: numbers.count) {
                title += ": median " + GnuplotText.number(middle, decimals: middle < 10 ? 2 : 1)
                title += unit.isEmpty ? "" : " \(unit)"
            }
            return .init(title, stairOf: numbers)
        }
        let subject =
            beyondKm > 0
            ? " (pairs over \(GnuplotText.number(beyondKm, decimals: 0)) km apart)" : ""
        var figure = DistributionFigure.make(
            name: name, title: title + subject, noun: "folders", axis: axis,
            share: "Share of pairs",
            range: SeriesFigure.range(all + [name == "slowdown-ecdf" ? 1 : 0]),
            of: curves)
        figure.settings.append(
            "set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead dt (3,4) lw 0.8 "
                + "lc rgb '#404040' back")
        return figure
    }

    /// The middle of values that are sorted, of which those that are missing are beyond all.
    private static func median(_ sorted: [Double], of count: Int) -> Double? {
        guard count > 0, count / 2 < sorted.count else { return nil }
        return count.isMultiple(of: 2)
            ? (sorted[count / 2 - 1] + sorted[count / 2]) / 2 : sorted[count / 2]
    }
}
