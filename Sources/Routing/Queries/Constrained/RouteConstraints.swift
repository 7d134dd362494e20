/// What a route may not pass, and all that it must.
public struct RouteConstraints: Sendable, Hashable {
    /// The most that can be required at once.
    public static let mostRequired = 8

    /// What a route may not pass.
    public let avoid: [RouteConstraint]

    /// What it must pass, all of it, in any order.
    public let require: [RouteConstraint]

    /// Creates constraints; at most ``mostRequired`` of them required.
    public init(avoid: [RouteConstraint] = [], require: [RouteConstraint] = []) {
        precondition(require.count <= Self.mostRequired)
        self.avoid = avoid
        self.require = require
    }
}
