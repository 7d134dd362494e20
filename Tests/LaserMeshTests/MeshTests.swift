import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct MeshTests {
    @Test func `rows are ascending and each link stands at both ends`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<50 {
            let nodes = Int.random(in: 2...40, using: &random)
            var links: [Link] = []
            for _ in 0..<Int.random(in: 0...120, using: &random) {
                let a = Int.random(in: 0..<nodes, using: &random)
                let b = Int.random(in: 0..<nodes, using: &random)
                guard a != b else { continue }
                links.append(
                    Link(
                        NodeID(a), NodeID(b), kind: .laser,
                        lengthKm: Double.random(in: 0...9_000, using: &random)))
            }
            let mesh = Mesh(satelliteCount: nodes, nodeCount: nodes, links: links)
            var shortest: [Set<NodeID>: Double] = [:]
            for link in links {
                let ends: Set = [link.a, link.b]
                shortest[ends] = min(shortest[ends] ?? .infinity, link.lengthKm)
            }
            #expect(mesh.linkCount == shortest.count)
            for (ends, length) in shortest {
                let sorted = ends.sorted()
                for (a, b) in [(sorted[0], sorted[1]), (sorted[1], sorted[0])] {
                    #expect(
                        mesh.link(between: a, and: b)?.lengthKm == LengthGrid.nearest(km: length))
                }
            }
            for node in 0..<nodes {
                let row = mesh.row(of: NodeID(node)).map { mesh.neighbour[$0] }
                #expect(zip(row, row.dropFirst()).allSatisfy { $0 < $1 })
            }
            let all = mesh.links
            #expect(all.count == mesh.linkCount)
            #expect(zip(all, all.dropFirst()).allSatisfy { ($0.a, $0.b) < ($1.a, $1.b) })
        }
    }

    private static func stations(_ count: Int, _ random: inout SeededGenerator) -> [GroundStation] {
        (0..<count).map {
            GroundStation(
                name: "g\($0)",
                place: Geodetic(
                    latitudeDeg: Double.random(in: -90...90, using: &random),
                    longitudeDeg: Double.random(in: -180...180, using: &random),
                    altitudeKm: Double.random(in: -0.4...5, using: &random)))
        }
    }

    @Test(arguments: [
        GroundRules.standard, GroundRules(minElevationRad: 0), GroundRules(minElevationRad: -0.2),
        GroundRules(maxSlantRangeKm: 1_260),
        GroundRules(minElevationRad: 0.5, maxSlantRangeKm: 800),
        GroundRules(maxSlantRangeKm: 5_845),
    ])
    func `radio links are those that the look angles allow`(rules: GroundRules) {
        var random = SeededGenerator(seed: 5)
        let stations = Self.stations(60, &random)
        var positions = PositionPlanes(
            (0..<400).map { _ in ITRFPosition(km: random.pointOnSphere(radius: 7_000)) })
        positions[13] = SIMD3(repeating: .nan)
        for earth in [Ellipsoid.wgs84, .sphere] {
            let mesh = MeshBuilder(
                topology: LinkList.none, groundRules: rules, stations: stations, on: earth
            ).mesh(of: positions, atSeconds: 0)
            var expected = 0
            for (index, station) in stations.enumerated() {
                let observer = Observer(at: station.place, on: earth)
                for satellite in 0..<positions.count where satellite != 13 {
                    let angles = observer.lookAngles(to: ITRFPosition(km: positions[satellite]))
                    let isSeen =
                        angles.elevationRad >= rules.minElevationRad ?? -2
                        && angles.rangeKm <= rules.maxSlantRangeKm
                    let link = mesh.link(between: NodeID(400 + index), and: NodeID(satellite))
                    #expect((link != nil) == isSeen)
                    guard let link, isSeen else { continue }
                    expected += 1
                    #expect(link.kind == .radio && link.a == NodeID(satellite))
                    #expect(abs(link.lengthKm - angles.rangeKm) <= LengthGrid.stepKm)
                }
            }
            #expect(expected > 20)
            #expect(mesh.linkCount == expected)
            #expect(mesh.degree(of: NodeID(13)) == 0)
        }
    }

    @Test func `lasers that the rules forbid are down`() {
        let positions = PositionPlanes(
            [0.0, 0.2, 0.5, 2.5].map {
                ITRFPosition(km: 7_000 * SIMD3(cosine($0), sine($0), 0))
            })
        let chain = LinkList([LaserLink(0, 1), LaserLink(2, 1), LaserLink(2, 3), LaserLink(1, 0)])
        func links(_ rules: LaserRules) -> [Link] {
            MeshBuilder(topology: chain, laserRules: rules).mesh(of: positions, atSeconds: 0).links
        }
        #expect(links(LaserRules(maxRangeKm: 1_500)).map(\.b) == [NodeID(1)])
        #expect(links(LaserRules()).map(\.b) == [NodeID(1), NodeID(2)])
        #expect(links(LaserRules(grazingAltitudeKm: -5_000)).map(\.b).count == 3)
        #expect(links(LaserRules(grazingAltitudeKm: 700)).isEmpty)
    }

    /// Elevations that published caps on the slant range stand for.
    ///
    /// The cap of Telesat's shell admits satellites 15.7 degrees below the horizon.
    @Test(arguments: [(630.0, 1_260.0, 25.2), (550, 1_089.686, 26.2), (1_015, 5_845.152, -15.7)])
    func `what a slant-range cap admits`(altitude: Double, cap: Double, elevation: Double) {
        let earth = Ellipsoid(equatorialRadiusKm: 6_378.135, flattening: 0)
        let station = GroundStation(name: "g", place: Geodetic(latitudeDeg: 0, longitudeDeg: 0))
        let builder = MeshBuilder(
            topology: LinkList.none, groundRules: GroundRules(maxSlantRangeKm: cap),
            stations: [station], on: earth)
        let observer = Observer(at: station.place, on: earth)
        var lowest = Double.infinity
        for step in 0...40_000 {
            let angle = Double(step) * 5e-5
            let place = earth.position(
                of: Geodetic(latitudeRad: 0, longitudeRad: angle, altitudeKm: altitude))
            guard builder.mesh(of: PositionPlanes([place]), atSeconds: 0).linkCount == 1 else {
                break
            }
            lowest = observer.lookAngles(to: place).elevationRad * 180 / .pi
        }
        #expect(abs(lowest - elevation) < 0.06)
    }
}
