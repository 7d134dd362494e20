import LaserMesh
import Orbits

extension ContactFinder {
    /// Why a link is up or down over a window.
    ///
    /// Every rule that is in force is followed over the whole window, whether or not the others hold.
    ///
    /// - Parameters:
    ///   - one: A node.
    ///   - other: Another node.
    ///   - window: The window since the epoch [s].
    /// - Complexity: O(satellites · window) for the ephemeris, and what the topology takes for one that
    ///   depends on positions.
    public func explanation(
        of one: NodeID, and other: NodeID, over window: Range<Double>
    ) -> LinkExplanation {
        precondition(one != other, "a link joins two nodes")
        let (a, b) = (min(one, other), max(one, other))
        guard a.index < constellation.count else {
            return LinkExplanation(kind: nil, phases: [])
        }
        let kind: LinkKind = b.index < constellation.count ? .laser : .radio
        guard window.lowerBound < window.upperBound else {
            return LinkExplanation(kind: kind, phases: [])
        }
        var spells: [LinkRule: [Spell]] = [:]
        var rules: [LinkRule] = []
        let edges = Self.blockEdges(window)
        for (from, to) in zip(edges, edges.dropFirst()) {
            let found = LinkSpells(self, from: from, to: to)
                .ruleSpells(of: LaserLink(a.index, b.index))
            rules = found.map(\.rule)
            for (rule, found) in found {
                for spell in found { Self.append(spell, to: &spells[rule, default: []]) }
            }
        }
        let changes = Set(
            spells.values.flatMap { $0.flatMap { [$0.beginS, $0.endS] } }
                + [window.lowerBound, window.upperBound]
        ).sorted()
        let phases = zip(changes, changes.dropFirst()).map { begin, end in
            phase(a.index, b.index, begin, end, rules, spells, window)
        }
        return LinkExplanation(kind: kind, phases: phases)
    }

    private static func append(_ spell: Spell, to spells: inout [Spell]) {
        if let last = spells.last, last.endS == spell.beginS {
            spells[spells.count - 1].endS = spell.endS
        } else {
            spells.append(spell)
        }
    }

    private func phase(
        _ a: Int, _ b: Int, _ begin: Double, _ end: Double, _ rules: [LinkRule],
        _ spells: [LinkRule: [Spell]], _ window: Range<Double>
    ) -> LinkPhase {
        let middle = begin + (end - begin) / 2
        // When the state of each rule ends that it has in the phase.
        var until: [Double] = []
        let verdicts = rules.map { rule in
            let times = spells[rule] ?? []
            let holding = times.first { $0.beginS <= middle && middle < $0.endS }
            until.append(
                holding?.endS ?? times.first { $0.beginS > middle }?.beginS ?? window.upperBound)
            return LinkPhase.Verdict(
                rule: rule, holds: holding != nil,
                margin: marginRange(of: rule, a, b, begin, end))
        }
        let broken = verdicts.indices.filter { !verdicts[$0].holds }
        // A satellite without a position breaks every other rule too.
        let deciding: Int
        if broken.contains(0) {
            deciding = 0
        } else if let last = broken.max(by: { until[$0] < until[$1] }) {
            deciding = last
        } else {
            // Rules with a margin before those without.
            let order = verdicts.indices.sorted {
                (until[$0], verdicts[$0].margin == nil ? 1 : 0, $0)
                    < (until[$1], verdicts[$1].margin == nil ? 1 : 0, $1)
            }
            deciding = order[0]
        }
        return LinkPhase(
            beginS: begin, endS: end, verdicts: verdicts, deciding: verdicts[deciding].rule)
    }

    /// The least and greatest margin of a rule at the ends of a phase and at samples in it.
    private func marginRange(
        of rule: LinkRule, _ a: Int, _ b: Int, _ begin: Double, _ end: Double
    ) -> ClosedRange<Double>? {
        guard !rule.unit.isEmpty else { return nil }
        let steps = max(4, min(5_000, Int(((end - begin) / 10).rounded(.up))))
        var range: ClosedRange<Double>?
        for step in 0...steps {
            let seconds =
                step == steps ? end : begin + (end - begin) * (Double(step) / Double(steps))
            let margin = margin(of: rule, a, b, seconds)
            guard margin.isFinite else { continue }
            range =
                min(range?.lowerBound ?? margin, margin)...max(range?.upperBound ?? margin, margin)
        }
        return range
    }

    private func margin(of rule: LinkRule, _ a: Int, _ b: Int, _ seconds: Double) -> Double {
        func end(_ satellite: Int) -> LinkEnd {
            let state = orbits.state(of: satellite, atSeconds: seconds)
            return LinkEnd(
                node: NodeID(satellite),
                positionKm: state?.position.km ?? SIMD3(repeating: .nan),
                velocityKmPerS: state?.velocityKmPerS)
        }
        guard b < constellation.count else {
            return StationView(builder, b - constellation.count)
                .margin(of: rule, to: end(a), atSeconds: seconds)
        }
        return builder.laserRules.margin(
            of: rule, LinkState(end(a), end(b), seconds: seconds))
    }
}
