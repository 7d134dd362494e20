import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct FiveLaserTests {
    private static let shells = [
        Shell(
            name: "A", planes: 8, slots: 10, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(3)),
        Shell(
            name: "B", planes: 6, slots: 7, inclinationDeg: 70, altitudeKm: 700,
            phasing: .walker(1)),
    ]
    private static let constellation = Constellation(
        shells.flatMap { $0.elementSets(epoch: .j2000) }, propagator: .keplerJ2)
    private static let rules = LaserRules(maxRangeKm: 4_000)

    private static func links(
        of topology: any Topology, _ positions: PositionPlanes
    ) -> [LaserLink] {
        var links: [LaserLink] = []
        topology.appendLinks(among: positions, atSeconds: 0, rules: rules, to: &links)
        return links
    }

    /// The shortest pair first, among all pairs that may be joined.
    private static func greedy(
        _ positions: PositionPlanes, within limit: Double, _ mayJoin: (Int, Int) -> Bool
    ) -> Set<LaserLink> {
        var pairs: [(Double, LaserLink)] = []
        for a in 0..<positions.count {
            for b in (a + 1)..<positions.count where mayJoin(a, b) {
                let length = positions.lengthKm(a, b)
                guard length <= limit,
                    rules.allow(lengthKm: length, from: positions[a], to: positions[b])
                else { continue }
                pairs.append((length, LaserLink(a, b)))
            }
        }
        var taken = Set<Int32>()
        var chosen = Set<LaserLink>()
        for (_, link) in pairs.sorted(by: {
            ($0.0, $0.1.a, $0.1.b) < ($1.0, $1.1.a, $1.1.b)
        }) where !taken.contains(link.a) && !taken.contains(link.b) {
            taken.formUnion([link.a, link.b])
            chosen.insert(link)
        }
        return chosen
    }

    @Test(arguments: [37.0, 700, 2_900])
    func `the fifth laser joins the nearest that flies the other way`(seconds: Double) throws {
        let instant = Instant.j2000.advanced(bySeconds: seconds)
        let positions = Self.constellation.positions(at: instant)
        let layouts = ShellLayout.layouts(of: Self.shells)
        let five = FiveLaser(layouts, slotShift: -1, maxCrossingKm: 2_000)
        let links = Self.links(of: five, positions)
        #expect(Array(links.prefix(five.grid.links.count)) == five.grid.links)
        let climbs = try (0..<positions.count).map {
            try Self.constellation.state(of: $0, at: instant).velocityKmPerS.z > 0
        }
        let expected = Self.greedy(positions, within: 2_000) {
            ($0 < 80) == ($1 < 80) && climbs[$0] != climbs[$1]
        }
        #expect(Set(links.dropFirst(five.grid.links.count)) == expected)
        #expect(expected.count > 20)
    }

    @Test func `bridges join the nearest satellites of other shells`() {
        let positions = Self.constellation.positions(at: .j2000)
        let layouts = ShellLayout.layouts(of: Self.shells)
        let base = LinkList.ring(layouts)
        let links = Self.links(
            of: ShellBridges(base, joining: layouts, maxRangeKm: 1_500), positions)
        let expected = Self.greedy(positions, within: 1_500) { ($0 < 80) != ($1 < 80) }
        #expect(Set(links) == expected.union(base.links))
        #expect(expected.count > 20 && links.count == base.links.count + expected.count)
    }

    @Test func `a batch is the same as its instants`() {
        let layouts = ShellLayout.layouts(of: Self.shells)
        let builder = MeshBuilder(
            topology: ShellBridges(FiveLaser(layouts), joining: layouts, terminals: 2),
            laserRules: Self.rules)
        let seconds = (0..<4).map { Double($0) * 30 }
        let planes = seconds.map {
            Self.constellation.positions(at: Instant.j2000.advanced(bySeconds: $0))
        }
        var batchBuilder = MeshBatchBuilder(builder)
        var batch = MeshBatch()
        batchBuilder.build(PositionBlock(planes, atSeconds: seconds), into: &batch)
        for (instant, positions) in planes.enumerated() {
            let mesh = builder.mesh(of: positions, atSeconds: seconds[instant])
            #expect(batch.mesh(at: instant).links == mesh.links)
            #expect((0..<122).allSatisfy { mesh.degree(of: NodeID($0)) <= 7 })
        }
    }
}
