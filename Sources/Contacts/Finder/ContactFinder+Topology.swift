import LaserMesh
import Orbits

extension ContactFinder {
    /// How near the instants are found at which a topology changes [s].
    static let topologyToleranceS = 1e-4

    /// The lasers that the topology joins at some instant of a block, and when it does.
    ///
    /// A list joins the same ones always, and a timetable says when it does. Any other topology is asked at every sample, and between two
    /// different answers time is halved until each change is known to ``topologyToleranceS``.
    func chosenLasers(
        in sampled: SampledOrbits, _ whole: [Spell]
    ) -> [(link: LaserLink, spells: [Spell])] {
        if let list = builder.topology as? LinkList {
            return list.links.map { ($0, whole) }
        }
        if let timetable = builder.topology as? LinkTimetable {
            return timetable.links.indices.map { index in
                let chosen = timetable.intervals(of: index).map {
                    Spell(
                        beginS: timetable.upS[$0], endS: timetable.downS[$0],
                        causeUp: .rule(.topology), causeDown: .rule(.topology))
                }
                return (timetable.links[index], Spell.common(whole, chosen))
            }
        }
        var changes: [(seconds: Double, links: [LaserLink])] = []
        let times = sampled.times
        var last = chosen(atSeconds: times[0])
        changes.append((times[0], last))
        for sample in 1..<times.count {
            let next = chosen(atSeconds: times[sample])
            appendChanges(times[sample - 1], last, times[sample], next, to: &changes)
            last = next
        }
        return Self.spells(of: changes, endS: times[times.count - 1])
    }

    /// The links that the topology joins at an instant, sorted, each once.
    private func chosen(atSeconds seconds: Double) -> [LaserLink] {
        var links: [LaserLink] = []
        builder.topology.appendLinks(
            among: constellation.positions(at: epoch.advanced(bySeconds: seconds)),
            atSeconds: seconds, rules: builder.laserRules, to: &links)
        return LinkList(links).links
    }

    private func appendChanges(
        _ t0: Double, _ links0: [LaserLink], _ t1: Double, _ links1: [LaserLink],
        to changes: inout [(seconds: Double, links: [LaserLink])]
    ) {
        guard links0 != links1 else { return }
        guard t1 - t0 > Self.topologyToleranceS else {
            changes.append((t1, links1))
            return
        }
        let middle = t0 + (t1 - t0) / 2
        let links = chosen(atSeconds: middle)
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
