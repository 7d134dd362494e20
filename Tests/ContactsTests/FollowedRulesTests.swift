import LaserMesh
import Orbits
import TestSupport
import Testing

@testable import Contacts

/// Contacts and route intervals hold every rule that the mesh of an instant holds.
@Suite struct FollowedRulesTests {
    enum Kind: CaseIterable, Sendable {
        case mask, geostationaryArc, outages, closures, choice, moving, everything
    }

    private static let windowS = 0.0..<90.0

    /// The small shells under stations with a rule beyond elevation and range.
    static func mesh(_ kind: Kind) -> MovingMesh {
        var stations = MovingShells.stations
        var rules = GroundRules(minElevationRad: 0.2)
        let isAll = kind == .everything
        if kind == .mask || isAll {
            // A wall to the north and two towers.
            let corners = [
                (0.0, 0.9), (1.0, 0.3), (2, 0), (2.2, 1.2), (2.4, 0), (5, 0), (5.1, 0.8),
            ]
            let mask = AzimuthMask(corners.map { (azimuthRad: $0.0, elevationRad: $0.1) })
            for station in stations.indices { stations[station].mask = mask }
        }
        if kind == .geostationaryArc || isAll { rules.geostationaryAvoidanceRad = 0.3 }
        if kind == .moving || isAll {
            // An aircraft that has long left, one that turns twice in the window, and a ship.
            stations[1].track = StationTrack(
                from: stations[1].place, to: stations[0].place, speedKmPerS: 0.25,
                departureS: -3_000)
            stations[2].track = StationTrack([
                (-100, Geodetic(latitudeDeg: -30, longitudeDeg: 150, altitudeKm: 3)),
                (20.25, Geodetic(latitudeDeg: -30.1, longitudeDeg: 150.2, altitudeKm: 10)),
                (61.5, Geodetic(latitudeDeg: -29.9, longitudeDeg: 150.25, altitudeKm: 11)),
                (500, Geodetic(latitudeDeg: -29, longitudeDeg: 151, altitudeKm: 11)),
            ])
            stations[6].track = StationTrack(
                from: stations[6].place, to: stations[3].place, speedKmPerS: 0.01)
        }
        let plain = MovingShells.mesh(ground: rules)
        var builder = MeshBuilder(
            topology: plain.builder.topology, groundRules: rules, stations: stations)
        if kind == .outages || isAll { builder.outages = outages(in: plain) }
        if kind == .closures || isAll { builder.closures = closures() }
        if kind == .choice || isAll {
            rules.choice = .highest
            rules.satellitesPerStation = 2
            builder = builder.replacing(topology: builder.topology, groundRules: rules)
            var planner = GroundPlanner(builder)
            for seconds in stride(from: -3.0, to: 100, by: 15) {
                planner.look(
                    at: plain.constellation.positions(
                        at: plain.epoch.advanced(bySeconds: seconds)), atSeconds: seconds,
                    isChoice: true)
            }
            builder.groundPlan = planner.plan(satelliteCount: MovingShells.satelliteCount)
        }
        return MovingMesh(plain.constellation, builder: builder, epoch: plain.epoch)
    }

    /// Every fourth satellite over a country for a while, and a station under its law for good.
    private static func closures() -> OutageSchedule {
        var closures = OutageSchedule()
        closures.add(node: MovingShells.satelliteCount + 5, fromS: -1e15, toS: 1e15)
        var random = SeededGenerator(seed: 9)
        for satellite in 0..<MovingShells.satelliteCount where satellite % 4 == 1 {
            let from = Double.random(in: -20..<80, using: &random)
            closures.add(node: satellite, fromS: from, toS: from + 25)
        }
        return closures
    }

    /// A station, satellites and lasers that are out of order for tenths of a second and longer.
    private static func outages(in mesh: MovingMesh) -> OutageSchedule {
        var outages = OutageSchedule()
        outages.add(node: MovingShells.satelliteCount, fromS: 30.3, toS: 30.7)
        var random = SeededGenerator(seed: 8)
        for satellite in 0..<MovingShells.satelliteCount where satellite % 3 == 0 {
            let from = Double.random(in: -20..<80, using: &random)
            outages.add(
                node: satellite, fromS: from,
                toS: from + Double.random(in: 0.1...40, using: &random))
        }
        for link in mesh.mesh(atSeconds: 0).links where link.a.index % 5 == 0 {
            let from = Double.random(in: 0..<80, using: &random)
            outages.add(link: link.a.index, link.b.index, fromS: from, toS: from + 7.5)
        }
        return outages
    }

    @Test(arguments: Kind.allCases)
    func `contacts are what the meshes show`(kind: Kind) async {
        let mesh = Self.mesh(kind)
        let plan = await ContactFinder(mesh).plan(over: Self.windowS, threads: 2)
        var causes: Set<ContactCause> = []
        for contact in plan.contacts { causes.formUnion([contact.causeUp, contact.causeDown]) }
        switch kind {
        case .mask: #expect(causes.contains(.rule(.mask)))
        case .geostationaryArc: #expect(causes.contains(.rule(.geostationaryArc)))
        case .outages: #expect(causes.contains(.rule(.outage)))
        case .closures: #expect(causes.contains(.rule(.jurisdiction)))
        case .choice: #expect(causes.contains(.rule(.choice)))
        case .moving: #expect(causes.contains(.rule(.elevation)))
        case .everything: #expect(causes.count >= 5)
        }
        var instants = Array(stride(from: 0.5, to: 90, by: 2.5))
        // Beside the ends of some contacts.
        for contact in plan.contacts where contact.causeDown != .window {
            guard contact.a.index % 7 == 0 else { continue }
            instants += [contact.downS - 2e-6, contact.downS + 2e-6]
        }
        for time in instants where Self.windowS.contains(time) {
            let links = mesh.mesh(atSeconds: time).links
            let up = plan.contacts(atSeconds: time).map { plan.contacts[$0] }
            #expect(
                Set(links.map { [$0.a, $0.b] }) == Set(up.map { [$0.a, $0.b] }), "at \(time)")
            for link in links {
                let contact = up.first { $0.a == link.a && $0.b == link.b }
                #expect(
                    contact.map {
                        link.lengthKm > $0.minKm - 1e-4 && link.lengthKm < $0.maxKm + 1e-4
                    } ?? true)
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `intervals are what searches find`(kind: Kind) {
        let search = RouteIntervals(
            Self.mesh(kind),
            pairs: RouteIntervalsTests.pairs([(0, 1), (1, 2), (0, 2), (3, 6), (2, 6)]),
            windowS: Self.windowS)
        let timelines = search.timelines()
        #expect(timelines.contains { $0.changes > 0 })
        var random = SeededGenerator(seed: 5)
        RouteIntervalsTests.compare(
            search, timelines,
            instants: (0..<40).map { _ in Double.random(in: Self.windowS, using: &random) }
                + RouteIntervalsTests.besideEnds(timelines))
    }

    @Test func `a choice of terminals is known as a timetable`() async {
        let plain = MovingShells.mesh()
        let choices = plain.mesh(atSeconds: 0).links.filter { $0.kind == .laser }.enumerated().map {
            index, link in
            TimedLink(
                LaserLink(link.a.index, link.b.index), upS: Double(index % 9) * 11.3 - 20,
                downS: index % 4 == 0 ? .infinity : Double(index % 9) * 11.3 + 30.6)
        }
        let search = RouteIntervals(
            MovingShells.mesh(topology: LinkTimetable(choices)),
            pairs: RouteIntervalsTests.pairs([(0, 1), (1, 2), (3, 6)]), windowS: Self.windowS)
        let timelines = search.timelines()
        RouteIntervalsTests.compare(
            search, timelines,
            instants: (0..<40).map { Double($0) * 2.2 }
                + RouteIntervalsTests.besideEnds(timelines))
    }

    @Test func `what cannot be followed is told`() {
        let mesh = MovingShells.mesh()
        #expect(mesh.builder.followingObstacle == nil)
        var rules = GroundRules.standard
        rules.choice = .nearest
        #expect(
            mesh.builder.replacing(topology: LinkList.none, groundRules: rules).followingObstacle
                == .choiceAtEveryInstant)
        let given = MeshBuilder(
            topology: LinkList.none,
            groundLinks: GroundLinkList([(0, 3, 700)], stationCount: 1),
            stations: [MovingShells.stations[0]])
        #expect(given.followingObstacle == .givenRadioLinks)
    }
}
