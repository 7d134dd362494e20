/// The most that a network carries from one node to another, and the arcs that hold it down.
public struct MaxFlowResult: Sendable {
    /// The value of the flow [Gbps]; infinite over arcs without limit.
    public let gbps: Double

    /// A flow of that value along routes that are simple, none if it is infinite or zero.
    public let routes: [RouteFlow]

    /// The minimum cut: arcs from the source's side to the other, ascending.
    ///
    /// Every route crosses one of them, and their capacities add up to the value of the flow. Of
    /// several minimum cuts it is the one nearest to the source.
    public let cut: [Int32]
}
