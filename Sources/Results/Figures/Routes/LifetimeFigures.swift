/// How long routes serve, which part of their life that is, and what changes gain.
enum LifetimeFigures {
    static func figures(of lifetimes: RouteLifetimes) -> [Figure] {
        guard !lifetimes.usedS.isEmpty else { return [] }
        var figures = [
            make(
                "use-time", "How long a route is the best one", "Time in use (s)", "routes",
                lifetimes.usedS, range: SeriesFigure.range([0] + lifetimes.usedS)),
            make(
                "use-share", "Which part of its life a route serves", "Time in use over life (%)",
                "routes", lifetimes.usePercent, range: 0...100),
        ]
        if !lifetimes.gainPercent.isEmpty {
            figures.append(
                make(
                    "gain", "What a change of route gains at most",
                    "Gain over the round-trip time before (%)", "changes by choice",
                    lifetimes.gainPercent, range: SeriesFigure.range([0] + lifetimes.gainPercent)))
        }
        return figures
    }

    private static func make(
        _ name: String, _ title: String, _ axis: String, _ noun: String, _ values: [Double],
        range: ClosedRange<Double>
    ) -> Figure {
        DistributionFigure.make(
            name: name, title: title, noun: noun, axis: axis, share: "Share of \(noun)",
            range: range, of: [.init("\(values.count) \(noun)", stairOf: values)])
    }
}
