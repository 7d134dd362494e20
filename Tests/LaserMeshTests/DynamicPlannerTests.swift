import Orbits
import TestSupport
import Testing

@testable import LaserMesh

/// Lasers by matchings: what is worth how much, and what is kept.
@Suite struct DynamicPlannerTests {
    static let shell = Shell(
        name: "S", planes: 6, slots: 8, inclinationDeg: 60, altitudeKm: 1_400, phasing: .walker(1))
    static let constellation = Constellation(
        shell.elementSets(epoch: .j2000), propagator: .keplerJ2)

    static func states(_ seconds: Double) -> SatelliteStates {
        var planes = EphemerisPlanes(
            satellites: constellation.count, instants: 1, layout: .satelliteMajor(instants: 1))
        constellation.states(
            at: [Instant.j2000.advanced(bySeconds: seconds)], frame: .earthFixed, into: &planes)
        var states = SatelliteStates(
            seconds: seconds, positions: PositionPlanes(count: constellation.count),
            velocities: PositionPlanes(count: constellation.count))
        for satellite in 0..<constellation.count {
            states.positions[satellite] = planes[satellite, 0].positionKm
            states.velocities[satellite] = planes[satellite, 0].velocityKmPerS
        }
        return states
    }

    static func ahead(_ rules: MatchingRules, _ seconds: Double) -> [SatelliteStates] {
        rules.aheadS.map { states(seconds + $0) }
    }

    static let stations = [(50.0, 0.0), (40.0, -100.0), (-30.0, 20.0)].map { latitude, longitude in
        Observer(at: Geodetic(latitudeDeg: latitude, longitudeDeg: longitude), on: .wgs84)
            .position.km
    }

    /// Ways between the stations.
    static var demands: [NodeDemand] {
        let first = constellation.count
        return [
            NodeDemand(NodeID(first), NodeID(first + 1), weight: 3),
            NodeDemand(NodeID(first + 1), NodeID(first + 2), weight: 1),
        ]
    }

    /// Decides every minute and tells at each decision what was offered, and what is held then.
    static func run(
        _ matching: MatchingRules, minutes: Int = 20, rules: LaserRules = LaserRules(),
        terminals: LaserTerminals = LaserTerminals(count: 1), demands: [NodeDemand] = [],
        each: (_ offers: [LinkOffer], _ before: Set<LaserLink>, _ after: Set<LaserLink>) -> Void = {
            _, _, _ in
        }
    ) -> DynamicPlanner {
        var planner = DynamicPlanner(
            matching, rules: rules, terminals: terminals, demands: demands)
        for minute in 0..<minutes {
            let now = states(Double(minute) * 60)
            let ahead = ahead(matching, now.seconds)
            let before = Set(planner.holds.held.keys)
            var asked = planner
            asked.begin(now)
            let offers = asked.offers(now, ahead, stations)
            planner.decide(now, ahead: ahead, stations: stations)
            each(offers, before, Set(planner.holds.held.keys))
        }
        return planner
    }

    @Test(arguments: [(LinkMatching.exact, 1), (.greedy, 1), (.greedy, 3)])
    func `no satellite has more links than terminals, and all are in view`(
        method: LinkMatching, terminals: Int
    ) {
        let matching = MatchingRules(matching: method)
        _ = Self.run(matching, minutes: 5, terminals: LaserTerminals(count: terminals)) {
            offers, _, after in
            var degree: [Int32: Int] = [:]
            for link in after {
                degree[link.a, default: 0] += 1
                degree[link.b, default: 0] += 1
            }
            #expect(degree.values.allSatisfy { $0 <= terminals })
            #expect(after.isSubset(of: offers.map(\.link)))
            #expect(after.count > 20 * terminals)
        }
    }

    /// What takes the place of links is worth more than they are, by the gain for each.
    @Test func `an exact change gains what it must`() {
        let gainS = 45.0
        var given = 0
        for demands in [[], Self.demands] {
            _ = Self.run(
                MatchingRules(switchGainS: gainS, matching: .exact), demands: demands
            ) { offers, before, after in
                var worth: [LaserLink: Int] = [:]
                for offer in offers {
                    worth[offer.link] =
                        offer.weight - (before.contains(offer.link) ? Int(gainS * 1_000) : 0)
                }
                // What is not offered any more is out of view.
                let lost = before.subtracting(after).filter { worth[$0] != nil }
                let new = after.subtracting(before)
                let gain =
                    new.reduce(0) { $0 + (worth[$1] ?? 0) }
                    - lost.reduce(0) { $0 + (worth[$1] ?? 0) }
                #expect(gain >= lost.count * Int(gainS * 1_000))
                given += lost.count
            }
        }
        #expect(given > 10)
    }

    @Test func `a greedy choice gives a link up for a better one at one of its ends`() {
        var given = 0
        _ = Self.run(MatchingRules(switchGainS: 20, matching: .greedy)) { offers, before, after in
            var worth: [LaserLink: Int] = [:]
            for offer in offers { worth[offer.link] = offer.weight }
            for link in before.subtracting(after) where worth[link] != nil {
                given += 1
                let better = after.subtracting(before).contains { other in
                    [other.a, other.b].contains { $0 == link.a || $0 == link.b }
                        && (worth[other] ?? 0) >= (worth[link] ?? 0)
                }
                #expect(better)
            }
        }
        #expect(given > 10)
    }

    @Test func `a great threshold keeps links while they live`() {
        var changes = [0, 0]
        for (index, gainS) in [0, 1e6].enumerated() {
            _ = Self.run(MatchingRules(switchGainS: gainS, matching: .exact)) {
                offers, before, after in
                let inView = Set(offers.map(\.link))
                if gainS > 0 { #expect(before.intersection(inView).isSubset(of: after)) }
                changes[index] += before.subtracting(after).count
            }
        }
        #expect(changes[1] < changes[0])
    }

    /// Every link lives as long as dense sampling says, to the thirty-second part of a look and what
    /// chords err.
    @Test func `times in view are those of dense sampling`() {
        let rules = LaserRules(maxRangeKm: 6_000)
        let matching = MatchingRules()
        let views = ViewTimes(
            rules, LaserTerminals(count: 1), [Self.states(0)] + Self.ahead(matching, 0))
        let dense = (0...600).map { Self.states(Double($0)).positions }
        var ended = 0
        for a in 0..<Self.constellation.count {
            for b in (a + 1)..<Self.constellation.count where (a + b) % 3 == 0 {
                let until =
                    dense.firstIndex { positions in
                        !rules.allow(
                            lengthKm: positions.lengthKm(a, b), from: positions[a],
                            to: positions[b])
                    }.map(Double.init) ?? 600
                let seconds = views.seconds(of: LaserLink(a, b), usable: (1, 1))
                #expect(abs(seconds - until) < 3 || (until == 0 && seconds == 0))
                if until > 0, until < 600 { ended += 1 }
            }
        }
        #expect(ended > 20)
    }

    @Test func `new links wait for acquisition, and short ones are not worth it`() {
        let terminals = LaserTerminals(count: 2, acquisitionS: 100)
        let planner = Self.run(MatchingRules(matching: .greedy), terminals: terminals)
        let timetable = planner.timetable()
        var late = 0
        for choice in timetable.choices where choice.upS > -.infinity {
            #expect((choice.upS - 100).truncatingRemainder(dividingBy: 60) == 0)
            late += 1
        }
        #expect(late > 0 && planner.acquisitions >= late)
    }

    @Test func `terminals are where they can point`() {
        let degree = Double.pi / 180
        let fields = [-50.0, 130].map {
            FieldOfRegard(
                fromAzimuthRad: $0 * degree, azimuthWidthRad: 100 * degree,
                leastElevationRad: -50 * degree, greatestElevationRad: 10 * degree)
        }
        var rules = LaserRules()
        rules.terminals = LaserTerminals(fields: fields)
        for (method, minutes) in [(LinkMatching.exact, 2), (.greedy, 6)] {
            var links = 0
            var minute = 0.0
            _ = Self.run(
                MatchingRules(matching: method), minutes: minutes, rules: rules,
                terminals: LaserTerminals(fields: fields)
            ) { offers, _, after in
                let states = Self.states(minute * 60)
                minute += 1
                links += after.count
                for link in after {
                    let ends = [link.a, link.b].map {
                        LinkEnd(
                            node: NodeID(rawValue: $0), positionKm: states.positions[Int($0)],
                            velocityKmPerS: states.velocities[Int($0)])
                    }
                    #expect(
                        rules.margin(of: .fieldOfRegard, LinkState(ends[0], ends[1])) >= 0)
                }
            }
            #expect(links > 25 * minutes)
        }
    }

    @Test func `lasers follow the demand`() {
        func carried(_ share: Double) -> Double {
            let planner = Self.run(
                MatchingRules(demandShare: share, matching: .greedy), minutes: 1,
                terminals: LaserTerminals(count: 2), demands: Self.demands)
            let field = DemandField(Self.demands, among: Self.states(0).positions, Self.stations)
            return planner.holds.links.reduce(0) { $0 + field.demand(Int($1.a), Int($1.b)) }
        }
        let (without, with, more) = (carried(0), carried(1), carried(20))
        #expect(without < 0.8 * with && with <= more)
    }

    /// Along a great circle a link counts the whole demand, across it nothing, far from it nothing.
    @Test func `the demand of a link is what passes along it`() {
        func place(_ latitude: Double, _ longitude: Double) -> SIMD3<Double> {
            Observer(
                at: Geodetic(latitudeDeg: latitude, longitudeDeg: longitude, altitudeKm: 500),
                on: .sphere
            ).position.km
        }
        var satellites = PositionPlanes(count: 0)
        for (latitude, longitude) in [
            (0.0, 20.0), (0.0, 30), (2, 25), (-2, 25), (60, 20), (60, 30),
        ] {
            satellites.append(place(latitude, longitude))
        }
        let field = DemandField(
            [NodeDemand(NodeID(6), NodeID(7), weight: 5)], among: satellites,
            [place(0, 0), place(0, 50)])
        #expect(abs(field.demand(0, 1) - 5) < 1e-9)
        #expect(abs(field.demand(2, 3)) < 0.02)
        #expect(field.demand(4, 5) == 0)
        // Either way counts alike.
        #expect(abs(field.demand(1, 0) - field.demand(0, 1)) < 1e-12)
    }
}
