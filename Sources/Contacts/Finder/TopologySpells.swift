import LaserMesh
import Orbits

/// When a topology joins which satellites in a block of time.
struct TopologySpells {
    /// How a topology that depends on positions is asked.
    struct Questions {
        /// The longest time between two instants at which it is [s].
        var stepS: Double

        /// Between two different answers time is halved until each change is known to this [s].
        var toleranceS: Double

        /// How contacts are looked for.
        static let contacts = Questions(stepS: SampledOrbits.stepS, toleranceS: 1e-4)
    }

    private let finder: ContactFinder
    private let startS: Double
    private let endS: Double
    private let questions: Questions

    init(
        _ finder: ContactFinder, from startS: Double, to endS: Double, _ questions: Questions
    ) {
        self.finder = finder
        self.startS = startS
        self.endS = endS
        self.questions = questions
    }

    /// The lasers that the topology joins at some instant of the block, and when it does.
    ///
    /// A list joins the same ones always, and a timetable says when it does. Any other topology is asked
    /// at instants, and between two different answers time is halved.
    ///
    /// - Parameter whole: The block.
    func chosen(during whole: [Spell]) -> [(link: LaserLink, spells: [Spell])] {
        if let list = finder.builder.topology as? LinkList {
            return list.links.map { ($0, whole) }
        }
        if let timetable = finder.builder.topology as? LinkTimetable {
            return timetable.links.indices.map { index in
                let chosen = timetable.intervals(of: index).map {
                    Spell(
                        (timetable.upS[$0], timetable.downS[$0]), by: .rule(.topology))
                }
                return (timetable.links[index], Spell.common(whole, chosen))
            }
        }
        let steps = max(1, Int(((endS - startS) / questions.stepS).rounded(.up)))
        var last = links(atSeconds: startS)
        var t = startS
        var changes = [(seconds: startS, links: last)]
        for step in 1...steps {
            let end =
                step == steps ? endS : startS + (endS - startS) * (Double(step) / Double(steps))
            let next = links(atSeconds: end)
            appendChanges(t, last, end, next, to: &changes)
            (t, last) = (end, next)
        }
        return Self.spells(of: changes, endS: endS)
    }

    /// The links that the topology joins at an instant, sorted, each once.
    private func links(atSeconds seconds: Double) -> [LaserLink] {
        var links: [LaserLink] = []
        finder.builder.topology.appendLinks(
            among: finder.constellation.positions(
                at: finder.epoch.advanced(bySeconds: seconds)),
            atSeconds: seconds, rules: finder.builder.laserRules, to: &links)
        return LinkList(links).links
    }

    private func appendChanges(
        _ t0: Double, _ links0: [LaserLink], _ t1: Double, _ links1: [LaserLink],
        to changes: inout [(seconds: Double, links: [LaserLink])]
    ) {
        guard links0 != links1 else { return }
        guard t1 - t0 > max(questions.toleranceS, 4 * t1.ulp) else {
            changes.append((t1, links1))
            return
        }
        let middle = t0 + (t1 - t0) / 2
        let links = links(atSeconds: middle)
        appendChanges(t0, links0, middle, links, to: &changes)
        appendChanges(middle, links, t1, links1, to: &changes)
    }

    /// The spells of each link that stands in one of some lists, each list valid until the next.
    private static func spells(
        of changes: [(seconds: Double, links: [LaserLink])], endS: Double
    ) -> [(link: LaserLink, spells: [Spell])] {
        let cause = ContactCause.rule(.topology)
        var open: [LaserLink: Double] = [:]
        var spells: [LaserLink: [Spell]] = [:]
        let startS = changes[0].seconds
        func close(_ link: LaserLink, _ begin: Double, at end: Double, _ cause: ContactCause) {
            spells[link, default: []].append(
                Spell(
                    beginS: begin, endS: end,
                    causeUp: begin == startS ? .window : .rule(.topology), causeDown: cause))
        }
        for (seconds, links) in changes {
            let now = Set(links)
            for (link, begin) in open where !now.contains(link) {
                close(link, begin, at: seconds, cause)
                open[link] = nil
            }
            for link in links where open[link] == nil { open[link] = seconds }
        }
        for (link, begin) in open { close(link, begin, at: endS, .window) }
        return spells.keys.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { ($0, spells[$0] ?? []) }
    }
}
