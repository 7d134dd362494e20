import LaserMesh
import Orbits

/// The best simple route between two nodes that avoids some nodes, links and regions and passes
/// others.
///
/// Without requirements it is the best route over what is left, by A*. With requirements, the best
/// walk is sought over pairs of a node and the set of what has been passed so far. If it visits no
/// node twice, it is the answer. If it does, a simple route can use that node with one of the two
/// sets at most, and the search is split in two: one forbids it with the later set, one with all
/// others. The cheapest walk of all splits goes next, so that the first simple one is the best route
/// by cost, hops and list of nodes.
///
/// - Complexity: A search for each split, O(2^r · (nodes + links) log nodes) for r required things.
///   The splits are few where routes need not go back on themselves, but their number has no better
///   bound than an exponential one, for the problem is hard; after ``stepLimit`` of them the answer is
///   ``BarredReason/undecided(steps:)``.
/// - Note: The walks are those of S. E. Dreyfus, "An appraisal of some shortest-path algorithms",
///   Operations Research 17 (1969) 395, DOI 10.1287/opre.17.3.395; the splits are made as by
///   G. Sharon et al., "Conflict-based search for optimal multi-agent pathfinding", Artificial
///   Intelligence 219 (2015) 40, DOI 10.1016/j.artint.2014.11.006.
public struct Constrained: Sendable {
    /// A route, or why there is none.
    public enum Answer: Sendable, Hashable {
        /// The best route.
        case route(Route)

        /// There is none, for this reason.
        case none(BarredReason)
    }

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// What the route avoids and passes.
    public let constraints: RouteConstraints

    /// The Earth over which sub-points are taken.
    public let ellipsoid: Ellipsoid

    /// After how many splits a search is given up.
    public let stepLimit: Int

    private var mesh: Mesh?
    private var bars = LinkBars()
    private var single: AStar
    private var walks: RequiredWalk

    /// Creates a query.
    public init(
        _ constraints: RouteConstraints, rules: RoutingRules = RoutingRules(),
        on ellipsoid: Ellipsoid = .wgs84, stepLimit: Int = 1_000
    ) {
        precondition(stepLimit >= 1)
        self.constraints = constraints
        self.rules = rules
        self.ellipsoid = ellipsoid
        self.stepLimit = stepLimit
        single = AStar(rules: rules)
        walks = RequiredWalk(rules: rules)
    }

    /// Takes a mesh for the questions that follow, and finds the satellites over each region.
    ///
    /// - Complexity: O(regions · satellites).
    public mutating func begin(with mesh: Mesh) {
        self.mesh = mesh
        setBars(constraints.avoid, in: mesh)
        walks.begin(with: mesh, requirements: constraints.require) {
            ConstraintPlaces($0, in: mesh, on: ellipsoid)
        }
    }

    /// The best route from a node to another on the mesh that was taken last.
    public mutating func answer(from source: NodeID, to destination: NodeID) -> Answer {
        guard let mesh else { preconditionFailure("a question before begin(with:)") }
        switch best(in: mesh, from: source, to: destination) {
        case .route(let route): return .route(route)
        case .undecided: return .none(.undecided(steps: stepLimit))
        case .none: return .none(reason(in: mesh, from: source, to: destination))
        }
    }

    private mutating func setBars(_ avoid: [RouteConstraint], in mesh: Mesh) {
        bars.begin(for: mesh)
        for constraint in avoid {
            let places = ConstraintPlaces(constraint, in: mesh, on: ellipsoid)
            for node in places.nodes { bars.bar(node: node.index) }
            if let link = places.link { bars.bar(linkBetween: link.a, and: link.b, in: mesh) }
        }
    }

    private mutating func best(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> RequiredWalk.Answer {
        if bars.isNodeBarred[source.index] || bars.isNodeBarred[destination.index] { return .none }
        if walks.isEmpty {
            return single.route(in: mesh, from: source, to: destination, over: bars)
                .map { .route($0) } ?? .none
        }
        return walks.best(
            in: mesh, from: source, to: destination, over: bars, stepLimit: stepLimit)
    }

    /// Why there is no route, found by taking the constraints one by one.
    private mutating func reason(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> BarredReason {
        if single.route(in: mesh, from: source, to: destination) == nil { return .unreachable }
        for constraint in constraints.require
        where ConstraintPlaces(constraint, in: mesh, on: ellipsoid)
            .isAbsent(from: mesh, rules: rules, ends: [source, destination])
        {
            return .absent(constraint)
        }
        func begin(_ avoid: [RouteConstraint], _ require: [RouteConstraint]) -> Constrained {
            var query = Constrained(
                RouteConstraints(avoid: avoid, require: require), rules: rules, on: ellipsoid,
                stepLimit: stepLimit)
            query.begin(with: mesh)
            return query
        }
        var alone = begin(constraints.avoid, [])
        guard case .route = alone.best(in: mesh, from: source, to: destination) else {
            return .avoided(
                constraints.avoid.filter {
                    var query = begin([$0], [])
                    if case .none = query.best(in: mesh, from: source, to: destination) {
                        return true
                    }
                    return false
                })
        }
        for constraint in constraints.require {
            var query = begin(constraints.avoid, [constraint])
            switch query.best(in: mesh, from: source, to: destination) {
            case .route: continue
            case .none: return .outOfWay(constraint)
            case .undecided: return .undecided(steps: stepLimit)
            }
        }
        return .notTogether
    }
}
