/// Why no route meets some constraints.
public enum BarredReason: Sendable, Hashable {
    /// There is no route at all, whatever the constraints.
    case unreachable

    /// Each of these bars every route by itself; where none does, they do together.
    case avoided([RouteConstraint])

    /// What is required is not in the mesh: a node without a link that a route may use, a link that
    /// is down, a region with no satellite over it.
    case absent(RouteConstraint)

    /// No simple route passes this, by itself, and nothing that is to be avoided.
    case outOfWay(RouteConstraint)

    /// Each of what is required can be passed, but no simple route passes it all.
    case notTogether

    /// No route leads by any of these nodes.
    case noStop(RouteStops)

    /// The search was given up after so many steps; there may be a route.
    case undecided(steps: Int)
}
