import Orbits

/// A fixed list of links, the same at every instant: a file's, or the result of another program.
public struct LinkList: Topology {
    /// The links, sorted, each once.
    public let links: [LaserLink]

    /// Creates the topology of a list, in any order; repetitions count once.
    ///
    /// - Complexity: O(n log n) in the number of links.
    public init(_ links: [LaserLink]) {
        self.links = Self.sortedOnce(links)
    }

    /// The links in the order of their ends, each once; a list that is so already is returned as is.
    static func sortedOnce(_ links: [LaserLink]) -> [LaserLink] {
        if zip(links, links.dropFirst()).allSatisfy({ $0.key < $1.key }) { return links }
        var sorted = links
        var once: [LaserLink] = []
        RadixSort.sort(&sorted, spare: &once) { $0.key }
        once.removeAll(keepingCapacity: true)
        for link in sorted where once.last != link { once.append(link) }
        return once
    }

    /// No lasers at all: bent pipes only.
    public static let none = LinkList([])

    /// Links along each plane of each shell, which close into rings: each satellite with the next one
    /// of its plane, over empty slots.
    public static func ring(_ shells: [ShellLayout]) -> LinkList {
        var links: [LaserLink] = []
        for shell in shells {
            appendRings(of: shell, to: &links)
        }
        return LinkList(links)
    }

    /// The +Grid of each shell: rings along the planes, and each satellite with its neighbour in
    /// the next plane.
    ///
    /// (p, s) is joined with (p, s + 1) and with (p + 1, s + `slotShift`), both wrapping around.
    /// Across the seam from the last plane to plane 0 the shift of the phasing is added
    /// (``ShellLayout/seamShiftSlots``), so that a link leads to the slot that is near. Rings pass
    /// over empty slots; where the slot in the next plane is empty, there is no link to it.
    ///
    /// - Parameters:
    ///   - shells: The shells; there are no links between them.
    ///   - slotShift: What to add to the slot when going to the next plane.
    ///   - seam: Whether the last plane is joined with plane 0.
    public static func plusGrid(
        _ shells: [ShellLayout], slotShift: Int = 0, seam: Seam = .automatic
    ) -> LinkList {
        var links: [LaserLink] = []
        for shell in shells {
            appendRings(of: shell, to: &links)
            guard shell.planes >= 2 else { continue }
            let isSeamLinked = seam.isLinked(in: shell)
            for (satellite, plane, slot) in shell.satellites
            where plane < shell.planes - 1 || isSeamLinked {
                let side = shell.satellite(
                    fromPlane: plane, slot: slot, planesOn: 1, slotsOn: slotShift)
                if let side { links.append(LaserLink(satellite, side)) }
            }
        }
        return LinkList(links)
    }

    /// The +Grid of shells whose satellites follow one another, as in a constellation of nothing else.
    public static func plusGrid(_ shells: [Shell]) -> LinkList {
        plusGrid(ShellLayout.layouts(of: shells))
    }

    /// Appends the links of the list.
    public func appendLinks(
        among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
        to links: inout [LaserLink]
    ) {
        links.append(contentsOf: self.links)
    }

    private static func appendRings(of shell: ShellLayout, to links: inout [LaserLink]) {
        let satellites = shell.satellites
        var begin = 0
        while begin < satellites.count {
            var end = begin + 1
            while end < satellites.count, satellites[end].plane == satellites[begin].plane {
                end += 1
            }
            for place in begin..<end where end - begin >= 2 {
                let next = place + 1 < end ? place + 1 : begin
                links.append(LaserLink(satellites[place].satellite, satellites[next].satellite))
            }
            begin = end
        }
    }
}
