import Orbits

/// The meshes of a block of instants with nearly the same links, in one graph.
///
/// The graph holds every link that is up at one instant of the block at least, in compressed sparse
/// rows as in ``Mesh``: the neighbours of node `n` are the places `firstLink[n] ..< firstLink[n + 1]`
/// of ``neighbour``, ascending, and a link stands in both its ends' rows. The lengths of one link
/// at all instants stand beside each other, for kernels that take instants in vector lanes: that at
/// instant `i` is `lengthKm[place * instantCount + i]`, and it is infinite where the link is down.
public struct MeshBatch: Sendable {
    /// The number of satellites, which are the nodes `0 ..< satelliteCount`.
    public internal(set) var satelliteCount: Int

    /// The number of instants.
    public internal(set) var instantCount: Int

    /// Where each node's neighbours begin; `nodeCount + 1` entries.
    public internal(set) var firstLink: [Int32]

    /// Neighbours, row by row.
    public internal(set) var neighbour: [Int32]

    /// Kind of the link to that neighbour.
    public internal(set) var kind: [LinkKind]

    /// Lengths on the ``LengthGrid``, by place and instant [km]; infinite where a link is down.
    ///
    /// They may be replaced by other weights on the grid, the same in both rows of a link.
    public var lengthKm: [Double]

    /// The number of nodes.
    public var nodeCount: Int { firstLink.count - 1 }

    /// The nodes that are ground stations.
    public var stations: Range<Int> { satelliteCount..<nodeCount }

    /// Creates a batch without nodes, for a builder to fill.
    public init() {
        satelliteCount = 0
        instantCount = 0
        firstLink = [0]
        neighbour = []
        kind = []
        lengthKm = []
    }

    /// Creates a batch of links that are down at all instants, for lengths or other weights to be put in.
    ///
    /// - Parameters:
    ///   - satelliteCount: The number of satellites; a link between two of them is a laser, any other
    ///     a radio link.
    ///   - nodeCount: The number of nodes.
    ///   - instantCount: The number of instants.
    ///   - links: The ends of the links, each link once, by their first end and then by their second.
    /// - Complexity: O(nodes + instants · links).
    public init(
        satelliteCount: Int, nodeCount: Int, instantCount: Int, sortedLinks links: [LaserLink]
    ) {
        precondition(zip(links, links.dropFirst()).allSatisfy { $0.key < $1.key })
        self.init()
        self.satelliteCount = satelliteCount
        self.instantCount = instantCount
        firstLink = Array(repeating: 0, count: nodeCount + 1)
        for link in links {
            firstLink[Int(link.a) + 1] += 1
            firstLink[Int(link.b) + 1] += 1
        }
        for node in 0..<nodeCount { firstLink[node + 1] += firstLink[node] }
        var next = firstLink
        neighbour = Array(repeating: 0, count: 2 * links.count)
        kind = Array(repeating: .laser, count: neighbour.count)
        lengthKm = Array(repeating: .infinity, count: neighbour.count * instantCount)
        for link in links {
            for (node, other) in [(link.a, link.b), (link.b, link.a)] {
                let place = Int(next[Int(node)])
                next[Int(node)] += 1
                neighbour[place] = other
                if Int(link.b) >= satelliteCount { kind[place] = .radio }
            }
        }
    }

    /// Creates the batch of meshes of the same nodes, one an instant.
    ///
    /// A link is of one kind at all instants: that of the first one at which it is up.
    ///
    /// - Complexity: O(instants · links).
    public init(_ meshes: [Mesh]) {
        self.init()
        guard let first = meshes.first else { return }
        precondition(
            meshes.allSatisfy {
                $0.nodeCount == first.nodeCount && $0.satelliteCount == first.satelliteCount
            })
        satelliteCount = first.satelliteCount
        instantCount = meshes.count
        firstLink.reserveCapacity(first.nodeCount + 1)
        for node in 0..<first.nodeCount {
            let rows = meshes.map { $0.row(of: NodeID(node)) }
            var next = rows.map(\.lowerBound)
            while let neighbour = Self.leastNeighbour(meshes, rows, next) {
                var kind: LinkKind?
                for instant in meshes.indices {
                    let mesh = meshes[instant]
                    let place = next[instant]
                    if place < rows[instant].upperBound, mesh.neighbour[place] == neighbour {
                        lengthKm.append(mesh.lengthKm[place])
                        kind = kind ?? mesh.kind[place]
                        next[instant] += 1
                    } else {
                        lengthKm.append(.infinity)
                    }
                }
                self.neighbour.append(neighbour)
                self.kind.append(kind ?? .laser)
            }
            firstLink.append(Int32(truncatingIfNeeded: self.neighbour.count))
        }
    }

    /// The places of a node's neighbours in the rows.
    @inlinable
    public func row(of node: NodeID) -> Range<Int> {
        Int(firstLink[node.index])..<Int(firstLink[node.index + 1])
    }

    /// The length of the link at a place at an instant [km]; infinite where it is down.
    @inlinable
    public func lengthKm(at place: Int, instant: Int) -> Double {
        lengthKm[place * instantCount + instant]
    }

    /// The mesh at one instant of the block.
    ///
    /// - Parameters:
    ///   - instant: The instant, from 0.
    ///   - positions: The Earth-fixed positions of the nodes then, if they are known.
    /// - Complexity: O(links).
    public func mesh(at instant: Int, positions: PositionPlanes? = nil) -> Mesh {
        precondition(instant >= 0 && instant < instantCount)
        var links: [Link] = []
        for node in 0..<nodeCount {
            for place in row(of: NodeID(node)) where Int(neighbour[place]) > node {
                let length = lengthKm(at: place, instant: instant)
                guard length < .infinity else { continue }
                links.append(
                    Link(
                        NodeID(node), NodeID(rawValue: neighbour[place]), kind: kind[place],
                        lengthKm: length))
            }
        }
        return Mesh(
            satelliteCount: satelliteCount, nodeCount: nodeCount, sortedLinks: links,
            positions: positions)
    }

    private static func leastNeighbour(
        _ meshes: [Mesh], _ rows: [Range<Int>], _ next: [Int]
    ) -> Int32? {
        var least: Int32?
        for instant in meshes.indices where next[instant] < rows[instant].upperBound {
            let neighbour = meshes[instant].neighbour[next[instant]]
            least = min(least ?? neighbour, neighbour)
        }
        return least
    }
}
