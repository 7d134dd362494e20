import LaserMesh
import Testing

@Suite struct ShellLayoutTests {
    /// Three planes of four slots, of which two are empty; satellites in no order.
    private static let gaps = ShellLayout(satellites: [
        [7, 2, nil, 5], [0, 1, 3, 4], [9, nil, 8, 6],
    ])

    @Test func `listed places, and empty ones`() {
        let gaps = Self.gaps
        #expect(gaps.planes == 3 && gaps.slots == 4)
        #expect(gaps.satellite(plane: 0, slot: 0) == 7)
        #expect(gaps.satellite(plane: 0, slot: 2) == nil)
        #expect(gaps.satellite(plane: -1, slot: -2) == 8)
        #expect(gaps.satellite(plane: 4, slot: 7) == 4)
        #expect(gaps.satellites.map(\.satellite) == [7, 2, 5, 0, 1, 3, 4, 9, 8, 6])
        #expect(gaps.satellites[2].plane == 0 && gaps.satellites[2].slot == 3)
    }

    @Test func `a list of all places is the layout of a full shell`() {
        let full = ShellLayout(firstSatellite: 10, planes: 4, slots: 5, seamShiftSlots: 2)
        let listed = ShellLayout(
            satellites: (0..<4).map { plane in (0..<5).map { 10 + plane * 5 + $0 } },
            seamShiftSlots: 2)
        for shift in -1...1 {
            #expect(
                LinkList.plusGrid([full], slotShift: shift).links
                    == LinkList.plusGrid([listed], slotShift: shift).links)
        }
    }

    @Test func `rings pass over empty slots, links to the side do not`() {
        #expect(
            Set(LinkList.ring([Self.gaps]).links)
                == [
                    LaserLink(7, 2), LaserLink(2, 5), LaserLink(5, 7), LaserLink(0, 1),
                    LaserLink(1, 3), LaserLink(3, 4), LaserLink(4, 0), LaserLink(9, 8),
                    LaserLink(8, 6), LaserLink(6, 9),
                ])
        let side = Set(LinkList.plusGrid([Self.gaps], seam: .open).links)
            .subtracting(LinkList.ring([Self.gaps]).links)
        #expect(
            side == [
                LaserLink(7, 0), LaserLink(2, 1), LaserLink(5, 4), LaserLink(0, 9),
                LaserLink(3, 8), LaserLink(4, 6),
            ])
        let alone = ShellLayout(satellites: [[nil, 3, nil], [nil, nil, nil]])
        #expect(LinkList.plusGrid([alone]).links.isEmpty)
    }

    @Test func `a step over the seam adds the shift of the phasing`() {
        let shell = ShellLayout(firstSatellite: 0, planes: 5, slots: 7, seamShiftSlots: 2)
        func step(_ planesOn: Int, _ slotsOn: Int) -> [Int?] {
            [shell.satellite(fromPlane: 3, slot: 6, planesOn: planesOn, slotsOn: slotsOn)]
        }
        #expect(step(1, 0) == [4 * 7 + 6])
        #expect(step(2, 0) == [0 * 7 + 1])
        #expect(step(2, -3) == [0 * 7 + 5])
        #expect(step(7, 0) == [0 * 7 + 3])
        #expect(step(-3, 0) == [0 * 7 + 6])
        #expect(step(-4, 0) == [4 * 7 + 4])
        #expect(step(-9, 1) == [4 * 7 + 3])
    }
}
