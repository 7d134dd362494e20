import LaserMesh

/// The disjoint routes of least total cost between two nodes.
///
/// Of all sets of so many disjoint routes, this one has the least sum of costs, and of those the
/// fewest hops in all; the sums are exact. What remains equal is settled by the search, always in
/// the same way. Where routes that share no link cross at a node, what goes in can go on in several
/// ways at the same total: then the first route is the best one that the links of the set allow, the
/// second one the best of the remaining links, and so on.
///
/// A flow of least cost with one unit a route, grown by one shortest augmentation after another. The
/// nodes' potentials begin with the exact costs to the destination, so that each search goes
/// straight towards it.
///
/// - Complexity: O(nodes + links) for the potentials, then a search a route.
/// - Note: J. W. Suurballe, "Disjoint paths in a network", Networks 4 (1974) 125, DOI
///   10.1002/net.3230040204; R. Bhandari, "Survivable Networks", Kluwer 1999, with the nodes split in
///   two where routes share none; the potentials are those of J. Edmonds and R. M. Karp, Journal
///   of the ACM 19 (1972) 248, DOI 10.1145/321694.321699.
public struct LeastTotalDisjoint: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// What the routes may not share.
    public let parts: DisjointRoutes.Parts

    private var tree = BucketTree()
    private var search: AugmentingSearch
    private var single: AStar

    /// The links of the flow in their direction.
    private struct FlowLinks: LinkFilter {
        var flow: [Int8]

        @inline(__always)
        func allows(_ place: Int, to next: Int) -> Bool { flow[place] > 0 }
    }

    /// Creates a query.
    public init(of parts: DisjointRoutes.Parts, rules: RoutingRules = RoutingRules()) {
        self.rules = rules
        self.parts = parts
        search = AugmentingSearch(splitsNodes: parts == .nodes)
        single = AStar(rules: rules)
    }

    /// Disjoint routes from a node to another, best first; fewer than asked for when no more exist.
    ///
    /// - Parameters:
    ///   - count: How many routes; with another number other routes may be chosen.
    ///   - mesh: The mesh.
    ///   - source: Where the packets start.
    ///   - destination: Where they go; the source itself gives one route without hops.
    public mutating func routes(
        _ count: Int, in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> [Route] {
        guard count > 0 else { return [] }
        guard source != destination else {
            return [Route(nodes: [source], lengthKm: 0, rules: rules)]
        }
        tree.grow(in: mesh, to: destination.index, rules: rules)
        search.begin(in: mesh, tree: tree)
        var found = 0
        while found < count,
            search.augment(in: mesh, from: source.index, to: destination.index, rules: rules)
        {
            found += 1
        }
        var links = FlowLinks(flow: search.flow)
        var routes: [Route] = []
        while routes.count < found,
            let route = single.route(in: mesh, from: source, to: destination, over: links)
        {
            for (one, other) in zip(route.nodes, route.nodes.dropFirst()) {
                if let place = mesh.place(from: one, to: other) { links.flow[place] = 0 }
            }
            routes.append(route)
        }
        return routes
    }
}
