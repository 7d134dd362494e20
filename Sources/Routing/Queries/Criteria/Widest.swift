import LaserMesh

/// The route with the widest bottleneck between two nodes: the greatest least capacity of its links;
/// of those the best one, as ``Route`` says.
///
/// First the greatest width with which the destination can be reached, by Dijkstra's algorithm on
/// bottlenecks; then the best route over the links that are so wide, by A*.
///
/// - Complexity: O((nodes + links) log nodes).
/// - Note: M. Pollack, "The maximum capacity through a network", Operations Research 8 (1960) 733,
///   DOI 10.1287/opre.8.5.733.
public struct Widest: Sendable {
    /// A route and its bottleneck.
    public struct Answer: Sendable, Hashable {
        /// The route.
        public let route: Route

        /// The least capacity of its links [Gbit/s]; infinite for a route without links.
        public let widthGbps: Double
    }

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var single: AStar
    private var heap = SearchHeap()
    private var widthGbps: [Double] = []

    private struct WideLinks: LinkFilter {
        let capacityGbps: [Double]
        let leastGbps: Double

        @inline(__always)
        func allows(_ place: Int, to next: Int) -> Bool { capacityGbps[place] >= leastGbps }
    }

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) {
        self.rules = rules
        single = AStar(rules: rules)
    }

    /// The widest route where all links of a kind carry the same.
    public mutating func answer(
        in mesh: Mesh, from source: NodeID, to destination: NodeID, capacities: LinkCapacities
    ) -> Answer? {
        answer(
            in: mesh, from: source, to: destination,
            capacityGbps: mesh.kind.map(capacities.gbps))
    }

    /// The widest route, or `nil` when there is none.
    ///
    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - source: Where the packet starts.
    ///   - destination: Where it goes.
    ///   - capacityGbps: What each link carries, or has left, by its places in the rows of the mesh
    ///     [Gbit/s]; the two places of a link may differ, and a place with zero is not used.
    public mutating func answer(
        in mesh: Mesh, from source: NodeID, to destination: NodeID, capacityGbps: [Double]
    ) -> Answer? {
        precondition(capacityGbps.count == mesh.neighbour.count)
        guard
            let width = greatestWidth(
                in: mesh, from: source.index, to: destination.index, capacityGbps)
        else { return nil }
        let wide = WideLinks(capacityGbps: capacityGbps, leastGbps: width)
        return single.route(in: mesh, from: source, to: destination, over: wide).map {
            Answer(route: $0, widthGbps: width)
        }
    }

    private mutating func greatestWidth(
        in mesh: Mesh, from source: Int, to goal: Int, _ capacityGbps: [Double]
    ) -> Double? {
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        widthGbps.removeAll(keepingCapacity: true)
        widthGbps.append(contentsOf: repeatElement(0, count: mesh.nodeCount))
        widthGbps[source] = .infinity
        heap.removeAll()
        heap.push(.init(costKm: -.infinity, hops: 0, node: Int32(truncatingIfNeeded: source)))
        // The heap gives the least first: widths stand in it with their sign changed.
        while let entry = heap.pop() {
            let node = Int(entry.node)
            if node == goal { return -entry.costKm }
            if -entry.costKm != widthGbps[node] { continue }
            for place in mesh.row(of: NodeID(node)) {
                let next = Int(mesh.neighbour[place])
                if next >= passLimit && next != goal { continue }
                let width = min(widthGbps[node], capacityGbps[place])
                if width > widthGbps[next] {
                    widthGbps[next] = width
                    heap.push(
                        .init(
                            costKm: -width, hops: entry.hops + 1,
                            node: Int32(truncatingIfNeeded: next)))
                }
            }
        }
        return nil
    }
}
