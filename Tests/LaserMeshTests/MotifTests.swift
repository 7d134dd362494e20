import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct MotifTests {
    /// The rule as the paper states it, written down anew: satellites in order, each step taken while
    /// both ends have fewer links than the limit.
    private static func plain(
        _ zones: [(topDeg: Double, offsets: [(Int, Int)])], planes: Int, slots: Int,
        latitudesDeg: [Double], maxDegree: Int
    ) -> Set<LaserLink> {
        var chosen: Set<LaserLink> = []
        var degree = [Int](repeating: 0, count: planes * slots)
        var low = -1.0
        for zone in zones {
            for satellite in 0..<planes * slots {
                for (p, s) in zone.offsets {
                    let plane = (satellite / slots + p + 10 * planes) % planes
                    let other = plane * slots + (satellite % slots + s + 10 * slots) % slots
                    let latitude = min(abs(latitudesDeg[satellite]), abs(latitudesDeg[other]))
                    guard other != satellite, latitude > low, latitude <= zone.topDeg,
                        degree[satellite] < maxDegree, degree[other] < maxDegree,
                        !chosen.contains(LaserLink(satellite, other))
                    else { continue }
                    chosen.insert(LaserLink(satellite, other))
                    degree[satellite] += 1
                    degree[other] += 1
                }
            }
            low = zone.topDeg
        }
        return chosen
    }

    private static func offsets(_ pairs: [(Int, Int)]) -> [MotifOffset] {
        pairs.map { MotifOffset(planes: $0.0, slots: $0.1) }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 9])
    func `random motifs follow the plain rule`(maxDegree: Int) {
        var random = SeededGenerator(seed: UInt64(100 + maxDegree))
        for _ in 0..<20 {
            let planes = Int.random(in: 1...7, using: &random)
            let slots = Int.random(in: 1...9, using: &random)
            let steps = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (Int.random(in: -8...8, using: &random), Int.random(in: -9...9, using: &random))
            }
            let shell = ShellLayout(firstSatellite: 0, planes: planes, slots: slots)
            let list = LinkList.motif(Self.offsets(steps), of: [shell], maxDegree: maxDegree)
            #expect(
                Set(list.links)
                    == Self.plain(
                        [(90, steps)], planes: planes, slots: slots,
                        latitudesDeg: Array(repeating: 0, count: planes * slots),
                        maxDegree: maxDegree))
        }
    }

    @Test func `zones follow the plain rule, and the batch the instants`() {
        var random = SeededGenerator(seed: 51)
        let zones: [(topDeg: Double, offsets: [(Int, Int)])] = [
            (18, [(1, -2), (3, 1)]), (36, [(0, 3), (2, -1)]), (70, [(0, 1), (1, 0), (1, -1)]),
        ]
        let motif = Motif(
            zones: zones.map {
                MotifZone(
                    maxAbsLatitudeRad: $0.topDeg * .pi / 180, offsets: Self.offsets($0.offsets))
            }, of: [ShellLayout(firstSatellite: 0, planes: 10, slots: 12)])
        let rules = LaserRules(grazingAltitudeKm: -20_000, earth: .sphere)
        let builder = MeshBuilder(topology: motif, laserRules: rules)
        let planes = (0..<5).map { _ in
            PositionPlanes(
                (0..<120).map { _ in ITRFPosition(km: random.pointOnSphere(radius: 7_000)) })
        }
        let seconds = planes.indices.map { Double($0) }
        var batchBuilder = MeshBatchBuilder(builder)
        var batch = MeshBatch()
        batchBuilder.build(PositionBlock(planes, atSeconds: seconds), into: &batch)
        for (instant, positions) in planes.enumerated() {
            let mesh = builder.mesh(of: positions, atSeconds: seconds[instant])
            let latitudes = (0..<120).map {
                Ellipsoid.sphere.geodetic(of: ITRFPosition(km: positions[$0])).latitudeDeg
            }
            let expected = Self.plain(
                zones, planes: 10, slots: 12, latitudesDeg: latitudes, maxDegree: 4)
            let links = mesh.links.map { LaserLink($0.a.index, $0.b.index) }
            #expect(Set(links).symmetricDifference(expected).isEmpty)
            #expect(expected.count > 100)
            #expect(batch.mesh(at: instant).links == mesh.links)
        }
    }

    @Test func `empty slots and open seams have no steps`() {
        let gaps = ShellLayout(satellites: [[7, 2, nil], [0, 1, 3]], isFullCircle: false)
        let steps = [MotifOffset(planes: 1, slots: 1)]
        #expect(Set(LinkList.motif(steps, of: [gaps]).links) == [LaserLink(7, 1), LaserLink(2, 3)])
        #expect(
            Set(LinkList.motif(steps, of: [gaps], seam: .linked).links) == [
                LaserLink(7, 1), LaserLink(2, 3), LaserLink(0, 2), LaserLink(3, 7),
            ])
        #expect(LinkList.motif([MotifOffset(planes: 2, slots: 3)], of: [gaps]).links.isEmpty)
    }

    /// A satellite has the steps of +Grid to four neighbours, and its motifs two of its candidates.
    @Test func `candidates are the neighbours within reach`() {
        let shell = Shell(
            name: "C", planes: 12, slots: 8, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(0))
        let positions = Constellation(shell.elementSets(epoch: .j2000), propagator: .keplerJ2)
            .positions(at: .j2000)
        let layout = ShellLayout.layouts(of: [shell])[0]
        let near = MotifCandidates(among: positions, of: layout, maxRangeKm: 5_600)
        for offset in near.offsets {
            let other = layout.satellite(plane: offset.planes, slot: offset.slots)
            #expect(offset.planes < 3)
            #expect(other.map { positions.lengthKm(0, $0) <= 5_600 } == true)
        }
        #expect(near.offsets.contains(MotifOffset(planes: 0, slots: 1)))
        #expect(near.offsets.contains(MotifOffset(planes: 1, slots: -1)))
        #expect(!near.offsets.contains(MotifOffset(planes: 0, slots: -1)))
        let n = near.offsets.count
        let inPlane = near.offsets.count { $0.planes == 0 }
        #expect(near.motifs.count == n * (n - 1) / 2 - inPlane * (inPlane - 1) / 2)
    }
}
