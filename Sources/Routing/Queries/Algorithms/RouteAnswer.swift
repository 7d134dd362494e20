/// The routes that an algorithm gives for a pair, and what is to be said about them.
public struct RouteAnswer: Sendable, Hashable {
    /// Why an answer is not what was asked for.
    public enum Note: Sendable, Hashable {
        /// There is no route.
        case unreachable

        /// There are no more than these of as many as were asked for.
        case fewer(asked: Int)

        /// There are more, which the limit left out.
        case limited

        /// Constraints bar every route.
        case barred(BarredReason)

        /// The packet was lost.
        case lost(ForwardingOutcome)
    }

    /// The routes, best first.
    public var routes: [Route]

    /// What is to be said about them, if anything.
    public var note: Note?

    /// The bottleneck of a route by ``Widest`` [Gbit/s].
    public var widthGbps: Double?

    /// Creates an answer.
    public init(_ routes: [Route], note: Note? = nil, widthGbps: Double? = nil) {
        self.routes = routes
        self.note = note
        self.widthGbps = widthGbps
    }
}
