/// The figures of country sets: what they cost, how that is spread over pairs, and what is provable.
enum SovereigntyFigures {
    static func figures(of results: SovereigntyResults) -> [Figure] {
        [price(results), distribution(results)]
            + (results.alibis.isEmpty ? [] : [alibis(results)])
    }

    private static func price(_ results: SovereigntyResults) -> Figure {
        let cases = results.cases
        return DotFigure.make(
            name: "sovereignty", title: "The price of sovereignty",
            axis: "Added round-trip time over all pairs and instants (ms)",
            rows: cases.map { $0.set + ": " + $0.predicate.replacing("_", with: " ") },
            of: [
                .init(title: "mean", values: cases.map(\.meanAddedMs)),
                .init(title: "95th percentile", values: cases.map(\.p95AddedMs)),
                .init(title: "greatest", values: cases.map(\.maxAddedMs)),
            ],
            remarks: cases.map {
                GnuplotText.number(100 * $0.lostReachability, decimals: 1) + " % lost"
            })
    }

    /// The sets as a whole: all predicates of those that have several.
    private static func distribution(_ results: SovereigntyResults) -> Figure {
        let wholes = results.cases.filter { one in
            one.predicate == "all"
                || results.cases.count(where: { $0.set == one.set }) == 1
        }
        let finite = wholes.flatMap(\.pairMedianAddedMs).filter(\.isFinite)
        return DistributionFigure.make(
            name: "sovereignty-ecdf", title: "Added round-trip time by country set",
            noun: "sets", axis: "Median added round-trip time of a pair (ms)",
            share: "Share of pairs", range: 0...max(1, (finite.max() ?? 0) * 1.02),
            of: wholes.map { .init($0.set, stairOf: $0.pairMedianAddedMs) })
    }

    private static func alibis(_ results: SovereigntyResults) -> Figure {
        let sets = results.alibis
        return DotFigure.make(
            name: "alibis", title: "Pairs whose times prove that no country of the set was passed",
            axis: "Share of pairs that prove it at every instant (%)", rows: sets.map(\.set),
            of: [
                .init(
                    title: "bound at the speed of light in vacuum",
                    values: sets.map { 100 * Double($0.byVacuum) / Double($0.pairs) }),
                .init(
                    title: "bound at the speed of light in fibre",
                    values: sets.map { 100 * Double($0.byFibre) / Double($0.pairs) }),
            ],
            range: "[0:100]")
    }
}
