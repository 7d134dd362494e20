import LaserMesh
import Orbits

/// The best route that passes one node of each of a few sets, in any order.
///
/// It is the best of all ways from the source to a node of one set, on to one of the next, and so on to
/// the destination; each leg is a best route. A packet may go up by the satellite by which it came down,
/// so that a node can stand twice in the route. The stops may be stations whether or not stations relay;
/// no other station is passed unless they do.
///
/// - Complexity: A search from each stop for each mesh; for a pair O(product of the sizes of the sets ·
///   orders), and the routes of the legs of the best.
public struct StopRoutes: Sendable {
    /// The most sets.
    public static let mostSets = 3

    /// A route, or why there is none.
    public enum Answer: Sendable, Hashable {
        /// The best route.
        case route(Route)

        /// There is none, for this reason.
        case none(BarredReason)
    }

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// The sets, of each of which a route passes one node.
    public let stops: [RouteStops]

    private let orders: [[Int]]
    private var mesh: Mesh?
    private var single: AStar
    /// Costs from each stop to all nodes.
    private var trees: [NodeID: BucketTree] = [:]

    /// Creates a query; from one to ``mostSets`` sets.
    public init(_ stops: [RouteStops], rules: RoutingRules = RoutingRules()) {
        precondition((1...Self.mostSets).contains(stops.count))
        self.stops = stops
        self.rules = rules
        single = AStar(rules: rules)
        orders = Self.permutations(Array(stops.indices))
    }

    /// Takes a mesh for the questions that follow.
    ///
    /// - Complexity: A search for each node of the sets.
    public mutating func begin(with mesh: Mesh) {
        self.mesh = mesh
        for stop in stops.flatMap(\.nodes) {
            trees[stop, default: BucketTree()].grow(in: mesh, to: stop.index, rules: rules)
        }
    }

    /// The best route from a node to another on the mesh that was taken last.
    public mutating func answer(from source: NodeID, to destination: NodeID) -> Answer {
        guard let mesh else { preconditionFailure("a question before begin(with:)") }
        var best: [[NodeID]] = []
        var least = (costKm: Double.infinity, hops: Int.max)
        for order in orders {
            choose(order[...], after: [source], (0, 0)) { chosen, cost in
                let last = leg(from: chosen[chosen.count - 1], to: destination, in: mesh)
                let total = (cost.costKm + last.costKm, cost.hops + last.hops)
                guard total.0 < .infinity, total <= least else { return }
                if total < least { best.removeAll(keepingCapacity: true) }
                least = total
                best.append(chosen + [destination])
            }
        }
        let routes = best.compactMap { route(by: $0, in: mesh) }
        guard
            let route = routes.min(by: { $0.nodes.lexicographicallyPrecedes($1.nodes) })
        else { return .none(reason(from: source, in: mesh)) }
        return .route(route)
    }

    /// Calls `body` with every choice of one node of each set, in an order of the sets.
    private func choose(
        _ order: ArraySlice<Int>, after chosen: [NodeID], _ cost: (costKm: Double, hops: Int),
        _ body: ([NodeID], (costKm: Double, hops: Int)) -> Void
    ) {
        guard let mesh, let set = order.first else { return body(chosen, cost) }
        for node in stops[set].nodes {
            let leg = leg(from: node, to: chosen[chosen.count - 1], in: mesh)
            guard leg.costKm < .infinity else { continue }
            choose(
                order.dropFirst(), after: chosen + [node],
                (cost.costKm + leg.costKm, cost.hops + leg.hops), body)
        }
    }

    /// The cost of the best route between two nodes, the first of which, or the second, is a stop.
    private func leg(
        from one: NodeID, to other: NodeID, in mesh: Mesh
    ) -> (costKm: Double, hops: Int) {
        if one == other { return (0, 0) }
        let (root, node) = trees[one] == nil ? (other, one) : (one, other)
        guard let tree = trees[root], tree.costKm[node.index] < .infinity else {
            return (.infinity, 0)
        }
        return (tree.costKm[node.index], Int(tree.hops[node.index]))
    }

    /// The route over some nodes in turn.
    private mutating func route(by stops: [NodeID], in mesh: Mesh) -> Route? {
        var nodes = [stops[0]]
        var lengthKm = 0.0
        for (from, to) in zip(stops, stops.dropFirst()) where from != to {
            guard let leg = single.route(in: mesh, from: from, to: to) else { return nil }
            nodes += leg.nodes.dropFirst()
            lengthKm += leg.lengthKm
        }
        return Route(nodes: nodes, lengthKm: lengthKm, rules: rules)
    }

    /// The first set of which the source reaches no node.
    private func reason(from source: NodeID, in mesh: Mesh) -> BarredReason {
        let unreached = stops.first { stops in
            stops.nodes.allSatisfy { leg(from: $0, to: source, in: mesh).costKm == .infinity }
        }
        return unreached.map { .noStop($0) } ?? .notTogether
    }

    private static func permutations(_ items: [Int]) -> [[Int]] {
        guard !items.isEmpty else { return [[]] }
        return items.flatMap { first in
            permutations(items.filter { $0 != first }).map { [first] + $0 }
        }
    }
}
