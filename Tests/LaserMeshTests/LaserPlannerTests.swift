import Foundation
import LaserMesh
import Orbits
import TestSupport
import Testing

/// Terminals: how many, where they can point, how fast they turn and how long they take.
@Suite struct LaserPlannerTests {
    static let shell = Shell(
        name: "S", planes: 12, slots: 16, inclinationDeg: 53, altitudeKm: 1_000, phasing: .walker(1)
    )

    /// The links of a list, one half of them in turns of a minute.
    private struct Alternating: Topology {
        let list: LinkList

        func appendLinks(
            among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
            to links: inout [LaserLink]
        ) {
            let even = Int(seconds / 60).isMultiple(of: 2)
            for (index, link) in list.links.enumerated() where index.isMultiple(of: 2) == even {
                links.append(link)
            }
        }
    }

    private func plan(
        _ topology: any Topology, _ terminals: LaserTerminals, seconds: [Double],
        rules: LaserRules = LaserRules(),
        each: (Double, LinkTimetable) -> Void = { _, _ in }
    ) -> LinkTimetable {
        let constellation = Constellation(
            Self.shell.elementSets(epoch: .j2000), propagator: .keplerJ2)
        var planner = LaserPlanner(topology: topology, rules: rules, terminals: terminals)
        for time in seconds {
            let (positions, velocities) = states(constellation, time)
            planner.decide(atSeconds: time, satellites: positions, velocities: velocities)
            each(time, planner.timetable())
        }
        return planner.timetable()
    }

    private func states(
        _ constellation: Constellation, _ seconds: Double
    ) -> (PositionPlanes, PositionPlanes) {
        let instant = Instant.j2000.advanced(bySeconds: seconds)
        var states = EphemerisPlanes(
            satellites: constellation.count, instants: 1,
            layout: .satelliteMajor(instants: 1))
        constellation.states(at: [instant], frame: .earthFixed, into: &states)
        var positions = PositionPlanes(count: constellation.count)
        var velocities = positions
        for satellite in 0..<constellation.count {
            positions[satellite] = states[satellite, 0].positionKm
            velocities[satellite] = states[satellite, 0].velocityKmPerS
        }
        return (positions, velocities)
    }

    @Test func `links that are there at first need no acquisition, later ones do`() {
        let list = LinkList.ring(ShellLayout.layouts(of: [Self.shell]))
        let times = (0..<13).map { Double($0) * 20 }
        let timetable = plan(
            Alternating(list: list), LaserTerminals(count: 4, acquisitionS: 12), seconds: times)
        for (index, link) in list.links.enumerated() {
            let choices = timetable.choices.filter { $0.link == link }
            let expected: [[Double]] =
                index.isMultiple(of: 2)
                ? [[-.infinity, 60], [132, 180], [252, .infinity]] : [[72, 120], [192, 240]]
            #expect(choices.map { [$0.upS, $0.downS] } == expected)
        }
        // Terminals that need longer than the topology keeps them never carry anything.
        let slow = plan(
            Alternating(list: list), LaserTerminals(count: 4, acquisitionS: 61), seconds: times)
        #expect(slow.choices.allSatisfy { $0.upS == -.infinity || $0.downS == .infinity })
    }

    @Test func `no satellite has more links than terminals`() {
        let names = (0..<192).map(String.init)
        for count in 0...3 {
            for topology in [LinkList.plusGrid([Self.shell]), Nearest(terminals: 6, names: names)]
                as [any Topology]
            {
                _ = plan(
                    topology, LaserTerminals(count: count), seconds: [0, 60, 120],
                    rules: LaserRules(maxRangeKm: 4_000)
                ) { time, timetable in
                    var degree = [Int](repeating: 0, count: 192)
                    for index in timetable.links.indices
                    where timetable.isChosen(index, atSeconds: time) {
                        degree[Int(timetable.links[index].a)] += 1
                        degree[Int(timetable.links[index].b)] += 1
                    }
                    #expect(degree.allSatisfy { $0 <= count })
                    #expect((degree.max() ?? 0) == count)
                }
            }
        }
    }

    @Test func `terminals that look ahead and back make rings only`() {
        let degree = Double.pi / 180
        func field(_ from: Double) -> FieldOfRegard {
            FieldOfRegard(
                fromAzimuthRad: from * degree, azimuthWidthRad: 20 * degree,
                leastElevationRad: -60 * degree, greatestElevationRad: 0)
        }
        let grid = LinkList.plusGrid([Self.shell])
        let ring = LinkList.ring(ShellLayout.layouts(of: [Self.shell]))
        let ahead = plan(
            grid, LaserTerminals(fields: [field(-10), field(170)]), seconds: [0, 30, 60])
        #expect(ahead.links == ring.links)
        let none = plan(
            grid,
            LaserTerminals(fields: [
                FieldOfRegard(
                    fromAzimuthRad: 0, azimuthWidthRad: 7, leastElevationRad: 0.2,
                    greatestElevationRad: 0.1)
            ]), seconds: [0])
        #expect(none.links.isEmpty)
    }

    @Test func `margins have the sign of what the planner does`() {
        let degree = Double.pi / 180
        let fields = [(-40.0, 80.0), (60, 60), (140, 80), (240, 60)].map {
            FieldOfRegard(
                fromAzimuthRad: $0.0 * degree, azimuthWidthRad: $0.1 * degree,
                leastElevationRad: -40 * degree, greatestElevationRad: 5 * degree)
        }
        var rules = LaserRules()
        rules.terminals = LaserTerminals(fields: fields)
        #expect(rules.rules == [.grazing, .fieldOfRegard])
        let constellation = Constellation(
            Self.shell.elementSets(epoch: .j2000), propagator: .keplerJ2)
        let (positions, velocities) = states(constellation, 0)
        // With one pair at a time every terminal is free.
        var up = 0
        for link in LinkList.plusGrid([Self.shell]).links {
            let ends = [link.a, link.b].map {
                LinkEnd(
                    node: NodeID(rawValue: $0), positionKm: positions[Int($0)],
                    velocityKmPerS: velocities[Int($0)])
            }
            let margin = rules.margin(of: .fieldOfRegard, LinkState(ends[0], ends[1]))
            var planner = LaserPlanner(
                topology: LinkList([link]), rules: LaserRules(),
                terminals: LaserTerminals(fields: fields))
            planner.decide(atSeconds: 0, satellites: positions, velocities: velocities)
            let clear = LaserRules().margin(of: .grazing, LinkState(ends[0], ends[1])) >= 0
            #expect(planner.timetable().links.isEmpty == !(margin >= 0 && clear))
            up += margin >= 0 ? 1 : 0
        }
        #expect(up > 100 && up < 384)
    }

    @Test func `a terminal that turns to another partner takes its time`() {
        // One terminal each: 0 first points ahead to 1, then back to 15.
        struct Turn: Topology {
            func appendLinks(
                among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
                to links: inout [LaserLink]
            ) {
                links.append(seconds < 10 ? LaserLink(0, 1) : LaserLink(0, 15))
            }
        }
        let timetable = plan(
            Turn(), LaserTerminals(count: 1, slewRateRadPerS: 0.1, acquisitionS: 2),
            seconds: [0, 10, 20])
        // Each partner is 11.25° below the horizon, ahead and back: the turn is 157.5°.
        let turnS = (180 - 360.0 / 16) * .pi / 180 / 0.1
        #expect(timetable.choices.count == 2)
        #expect(timetable.choices[0] == TimedLink(LaserLink(0, 1), downS: 10))
        #expect(abs(timetable.choices[1].upS - (10 + turnS + 2)) < 0.01)
    }
}
