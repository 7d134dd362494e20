import LaserMesh
import Orbits
import TestSupport
import Testing

/// The +Grid of satellites whose planes and slots were found, against that of the design.
@Suite struct PlacedGridTests {
    static let noon = Instant(year: 2026, month: 8, day: 22, secondOfDay: 43_200)

    @Test(arguments: [(12, 10, 1), (16, 12, 3), (18, 22, 7)])
    func `a whole design has the links of its +Grid`(planes: Int, slots: Int, f: Int) {
        let shell = Shell(
            name: "S", planes: planes, slots: slots, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(f))
        let placement = Placement(shell.elementSets(epoch: Self.noon))
        #expect(LinkList.plusGrid(placement).links == LinkList.plusGrid([shell]).links)
        #expect(
            LinkList.ring(placement).links
                == LinkList.ring(ShellLayout.layouts(of: [shell])).links)
    }

    @Test func `gaps are passed over and no satellite has more than four links`() {
        let shell = Shell(
            name: "S", planes: 18, slots: 20, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(5))
        var random = SeededGenerator(seed: 3)
        let sets = shell.elementSets(epoch: Self.noon).filter { _ in
            Double.random(in: 0..<1, using: &random) < 0.8
        }
        let placement = Placement(sets)
        #expect(placement.placedCount == sets.count)
        var degree = [Int](repeating: 0, count: sets.count)
        for link in LinkList.plusGrid(placement).links {
            degree[Int(link.a)] += 1
            degree[Int(link.b)] += 1
        }
        #expect(degree.allSatisfy { (2...4).contains($0) })
        // Of two planes with 16 satellites each on the average only a few find no partner.
        #expect(degree.reduce(0, +) > 36 * sets.count / 10)
        for link in LinkList.ring(placement).links {
            #expect(
                abs(sets[Int(link.a)].raanRad - sets[Int(link.b)].raanRad) < 1e-9,
                "a ring stays in its plane")
        }
    }

    @Test func `a star has no links across its seam unless asked`() {
        let shell = Shell(
            name: "S", planes: 6, slots: 11, inclinationDeg: 86.4, altitudeKm: 780,
            phasing: .walker(1), raanSpreadDeg: 180)
        let placement = Placement(shell.elementSets(epoch: Self.noon))
        let open = LinkList.plusGrid(placement).links
        #expect(open == LinkList.plusGrid([shell]).links)
        #expect(LinkList.plusGrid(placement, seam: .linked).links.count == open.count + 11)
    }
}
