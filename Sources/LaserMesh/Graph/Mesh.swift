import Orbits

/// The mesh at one instant: nodes, links and their lengths, immutable.
///
/// Nodes are numbered from 0, satellites first, then ground stations. The neighbours of a node are
/// kept in compressed sparse rows (CSR): those of node `n` are the entries
/// `firstLink[n] ..< firstLink[n + 1]` of ``neighbour``, ``lengthKm`` and ``kind``, by ascending
/// number. A link stands in both its ends' rows. Lengths lie on the ``LengthGrid``, so that sums
/// of them are exact.
public struct Mesh: Sendable, Hashable {
    /// The number of satellites, which are the nodes `0 ..< satelliteCount`.
    public let satelliteCount: Int

    /// Where each node's neighbours begin; `nodeCount + 1` entries.
    public let firstLink: [Int32]

    /// Neighbours, row by row.
    public let neighbour: [Int32]

    /// Length of the link to that neighbour [km].
    public let lengthKm: [Double]

    /// Kind of the link to that neighbour.
    public let kind: [LinkKind]

    /// Earth-fixed positions of the nodes, or `nil` where they are not known.
    public let positions: PositionPlanes?

    /// How long its lasers are and how low its satellites, or `nil` for a mesh of given lengths.
    package let laserExtent: LaserExtent?

    /// Whether lengths were measured between the positions, so that straight lines bound routes; not
    /// so where lengths are given.
    public let hasMeasuredLengths: Bool

    /// The number of nodes.
    public var nodeCount: Int { firstLink.count - 1 }

    /// The number of links, each counted once.
    public var linkCount: Int { neighbour.count / 2 }

    /// Creates a mesh of given links, whose lengths are rounded to the ``LengthGrid``.
    ///
    /// - Parameters:
    ///   - satelliteCount: How many of the nodes are satellites.
    ///   - nodeCount: How many nodes there are; all ends of links are below it.
    ///   - links: The links, in any order. Of two links between the same nodes the shorter one
    ///     counts.
    /// - Complexity: O(links log links).
    public init(satelliteCount: Int, nodeCount: Int, links: [Link]) {
        var sorted: [Link] = []
        sorted.reserveCapacity(links.count)
        for var link in links.sorted(by: { ($0.a, $0.b, $0.lengthKm) < ($1.a, $1.b, $1.lengthKm) })
        {
            precondition(link.a != link.b && link.a.index >= 0 && link.b.index < nodeCount)
            precondition(link.lengthKm >= 0 && link.lengthKm < 0x1p21)
            if let last = sorted.last, last.a == link.a, last.b == link.b { continue }
            link.lengthKm = LengthGrid.nearest(km: link.lengthKm)
            sorted.append(link)
        }
        self.init(
            satelliteCount: satelliteCount, nodeCount: nodeCount, sortedLinks: sorted,
            positions: nil)
    }

    /// Creates a mesh of links that are sorted by their ends, each once, with lengths on the grid.
    init(
        satelliteCount: Int, nodeCount: Int, sortedLinks links: [Link], positions: PositionPlanes?,
        hasMeasuredLengths: Bool = true
    ) {
        self.satelliteCount = satelliteCount
        self.positions = positions
        laserExtent = positions.map {
            LaserExtent(of: links, among: $0, satelliteCount: satelliteCount)
        }
        self.hasMeasuredLengths = hasMeasuredLengths && positions != nil
        var first = [Int32](repeating: 0, count: nodeCount + 1)
        for link in links {
            first[link.a.index + 1] += 1
            first[link.b.index + 1] += 1
        }
        for node in 0..<nodeCount { first[node + 1] += first[node] }
        var next = first
        var neighbour = [Int32](repeating: 0, count: links.count * 2)
        var length = [Double](repeating: 0, count: links.count * 2)
        var kind = [LinkKind](repeating: .laser, count: links.count * 2)
        // Smaller neighbours first, then larger ones: two passes over sorted links leave each row
        // in ascending order without sorting it.
        for link in links {
            let place = Int(next[link.b.index])
            neighbour[place] = link.a.rawValue
            length[place] = link.lengthKm
            kind[place] = link.kind
            next[link.b.index] += 1
        }
        for link in links {
            let place = Int(next[link.a.index])
            neighbour[place] = link.b.rawValue
            length[place] = link.lengthKm
            kind[place] = link.kind
            next[link.a.index] += 1
        }
        firstLink = first
        self.neighbour = neighbour
        lengthKm = length
        self.kind = kind
    }

    /// Creates what some rows in order leave of a mesh, with the same nodes.
    init(
        restOf whole: Mesh, firstLink: [Int32], neighbour: [Int32], lengthKm: [Double],
        kind: [LinkKind]
    ) {
        satelliteCount = whole.satelliteCount
        positions = whole.positions
        // The extent of all lasers bounds those that are left.
        laserExtent = whole.laserExtent
        hasMeasuredLengths = whole.hasMeasuredLengths
        self.firstLink = firstLink
        self.neighbour = neighbour
        self.lengthKm = lengthKm
        self.kind = kind
    }

    /// The nodes that are ground stations.
    public var stations: Range<Int> { satelliteCount..<nodeCount }

    /// The node of a ground station, by its place among the stations.
    public func station(_ index: Int) -> NodeID { NodeID(satelliteCount + index) }

    /// The places of a node's neighbours in the rows.
    @inlinable
    public func row(of node: NodeID) -> Range<Int> {
        Int(firstLink[node.index])..<Int(firstLink[node.index + 1])
    }

    /// The number of links of a node.
    public func degree(of node: NodeID) -> Int { row(of: node).count }

    /// The link between two nodes, or `nil` when there is none.
    ///
    /// - Complexity: O(degree).
    public func link(between one: NodeID, and other: NodeID) -> Link? {
        row(of: one).first { neighbour[$0] == other.rawValue }.map {
            Link(one, other, kind: kind[$0], lengthKm: lengthKm[$0])
        }
    }

    /// All links, each once, ordered by their smaller and then by their larger end.
    public var links: [Link] {
        var links: [Link] = []
        links.reserveCapacity(linkCount)
        for node in 0..<nodeCount {
            for place in row(of: NodeID(node)) where Int(neighbour[place]) > node {
                links.append(
                    Link(
                        NodeID(node), NodeID(rawValue: neighbour[place]), kind: kind[place],
                        lengthKm: lengthKm[place]))
            }
        }
        return links
    }
}
