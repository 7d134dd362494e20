import Orbits
import TestSupport
import Testing

@testable import LaserMesh

@Suite struct MeshBatchBuilderTests {
    static let groundRules = [
        GroundRules.standard, GroundRules(minElevationRad: 0), GroundRules(minElevationRad: -0.2),
        GroundRules(maxSlantRangeKm: 1_260),
        GroundRules(minElevationRad: 0.5, maxSlantRangeKm: 800), GroundRules(),
    ]

    /// Every other link, the other ones at every other instant: a topology that depends on time.
    private struct EveryOther: Topology {
        let list: LinkList

        func appendLinks(
            among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
            to links: inout [LaserLink]
        ) {
            for (index, link) in list.links.enumerated()
            where (Int(seconds / 15) + index).isMultiple(of: 2) {
                links.append(link)
            }
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

    private static func check(_ builder: MeshBuilder, _ blocks: [[PositionPlanes]]) -> Int {
        var batchBuilder = MeshBatchBuilder(builder)
        var batch = MeshBatch()
        var links = 0
        var (plain, culling) = (builder, builder)
        plain.leastStationsToCull = .max
        culling.leastStationsToCull = 1
        for planes in blocks {
            let seconds = planes.indices.map { Double($0) * 15 }
            batchBuilder.build(PositionBlock(planes, atSeconds: seconds), into: &batch)
            #expect(batch.instantCount == planes.count)
            var up = Set<Int>()
            for (instant, plane) in planes.enumerated() {
                let mesh = plain.mesh(of: plane, atSeconds: seconds[instant])
                let culled = culling.mesh(of: plane, atSeconds: seconds[instant])
                #expect(culled.firstLink == mesh.firstLink && culled.neighbour == mesh.neighbour)
                #expect(culled.lengthKm == mesh.lengthKm)
                var positions = plane
                for observer in builder.observers { positions.append(observer.position.km) }
                // NaN positions are unequal to themselves.
                let own = batch.mesh(at: instant)
                #expect(own.firstLink == mesh.firstLink && own.neighbour == mesh.neighbour)
                #expect(own.lengthKm == mesh.lengthKm && own.kind == mesh.kind)
                #expect(own.satelliteCount == mesh.satelliteCount)
                links += mesh.linkCount
                for place in batch.neighbour.indices
                where batch.lengthKm(at: place, instant: instant) < .infinity {
                    up.insert(place)
                }
            }
            #expect(up.count == batch.neighbour.count)
        }
        return links
    }

    @Test(arguments: groundRules)
    func `random positions that jump give the links of each instant`(rules: GroundRules) {
        var random = SeededGenerator(seed: 31)
        for earth in [Ellipsoid.wgs84, .sphere] {
            let count = 120
            let names = (0..<count).map { "s\($0 * 7 % 120)" }
            let ring = LinkList.ring([ShellLayout(firstSatellite: 0, planes: 12, slots: 10)])
            let timetable = LinkTimetable(
                ring.links.map { link in
                    let up = Double(Int.random(in: -2...8, using: &random)) * 15
                    let length = Double(Int.random(in: 0...6, using: &random)) * 15
                    return TimedLink(link, upS: up, downS: up + length)
                })
            let topologies: [any Topology] = [
                ring, LinkList.none, Nearest(terminals: 3, names: names), timetable,
                EveryOther(list: ring),
            ]
            for topology in topologies {
                let builder = MeshBuilder(
                    topology: topology,
                    laserRules: LaserRules(
                        maxRangeKm: topology is Nearest ? 6_000 : .infinity,
                        grazingAltitudeKm: 80, earth: earth), groundRules: rules,
                    stations: Self.stations(25, &random), on: earth)
                let blocks = [1, 5, 8].map { instants in
                    (0..<instants).map { instant in
                        var planes = PositionPlanes(
                            (0..<count).map { _ in
                                ITRFPosition(
                                    km: random.pointOnSphere(
                                        radius: Double.random(in: 6_500...9_000, using: &random)))
                            })
                        planes[7] = SIMD3(repeating: .nan)
                        if instant != 2 { planes[8] = SIMD3(repeating: .nan) }
                        return planes
                    }
                }
                #expect(Self.check(builder, blocks) > 0)
            }
        }
    }

    @Test(arguments: groundRules)
    func `moving shells give the links of each instant`(rules: GroundRules) {
        var random = SeededGenerator(seed: 32)
        let shells = [
            Shell(
                name: "A", planes: 10, slots: 9, inclinationRad: 0.93, meanMotionRadPerMin: 0.0657,
                phasing: .walker(4)),
            Shell(
                name: "B", planes: 5, slots: 6, inclinationRad: 1.5, meanMotionRadPerMin: 0.0640,
                raanSpreadRad: .pi),
        ]
        let constellation = Constellation(
            shells.flatMap { $0.elementSets(epoch: .j2000) }, propagator: .keplerJ2)
        let builder = MeshBuilder(
            topology: LinkList.plusGrid(ShellLayout.layouts(of: shells)), groundRules: rules,
            stations: Self.stations(40, &random))
        let blocks = (0..<3).map { block in
            (0..<8).map { instant in
                var planes = PositionPlanes(count: constellation.count)
                constellation.positions(
                    at: Instant.j2000.advanced(bySeconds: Double(block * 8 + instant) * 15),
                    into: &planes)
                return planes
            }
        }
        #expect(Self.check(builder, blocks) > 0)
    }

    @Test func `no satellites, no stations, no instants`() {
        let builder = MeshBuilder(topology: LinkList.none)
        #expect(Self.check(builder, [[PositionPlanes(count: 0)], []]) == 0)
        let lonely = MeshBuilder(
            topology: LinkList.none,
            stations: [GroundStation(name: "g", place: Geodetic(latitudeDeg: 1, longitudeDeg: 2))])
        #expect(Self.check(lonely, [[PositionPlanes(count: 3)], [PositionPlanes(count: 0)]]) == 0)
    }
}
