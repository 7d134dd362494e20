import LaserMesh
import Results
import Routing

extension RouteRows {
    /// Takes the rows of a block of ranked routes, and those of the intervals that end in it.
    mutating func take(_ block: RankedBlock, _ instants: Range<Int>) {
        for (offset, instant) in instants.enumerated() {
            let seconds = experiment.window.seconds(at: instant)
            for (index, pair) in pairs.enumerated() {
                let entry = block.entries[offset * pairs.count + index]
                takeRanks(entry, index, pair, at: seconds, instant: instant)
                takeNotes(entry, index, pair, at: seconds)
            }
        }
        addErrors(block.rejected)
    }

    private mutating func takeRanks(
        _ entry: RankedBlock.Entry, _ index: Int, _ pair: NodePair, at seconds: Double,
        instant: Int
    ) {
        let found = entry.answer.routes
        for rank in 0..<max(1, found.count, summaries[index].count) {
            let route = rank < found.count ? found[rank] : nil
            var number: Int?
            if let route {
                let (known, isNew) = numbers.number(of: route.nodes, pair: index)
                number = known
                if isNew { add(route.nodes, known, at: seconds, entry.waypoints[rank]) }
            }
            let rtt = route?.rttMs ?? .nan
            let hops = route?.hops ?? 0
            if route != nil || rank == 0 {
                experiment.begin(&latency, pair, rank: rank + 1, at: seconds)
                latency.row(rtt, hops, number)
            }
            if rank == summaries[index].count {
                summaries[index].append(
                    PairSummary(
                        unreachableFrom: experiment.window.seconds(at: 0), instants: instant))
            }
            let ended = summaries[index][rank].add(
                route: number, at: seconds, rttMs: rtt, hops: hops)
            if let ended { add(ended, of: pair, rank: rank + 1, endS: seconds) }
        }
    }

    private mutating func takeNotes(
        _ entry: RankedBlock.Entry, _ index: Int, _ pair: NodePair, at seconds: Double
    ) {
        let answer = entry.answer
        let (source, destination) = (
            experiment.name(of: pair.source), experiment.name(of: pair.destination)
        )
        if let note = answer.note {
            notes.row(
                seconds, source, destination, answer.routes.count,
                RouteNote.text(note, found: answer.routes.count, in: experiment))
        }
        if algorithm.isWidest {
            widths.row(seconds, source, destination, answer.widthGbps ?? .nan)
        }
        guard algorithm?.isBaseline == true else { return }
        let rules = experiment.scenario.routing
        var outcome = ForwardingOutcome.noWay(at: pair.source)
        if let route = answer.routes.first { outcome = .delivered(route) }
        if case .lost(let loss) = answer.note { outcome = loss }
        let ratio = Self.stretch(of: answer.routes.first, over: entry.best, rules)
        stretch.row(
            seconds, source, destination, outcome.word,
            outcome.lastNode.map { experiment.name(of: $0) }, answer.routes.first?.rttMs ?? .nan,
            entry.best?.rttMs ?? .nan, ratio)
        stretches[index].add(outcome.word, stretch: ratio, isReachable: entry.best != nil)
    }

    /// The cost of a way over that of the best route; 1 where both cost nothing, NaN where one is
    /// missing.
    private static func stretch(
        of route: Route?, over best: Route?, _ rules: RoutingRules
    ) -> Double {
        guard let route, let best else { return .nan }
        let (cost, least) = (route.costKm(rules), best.costKm(rules))
        return cost == least ? 1 : cost / least
    }

    /// Takes the rows that the whole window gives to a distributed algorithm: one a pair, and one of
    /// all pairs.
    mutating func finishStretches() throws {
        guard algorithm?.isBaseline == true else { return }
        var all = StretchSummary()
        for (pair, summary) in zip(pairs, stretches) {
            all.add(summary)
            try summary.append(
                to: &stretchSummary, source: experiment.name(of: pair.source),
                destination: experiment.name(of: pair.destination))
        }
        try all.append(to: &stretchSummary, source: "all", destination: "all")
    }
}

extension RouteAlgorithm? {
    /// Whether the width of routes is of interest.
    fileprivate var isWidest: Bool {
        if case .widest = self { true } else { false }
    }
}
