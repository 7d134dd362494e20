import LaserMesh
import Routing

/// What arcs carry, by the nodes that they join.
public struct TransferCapacities: Sendable {
    /// Nodes below this are satellites.
    public var satelliteCount: Int

    /// What links carry each way, by their kind.
    public var links: LinkCapacities

    /// What nodes send, and receive, over all their links together [Gbps]; nodes that are missing have no
    /// limit.
    public var nodeGbps: [Int32: Double]

    /// Creates capacities.
    public init(
        satelliteCount: Int, links: LinkCapacities = LinkCapacities(),
        nodeGbps: [Int32: Double] = [:]
    ) {
        self.satelliteCount = satelliteCount
        self.links = links
        self.nodeGbps = nodeGbps
    }

    /// The kind of link that an arc is; `nil` for all links of a node together.
    public func kind(of arc: TransferArc) -> LinkKind? {
        if arc.isOfNode { return nil }
        let (a, b) = (Int(arc.from) < satelliteCount, Int(arc.to) < satelliteCount)
        return a && b ? .laser : a || b ? .radio : .fibre
    }

    /// The capacity of an arc [Gbps].
    public func gbps(of arc: TransferArc) -> Double {
        if let kind = kind(of: arc) { return links.gbps(of: kind) }
        return nodeGbps[max(arc.from, arc.to)] ?? .infinity
    }
}
