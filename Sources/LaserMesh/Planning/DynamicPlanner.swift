import Orbits

/// Plans lasers for a whole window by matchings of greatest weight: the topology `dynamic`.
///
/// At each decision every pair of satellites in view of each other is offered as a link. It is worth
///
/// ```
/// T (1 + β q / q_max) + G for a link that is held
/// ```
///
/// with T the predicted time in view, at most the horizon and, of a new link, less the time of
/// acquisition; q the demand that it carries forward, in parts of the most that a link carries then,
/// and β what that is worth (``MatchingRules/demandShare``); and G the gain that a change must have
/// (``MatchingRules/switchGainS``). The links of greatest worth together are chosen that the terminals
/// can serve, each satellite as many as it has terminals.
///
/// Hence a link is kept while it lives, unless the change is worth it: with exact matching, whatever takes
/// the place of n links is worth more than they are by n G at least; with the greedy one, a link gives way
/// only to a new one at one of its ends that is worth more by G.
///
/// New links are made as those of ``LaserPlanner`` are: a terminal turns, acquires, and then carries
/// traffic. Terminals that point everywhere are taken by the least turn.
///
/// - Note: Lasers by matching, exact and greedy, with connections kept on purpose: B. Soret, I.
///   Leyva-Mayorga and P. Popovski, "Inter-plane satellite matching in dense LEO constellations", 2019,
///   arXiv:1905.08410. That links are judged by how long they last and by the traffic which they would
///   carry: E. L. Althouse et al., Proc. SPIE 876 (1988), DOI 10.1117/12.943922.
public struct DynamicPlanner: LaserDeciding {
    private let matching: MatchingRules
    private let rules: LaserRules
    private let demands: [NodeDemand]
    private(set) var holds: LaserHolds

    /// How many links were made anew, and had to be acquired.
    public var acquisitions: Int { holds.acquisitions }

    /// As far as the rules look ahead.
    public var aheadS: [Double] { matching.aheadS }

    /// Creates a planner.
    ///
    /// - Parameters:
    ///   - matching: What counts.
    ///   - rules: When a laser may be.
    ///   - terminals: The terminals of each satellite, at most 64.
    ///   - demands: What the nodes want to send; the ground stations' nodes follow the satellites'.
    public init(
        _ matching: MatchingRules = MatchingRules(), rules: LaserRules,
        terminals: LaserTerminals, demands: [NodeDemand] = []
    ) {
        precondition(terminals.fields.count <= 64)
        self.matching = matching
        self.rules = rules
        self.demands = demands
        holds = LaserHolds(terminals)
    }

    /// Decides at an instant.
    ///
    /// - Parameters:
    ///   - now: The satellites then, later than at the decisions before.
    ///   - ahead: The satellites at ``MatchingRules/aheadS`` later.
    ///   - stations: Earth-fixed positions of the ground stations [km].
    /// - Complexity: O(pairs in view · instants ahead + satellites · demands), and what the matching
    ///   takes.
    public mutating func decide(
        _ now: SatelliteStates, ahead: [SatelliteStates], stations: [SIMD3<Double>]
    ) {
        let count = now.positions.count
        begin(now)
        let offers = offers(now, ahead, stations)
        let terminalCount = holds.terminals.fields.count
        let method =
            matching.matching
            ?? (count * terminalCount <= MatchingRules.exactTerminals ? .exact : .greedy)
        let chosen = method.choose(
            among: offers, satelliteCount: count, terminalCount: terminalCount
        ).map { offers[$0] }
        hold(chosen, satelliteCount: count)
        holds.end()
    }

    /// Begins an instant.
    mutating func begin(_ now: SatelliteStates) { holds.begin(now) }

    /// The links in view, in the order of their ends, with what they are worth [ms].
    func offers(
        _ now: SatelliteStates, _ ahead: [SatelliteStates], _ stations: [SIMD3<Double>]
    ) -> [LinkOffer] {
        let views = ViewTimes(rules, holds.terminals, [now] + ahead)
        let waitS = holds.isFirst ? 0 : holds.terminals.acquisitionS
        var offers: [LinkOffer] = []
        var secondsOf: [Double] = []
        for pair in pairs(now.positions) {
            let link = LaserLink(Int(pair.a), Int(pair.b))
            let hold = holds.held[link]
            // A link that is held lives in its terminals, and in no others.
            let usable =
                hold.map { (1 << UInt64($0.terminalA), 1 << UInt64($0.terminalB)) }
                ?? views.pointing(link, at: 0)
            let seconds = views.seconds(of: link, usable: usable) - (hold == nil ? waitS : 0)
            guard seconds > 0 else { continue }
            offers.append(LinkOffer(link: link, weight: 0, steps: pair.steps, terminals: usable))
            secondsOf.append(seconds)
        }
        let shares = demandShares(of: offers, now.positions, stations)
        for place in offers.indices {
            let gainS = holds.held[offers[place].link] == nil ? 0 : matching.switchGainS
            let worthS = secondsOf[place] * (1 + matching.demandShare * shares[place]) + gainS
            offers[place].weight = max(1, Int((worthS * 1_000).rounded()))
        }
        return offers
    }

    /// All pairs of satellites that are near enough to each other, in the order of their numbers.
    private func pairs(_ satellites: PositionPlanes) -> [CandidatePair] {
        var greatest = 0.0
        var present: [Int32] = []
        for index in 0..<satellites.count {
            let p = satellites[index]
            let radius = (p * p).sum().squareRoot()
            guard radius.isFinite else { continue }
            greatest = max(greatest, radius)
            present.append(Int32(index))
        }
        guard !holds.terminals.fields.isEmpty, present.count >= 2 else { return [] }
        var pairs: [CandidatePair] = []
        var spare: [CandidatePair] = []
        NeighbourGrid(
            of: present, at: satellites, radiusKm: rules.reachKm(greatestRadiusKm: greatest)
        ).appendPairs(longerThanKm: -1, to: &pairs)
        RadixSort.sort(&pairs, spare: &spare) { $0.key }
        return pairs
    }

    /// The demand of each offer in parts of the most that one has, 0...1.
    private func demandShares(
        of offers: [LinkOffer], _ satellites: PositionPlanes, _ stations: [SIMD3<Double>]
    ) -> [Double] {
        guard matching.demandShare > 0, !demands.isEmpty else {
            return Array(repeating: 0, count: offers.count)
        }
        let field = DemandField(demands, among: satellites, stations)
        let carried = offers.map { field.demand(Int($0.link.a), Int($0.link.b)) }
        let most = carried.max() ?? 0
        return most > 0 ? carried.map { max(0, $0 / most) } : carried.map { _ in 0 }
    }

    /// Lets go of links that are not chosen, and makes those that are new.
    private mutating func hold(_ chosen: [LinkOffer], satelliteCount: Int) {
        let kept = Set(chosen.map(\.link))
        for link in holds.links where !kept.contains(link) || !holds.follow(link) {
            holds.release(link)
        }
        let new = chosen.indices.filter { holds.held[chosen[$0].link] == nil }.sorted {
            (chosen[$0].steps, chosen[$0].link.key) < (chosen[$1].steps, chosen[$1].link.key)
        }
        guard holds.terminals.areRestricted else {
            for place in new { holds.make(chosen[place].link) }
            return
        }
        // Links that are held have one terminal each; the new ones find theirs among the others.
        var slots = TerminalSlots(
            satelliteCount: satelliteCount, terminalCount: holds.terminals.fields.count,
            offers: chosen)
        for place in chosen.indices { _ = slots.take(place) }
        for place in new {
            let link = chosen[place].link
            guard let a = slots.terminal(of: place, at: link.a),
                let b = slots.terminal(of: place, at: link.b)
            else { continue }
            holds.make(link, a, b)
        }
    }

    /// The links that were chosen; those that are held at the last instant last on.
    public func timetable() -> LinkTimetable { holds.timetable() }
}
