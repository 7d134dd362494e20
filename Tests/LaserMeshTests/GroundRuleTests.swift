import Foundation
import LaserMesh
import Orbits
import TestSupport
import Testing

/// Skylines, the geostationary arc, choices, outages and moving users.
@Suite struct GroundRuleTests {
    static let degree = Double.pi / 180

    @Test func `a skyline is linear between its corners and goes round`() throws {
        let degree = Self.degree
        let mask = try #require(
            AzimuthMask([(350 * degree, 10 * degree), (90 * degree, 0), (30 * degree, 30 * degree)])
        )
        for (azimuth, elevation) in [
            (350.0, 10.0), (0, 15), (10, 20), (30, 30), (60, 15), (90, 0), (220, 5), (-10, 10),
        ] {
            #expect(
                abs(mask.elevationRad(atAzimuthRad: azimuth * degree) / degree - elevation) < 1e-9)
        }
        let level = try #require(AzimuthMask([(1, 0.3)]))
        #expect(level.elevationRad(atAzimuthRad: 5) == 0.3 && level.greatestElevationRad == 0.3)
        #expect(AzimuthMask([]) == nil && AzimuthMask([(1, 0), (1, 0.1)]) == nil)
        #expect(AzimuthMask([(.nan, 0)]) == nil)
    }

    @Test func `angles to the geostationary arc have closed forms on the equator`() {
        let station = Observer(at: Geodetic(latitudeDeg: 0, longitudeDeg: 20))
        let arc = GeostationaryArc(seenFrom: station)
        for tilt in [0.0, 0.01, 0.3, 1.2] {
            // Straight up and tilted to the north: the nearest place is overhead.
            let target =
                station.position.km + 800 * (cos(tilt) * station.up + sin(tilt) * station.north)
            #expect(abs(arc.separationRad(to: target) - tilt) < 1e-8)
            // To the east within the plane of the arc: on it.
            let east =
                station.position.km + 800 * (cos(tilt) * station.up + sin(tilt) * station.east)
            #expect(arc.separationRad(to: east) < 1e-7)
        }
        let pole = GeostationaryArc(
            seenFrom: Observer(at: Geodetic(latitudeDeg: 85, longitudeDeg: 0)))
        #expect(!pole.isVisible && pole.separationRad(to: SIMD3(0, 0, 7_000)) == .infinity)
    }

    @Test func `angles to the geostationary arc are those of a dense search`() {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<40 {
            let station = Observer(
                at: Geodetic(
                    latitudeDeg: Double.random(in: -80...80, using: &random),
                    longitudeDeg: Double.random(in: -180...180, using: &random)))
            let arc = GeostationaryArc(seenFrom: station)
            let target = random.pointOnSphere(radius: 7_500)
            let d = target - station.position.km
            let direction = d / (d * d).sum().squareRoot()
            var least = Double.infinity
            for step in 0..<7_200 {
                let longitude = Double(step) * 0.05 * Self.degree
                let place =
                    SIMD3(cos(longitude), sin(longitude), 0) * GeostationaryArc.radiusKm
                    - station.position.km
                guard (place * station.up).sum() >= 0 else { continue }
                let cosine = (place * direction).sum() / (place * place).sum().squareRoot()
                least = min(least, acos(max(-1, min(1, cosine))))
            }
            let angle = arc.separationRad(to: target)
            #expect(angle <= least + 1e-9 && angle > least - 0.05 * Self.degree)
        }
    }

    @Test func `a user goes along the great circle at its speed and stays at the end`() throws {
        let track = StationTrack(
            from: Geodetic(latitudeDeg: 0, longitudeDeg: 0, altitudeKm: 11),
            to: Geodetic(latitudeDeg: 0, longitudeDeg: 90, altitudeKm: 11), speedKmPerS: 0.25,
            departureS: 100)
        let quarter = StationTrack.earthRadiusKm * .pi / 2 / 0.25
        for (seconds, longitude) in [
            (0.0, 0.0), (100, 0), (100 + quarter / 3, 30), (100 + quarter, 90), (1e6, 90),
        ] {
            let place = track.place(atSeconds: seconds)
            #expect(abs(place.longitudeDeg - longitude) < 1e-9 && abs(place.latitudeDeg) < 1e-9)
            #expect(place.altitudeKm == 11)
        }
        let stops = try #require(
            StationTrack([
                (10, Geodetic(latitudeDeg: 60, longitudeDeg: 90)),
                (0, Geodetic(latitudeDeg: 60, longitudeDeg: -90, altitudeKm: 2)),
            ]))
        // Over the pole: half a turn of longitude apart at 60° is a great circle of 60°.
        let middle = stops.place(atSeconds: 5)
        #expect(abs(middle.latitudeDeg - 90) < 1e-6 && middle.altitudeKm == 1)
        #expect(StationTrack([]) == nil)
    }

    @Test func `outages are half-open, and margins tell when they change`() {
        var schedule = OutageSchedule()
        schedule.add(node: 3, fromS: 10, toS: 20)
        schedule.add(node: 3, fromS: 15, toS: 30)
        schedule.add(link: 5, 4, fromS: 0, toS: 5)
        schedule.add(node: 7, fromS: 5, toS: 5)
        #expect(schedule.isUp(3, 4, atSeconds: 9.999) && !schedule.isUp(3, 4, atSeconds: 10))
        #expect(!schedule.isUp(4, 3, atSeconds: 29.999) && schedule.isUp(4, 3, atSeconds: 30))
        #expect(!schedule.isUp(4, 5, atSeconds: 0) && schedule.isUp(4, 6, atSeconds: 0))
        #expect(schedule.isUp(5, 4, atSeconds: 5) && schedule.isUp(7, 8, atSeconds: 5))
        #expect(schedule.marginS(3, 4, atSeconds: 4) == 6)
        #expect(schedule.marginS(3, 4, atSeconds: 12) == -18)
        #expect(schedule.marginS(3, 4, atSeconds: 40) == .infinity)
        #expect(schedule.outages.map { [$0.a, $0.b] } == [[3, 3], [4, 5]])
    }

    @Test(arguments: SatelliteChoice.allCases)
    func `a station takes the best that are left`(choice: SatelliteChoice) {
        var random = SeededGenerator(seed: 42)
        var rules = GroundRules.standard
        rules.choice = choice
        rules.satellitesPerStation = 2
        rules.stationsPerSatellite = 3
        let chooser = SatelliteChooser(rules)
        let candidates = (0..<300).map { _ in
            SatelliteChooser.Candidate(
                Link(
                    NodeID(Int.random(in: 0..<40, using: &random)),
                    NodeID(40 + Int.random(in: 0..<20, using: &random)), kind: .radio,
                    lengthKm: 1_000),
                cost: Double(Int.random(in: 0..<50, using: &random)))
        }
        // The best that is left, again and again.
        var left = Array(Set(candidates))
        var expected: [SatelliteChooser.Candidate] = []
        while let best = left.min(by: {
            ($0.cost, $0.link.b, $0.link.a) < ($1.cost, $1.link.b, $1.link.a)
        }) {
            left.removeAll { $0 == best }
            if expected.count(where: { $0.link.b == best.link.b }) < 2,
                expected.count(where: { $0.link.a == best.link.a }) < 3
            {
                expected.append(best)
            }
        }
        #expect(Set(chooser.choose(among: Array(Set(candidates)))) == Set(expected))
    }

    @Test func `the batch has every rule of the plain builder`() throws {
        var random = SeededGenerator(seed: 43)
        let shell = Shell(
            name: "S", planes: 12, slots: 12, inclinationDeg: 53, altitudeKm: 1_000,
            phasing: .walker(5))
        let constellation = Constellation(
            shell.elementSets(epoch: .j2000), propagator: .keplerJ2)
        let mask = try #require(AzimuthMask([(0, 0.1), (2, 0.9), (4, 0.3)]))
        var stations = (0..<12).map { index in
            GroundStation(
                name: "g\(index)",
                place: Geodetic(
                    latitudeDeg: Double.random(in: -60...60, using: &random),
                    longitudeDeg: Double.random(in: -180...180, using: &random)),
                mask: index % 3 == 0 ? mask : nil)
        }
        stations[1].track = StationTrack(
            from: stations[1].place, to: stations[2].place, speedKmPerS: 1)
        let variants: [(inout GroundRules) -> Void] = [
            { _ in }, { $0.geostationaryAvoidanceRad = 0.3 },
            { ($0.choice, $0.satellitesPerStation) = (.nearest, 2) },
            { ($0.choice, $0.stationsPerSatellite) = (.highest, 1) },
            { $0.satellitesPerStation = 3 },
        ]
        for (index, change) in variants.enumerated() {
            var rules = GroundRules(minElevationRad: 0.2)
            change(&rules)
            var builder = MeshBuilder(
                topology: LinkList.plusGrid([shell]), groundRules: rules, stations: stations)
            if index % 2 == 0 {
                builder.outages.add(node: 5, fromS: 30, toS: 90)
                builder.outages.add(node: 144 + 3, fromS: 60, toS: 61)
                builder.outages.add(link: 0, 1, fromS: 0, toS: 45)
            }
            if index == 4 {
                builder.groundPlan = GroundPlan([
                    (0, (0..<12).map { ($0, $0 * 7) }), (60, (0..<12).map { ($0, $0 * 5 + 1) }),
                ])
            }
            let seconds = (0..<6).map { Double($0) * 30 }
            let planes = seconds.map {
                constellation.positions(at: Instant.j2000.advanced(bySeconds: $0))
            }
            var batchBuilder = MeshBatchBuilder(builder)
            var batch = MeshBatch()
            batchBuilder.build(PositionBlock(planes, atSeconds: seconds), into: &batch)
            for (instant, plane) in planes.enumerated() {
                let mesh = builder.mesh(of: plane, atSeconds: seconds[instant])
                #expect(batch.mesh(at: instant).links == mesh.links)
                // Stations that are not asked for change nothing for the others.
                let some = builder.mesh(of: plane, atSeconds: seconds[instant], linking: [2, 7])
                let asked = [146, 151]
                #expect(
                    some.links.filter { $0.kind == .radio }
                        == mesh.links.filter { $0.kind == .radio && asked.contains($0.b.index) })
            }
        }
    }

    @Test func `choices over time are those of a plain search`() {
        var random = SeededGenerator(seed: 44)
        let shell = Shell(
            name: "S", planes: 8, slots: 12, inclinationDeg: 53, altitudeKm: 1_200,
            phasing: .walker(3))
        let constellation = Constellation(
            shell.elementSets(epoch: .j2000), propagator: .keplerJ2)
        let stations = (0..<4).map { index in
            GroundStation(
                name: "g\(index)", latitudeDeg: Double.random(in: -50...50, using: &random),
                longitudeDeg: Double.random(in: -180...180, using: &random))
        }
        let times = (0..<90).map { Double($0) * 15 }
        let planes = times.map {
            constellation.positions(at: Instant.j2000.advanced(bySeconds: $0))
        }
        for choice in [SatelliteChoice.longest, .sticky] {
            var rules = GroundRules(minElevationRad: 0.2)
            rules.choice = choice
            let builder = MeshBuilder(
                topology: LinkList.none, groundRules: rules, stations: stations)
            var planner = GroundPlanner(builder)
            for (index, plane) in planes.enumerated() {
                planner.look(at: plane, atSeconds: times[index], isChoice: index < 40)
            }
            let plan = planner.plan(satelliteCount: 96)
            #expect(plan.atS == Array(times[..<40]))
            func elevation(_ index: Int, _ station: Int, _ satellite: Int) -> Double {
                builder.observers[station].lookAngles(
                    to: ITRFPosition(km: planes[index][satellite])
                ).elevationRad
            }
            func stay(_ index: Int, _ station: Int, _ satellite: Int) -> Int {
                times.indices[index...].prefix { elevation($0, station, satellite) >= 0.2 }.count
            }
            var used = [Int?](repeating: nil, count: 4)
            for index in 0..<40 {
                for station in 0..<4 {
                    let seen = (0..<96).filter { elevation(index, station, $0) >= 0.2 }
                    let highest = seen.max {
                        elevation(index, station, $0) < elevation(index, station, $1)
                    }
                    let best: Int?
                    if choice == .sticky {
                        best = seen.first { $0 == used[station] } ?? highest
                    } else {
                        best = seen.max {
                            (stay(index, station, $0), elevation(index, station, $0))
                                < (stay(index, station, $1), elevation(index, station, $1))
                        }
                    }
                    used[station] = best
                    let choices = plan.choices(atSeconds: times[index] + 14)
                    #expect(
                        (0..<96).filter { choices.contains(station: station, satellite: $0) }
                            == (best.map { [$0] } ?? []))
                }
            }
        }
    }
}
