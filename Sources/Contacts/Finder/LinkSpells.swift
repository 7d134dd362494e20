import LaserMesh
import Orbits

/// When links are up in a block of time, rule by rule: what contacts and route intervals stand on.
///
/// Of a link the rules come first whose margins have bounds, and what they leave is asked of the others.
/// Outages, closures and the choices of a ``LaserMesh/GroundPlan`` are intervals that are known.
struct LinkSpells {
    /// The satellites in the block.
    let sampled: SampledOrbits

    private let builder: MeshBuilder
    private let filter: SpellFilter
    private let topology: TopologySpells
    private let whole: [Spell]
    /// When each satellite has a state.
    private let present: [[Spell]]

    /// Prepares the links of a block.
    ///
    /// - Parameters:
    ///   - finder: The satellites, rules and stations.
    ///   - startS: The beginning of the block [s].
    ///   - endS: Its end [s].
    ///   - topology: How a topology that depends on positions is asked.
    init(
        _ finder: ContactFinder, from startS: Double, to endS: Double,
        asking topology: TopologySpells.Questions = .contacts
    ) {
        builder = finder.builder
        sampled = SampledOrbits(finder.orbits, from: startS, to: endS)
        filter = SpellFilter(sampled)
        whole = [Spell(beginS: startS, endS: endS, causeUp: .window, causeDown: .window)]
        self.topology = TopologySpells(finder, from: startS, to: endS, topology)
        var present: [[Spell]] = []
        for satellite in 0..<finder.constellation.count {
            present.append(
                sampled.isAlwaysSampled(satellite) ? whole : sampled.spells(of: satellite))
        }
        self.present = present
    }

    /// Tells the lasers that are up at some time, in the order of their ends, and when they are.
    func forEachLaser(_ body: (LaserLink, [Spell]) -> Void) {
        for (link, chosen) in topology.chosen(during: whole) {
            let spells = spells(ofLaser: link, during: chosen)
            if !spells.isEmpty { body(link, spells) }
        }
    }

    /// Tells the satellites that a station can use at some time, ascending, and when it can.
    func forEachRadio(of station: Int, _ body: (Int, [Spell]) -> Void) {
        let view = StationView(builder, station)
        for satellite in present.indices where !present[satellite].isEmpty {
            var spells = present[satellite]
            for rule in view.rules where !spells.isEmpty {
                spells = filter.radio(satellite, view, during: spells, rule)
            }
            if spells.isEmpty { continue }
            spells = inOrder(spells, satellite, present.count + station)
            spells = used(spells, satellite, station)
            if !spells.isEmpty { body(satellite, spells) }
        }
    }

    /// When each rule of a link holds, whatever the others do.
    func ruleSpells(of link: LaserLink) -> [(rule: LinkRule, spells: [Spell])] {
        let (a, b) = (Int(link.a), Int(link.b))
        let closings: [(rule: LinkRule, spells: [Spell])] = schedules.map {
            ($0.rule, Self.spells(whole, a, b, outside: $0.schedule, by: $0.rule))
        }
        guard b < present.count else {
            let station = b - present.count
            let view = StationView(builder, station)
            return [(.position, present[a])]
                + view.rules.map { ($0, filter.radio(a, view, during: present[a], $0)) }
                + closings
                + (builder.groundPlan == nil ? [] : [(.choice, used(whole, a, station))])
        }
        let both = Spell.common(present[a], present[b])
        let chosen = topology.chosen(during: whole).first { $0.link == link }?.spells ?? []
        return [(.position, both), (.topology, chosen)]
            + builder.laserRules.rules.map {
                ($0, filter.laser(a, b, during: both, builder.laserRules, $0))
            } + closings
    }

    private func spells(ofLaser link: LaserLink, during chosen: [Spell]) -> [Spell] {
        let (a, b) = (Int(link.a), Int(link.b))
        var spells = Spell.common(chosen, Spell.common(present[a], present[b]))
        // A timetable holds fields of regard already, those of the very terminals that are used.
        let isPlanned = builder.topology is LinkTimetable
        for rule in builder.laserRules.rules
        where !spells.isEmpty && !(isPlanned && rule == .fieldOfRegard) {
            spells = filter.laser(a, b, during: spells, builder.laserRules, rule)
        }
        return spells.isEmpty ? [] : inOrder(spells, a, b)
    }

    /// What is known beforehand of nodes and links, with the rules that it stands for.
    private var schedules: [(rule: LinkRule, schedule: OutageSchedule)] {
        [(.outage, builder.outages), (.jurisdiction, builder.closures)].filter { !$1.isEmpty }
    }

    /// The parts of spells in which a link is neither out of order nor closed.
    private func inOrder(_ spells: [Spell], _ a: Int, _ b: Int) -> [Spell] {
        guard !builder.outages.isEmpty || !builder.closures.isEmpty else { return spells }
        return schedules.reduce(spells) {
            Self.spells($0, a, b, outside: $1.schedule, by: $1.rule)
        }
    }

    private static func spells(
        _ spells: [Spell], _ a: Int, _ b: Int, outside schedule: OutageSchedule, by rule: LinkRule
    ) -> [Spell] {
        Spell.common(
            spells, schedule.intervals(inOrder: a, b).map { Spell($0, by: .rule(rule)) })
    }

    /// The parts of spells in which a station has chosen a satellite.
    private func used(_ spells: [Spell], _ satellite: Int, _ station: Int) -> [Spell] {
        guard let plan = builder.groundPlan, let first = spells.first, let last = spells.last else {
            return spells
        }
        return Spell.common(
            spells,
            plan.intervals(
                station: station, satellite: satellite, from: first.beginS, to: last.endS
            ).map { Spell($0, by: .rule(.choice)) })
    }
}
