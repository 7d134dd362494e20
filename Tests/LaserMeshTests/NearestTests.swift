import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct NearestTests {
    /// The rule of the design, word for word: all pairs, the shortest first.
    private static func plain(
        _ positions: PositionPlanes, _ names: [String], terminals: Int, _ rules: LaserRules
    ) -> Set<LaserLink> {
        var pairs: [(length: Double, low: String, high: String, link: LaserLink)] = []
        for a in 0..<positions.count {
            for b in (a + 1)..<max(a + 1, positions.count) {
                let length = positions.lengthKm(a, b)
                guard rules.allow(lengthKm: length, from: positions[a], to: positions[b])
                else { continue }
                pairs.append(
                    (length, min(names[a], names[b]), max(names[a], names[b]), LaserLink(a, b)))
            }
        }
        pairs.sort { ($0.length, $0.low, $0.high) < ($1.length, $1.low, $1.high) }
        var used = [Int](repeating: 0, count: positions.count)
        var chosen: Set<LaserLink> = []
        for pair in pairs
        where used[Int(pair.link.a)] < terminals && used[Int(pair.link.b)] < terminals {
            used[Int(pair.link.a)] += 1
            used[Int(pair.link.b)] += 1
            chosen.insert(pair.link)
        }
        return chosen
    }

    private static func links(
        _ positions: PositionPlanes, _ names: [String], terminals: Int, _ rules: LaserRules
    ) -> [LaserLink] {
        var links: [LaserLink] = []
        Nearest(terminals: terminals, names: names)
            .appendLinks(among: positions, atSeconds: 0, rules: rules, to: &links)
        return links
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7])
    func `equals the plain rule on random shells`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = [2, 3, 10, 40, 100, 150, 300, 400][seed]
        let names = (0..<count).map { "\($0 * 7919 % 1009)" }
        var positions = PositionPlanes(
            (0..<count).map { _ in
                ITRFPosition(
                    km: random.pointOnSphere(
                        radius: Double.random(in: 6_700...7_700, using: &random)))
            })
        if count > 20 { positions[7] = SIMD3(repeating: .nan) }
        for terminals in [1, 4] {
            for range in [1_500, 5_000, Double.infinity] {
                let rules = LaserRules(maxRangeKm: range)
                let links = Self.links(positions, names, terminals: terminals, rules)
                #expect(Set(links).count == links.count)
                #expect(
                    Set(links) == Self.plain(positions, names, terminals: terminals, rules))
            }
        }
    }

    /// Equal lengths abound in a regular pattern: there the names decide.
    @Test func `equal lengths come in the order of names`() {
        let shell = Shell(
            name: "A", planes: 10, slots: 10, inclinationRad: 1, meanMotionRadPerMin: 0.06)
        let sets = shell.elementSets(epoch: .j2000)
        let positions = PositionPlanes(
            sets.map { set in
                let u = set.meanAnomalyRad
                return ITRFPosition(
                    km: 7_000
                        * SIMD3(
                            cosine(set.raanRad) * cosine(u), sine(set.raanRad) * cosine(u), sine(u))
                )
            })
        let names = sets.map(\.name)
        let rules = LaserRules()
        #expect(
            Set(Self.links(positions, names, terminals: 3, rules))
                == Self.plain(positions, names, terminals: 3, rules))
    }

    @Test func `the order of the satellites does not matter`() {
        var random = SeededGenerator(seed: 77)
        let points = (0..<500).map { _ in random.pointOnSphere(radius: 6_930) }
        let order = (0..<500).shuffled(using: &random)
        func named(_ indices: [Int]) -> Set<Set<String>> {
            let names = indices.map { "s\($0)" }
            let positions = PositionPlanes(indices.map { ITRFPosition(km: points[$0]) })
            return Set(
                Self.links(positions, names, terminals: 4, LaserRules()).map {
                    [names[Int($0.a)], names[Int($0.b)]]
                })
        }
        #expect(named(Array(0..<500)) == named(order))
    }

    @Test func `satellites in one place, in a clump and without terminals`() {
        let rules = LaserRules()
        var positions = PositionPlanes(
            Array(repeating: ITRFPosition(km: SIMD3(7_000, 0, 0)), count: 5))
        let names = ["e", "d", "c", "b", "a"]
        #expect(
            Set(Self.links(positions, names, terminals: 2, rules))
                == Self.plain(positions, names, terminals: 2, rules))
        #expect(Self.links(positions, names, terminals: 0, rules).isEmpty)
        positions = PositionPlanes(count: 5)
        #expect(Self.links(positions, names, terminals: 2, rules).isEmpty)
        #expect(Self.links(PositionPlanes(count: 0), [], terminals: 2, rules).isEmpty)
    }
}
