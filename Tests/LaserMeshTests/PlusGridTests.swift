import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct PlusGridTests {
    /// The rule of Hypatia's +Grid without shift, written down anew.
    @Test func `neighbours of a full grid`() {
        let layout = ShellLayout(firstSatellite: 0, planes: 5, slots: 4)
        let links = LinkList.plusGrid([layout]).links
        #expect(links.count == 2 * 20)
        for plane in 0..<5 {
            for slot in 0..<4 {
                let here = plane * 4 + slot
                #expect(links.contains(LaserLink(here, plane * 4 + (slot + 1) % 4)))
                #expect(links.contains(LaserLink(here, (plane + 1) % 5 * 4 + slot)))
            }
        }
    }

    @Test(arguments: [(1, 1, 0), (1, 2, 1), (1, 5, 5), (2, 1, 1), (2, 2, 4), (3, 2, 9), (2, 3, 9)])
    func `small grids name each link once`(planes: Int, slots: Int, count: Int) {
        let layout = ShellLayout(firstSatellite: 3, planes: planes, slots: slots)
        let links = LinkList.plusGrid([layout]).links
        #expect(links.count == count)
        #expect(Set(links).count == count)
        #expect(links.allSatisfy { $0.a >= 3 && $0.a < $0.b && Int($0.b) < 3 + planes * slots })
    }

    /// A Walker pattern looks the same from every plane, so that the lengths across the seam are those
    /// between any two planes.
    @Test(arguments: [Phasing.walker(0), .walker(1), .walker(5), .walker(11), .slotFraction(0.25)])
    func `the seam of a pattern that closes is no longer than any other step`(phasing: Phasing) {
        let shell = Shell(
            name: "W", planes: 12, slots: 8, inclinationRad: 0.9, meanMotionRadPerMin: 0.066,
            phasing: phasing)
        let positions = Self.circular(shell)
        let layout = ShellLayout.layouts(of: [shell])[0]
        let between = Self.lengths(
            positions, LinkList.plusGrid([layout], seam: .open).links, 8, 0, 1)
        let seam = Self.lengths(
            positions, LinkList.plusGrid([layout], seam: .linked).links, 8, 0, 11)
        #expect(seam.count == 8)
        for (a, b) in zip(between, seam) { #expect(abs(a - b) < 1e-6) }
    }

    @Test func `a star has an open seam unless asked`() {
        var shell = Shell(
            name: "I", planes: 6, slots: 11, inclinationRad: 1.5, meanMotionRadPerMin: 0.06,
            raanSpreadRad: .pi)
        #expect(LinkList.plusGrid(ShellLayout.layouts(of: [shell])).links.count == 66 + 55)
        #expect(
            LinkList.plusGrid(ShellLayout.layouts(of: [shell]), seam: .linked).links.count == 132)
        shell.raanSpreadRad = 2 * .pi
        #expect(LinkList.plusGrid(ShellLayout.layouts(of: [shell])).links.count == 132)
    }

    @Test func `a shift moves the partner in the next plane`() {
        let layout = ShellLayout(firstSatellite: 0, planes: 4, slots: 6)
        let links = LinkList.plusGrid([layout], slotShift: -1).links
        #expect(links.contains(LaserLink(6, 2 * 6 + 5)))
    }

    @Test func `shells are not joined`() {
        let shells = [
            ShellLayout(firstSatellite: 0, planes: 3, slots: 3),
            ShellLayout(firstSatellite: 9, planes: 4, slots: 5),
        ]
        let links = LinkList.plusGrid(shells).links
        #expect(links.count == 18 + 40)
        #expect(links.allSatisfy { ($0.a < 9) == ($0.b < 9) })
        #expect(LinkList.ring(shells).links.count == 9 + 20)
        #expect(LinkList.none.links.isEmpty)
    }

    @Test func `the slot across the seam is the nearest one`() {
        func shift(_ phasing: Phasing, planes: Int) -> Int {
            Shell(
                name: "", planes: planes, slots: 10, inclinationRad: 1, meanMotionRadPerMin: 0.06,
                phasing: phasing
            ).seamShiftSlots
        }
        #expect(shift(.walker(7), planes: 9) == 7)
        #expect(shift(.halfSlot, planes: 9) == 0)
        #expect(shift(.slotFraction(0.5), planes: 9) == 4)
        #expect(shift(.slotFraction(13.0 / 24), planes: 24) == 13)
        #expect(shift(.slotFraction(-0.2), planes: 9) == -2)
        #expect(shift(.slotFraction(1.0 / 3), planes: 8) == 3)
    }

    /// Positions on circular two-body orbits, in inertial axes.
    private static func circular(_ shell: Shell) -> [SIMD3<Double>] {
        shell.elementSets(epoch: .j2000).map { set in
            let (si, ci) = (sine(set.inclinationRad), cosine(set.inclinationRad))
            let (so, co) = (sine(set.raanRad), cosine(set.raanRad))
            let (su, cu) = (sine(set.meanAnomalyRad), cosine(set.meanAnomalyRad))
            return 7_000 * SIMD3(co * cu - so * su * ci, so * cu + co * su * ci, su * si)
        }
    }

    private static func lengths(
        _ positions: [SIMD3<Double>], _ links: [LaserLink], _ slots: Int, _ one: Int, _ other: Int
    ) -> [Double] {
        links.filter {
            Set([Int($0.a) / slots, Int($0.b) / slots]) == [one, other]
        }.map {
            let d = positions[Int($0.a)] - positions[Int($0.b)]
            return (d * d).sum().squareRoot()
        }.sorted()
    }
}
