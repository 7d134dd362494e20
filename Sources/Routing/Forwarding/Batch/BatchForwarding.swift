import LaserMesh
import Orbits

/// The forwarding state of a mesh at many instants at once, the instants in the vector lanes.
///
/// One destination is taken at a time. Its nodes are gone through in the order of their costs in an
/// earlier batch, each taking the least over its neighbours in all lanes together; a node whose
/// neighbour improves after that is looked at again. In consecutive instants the order hardly
/// changes, so that one pass and a few repairs do. Links may come and go inside a batch: at an
/// instant at which a link is down it is infinitely long in that lane.
///
/// The answers are those of ``ForwardingState`` at each instant, whatever the order and however the
/// instants are cut into batches: costs are the same to the bit, and next hops are the same by the
/// same rule for ties. Where two ways from a node cost the same in a lane, that lane is settled
/// link by link, fewest hops first.
///
/// A value of this type holds the working memory and the orders; each task has its own, and gives
/// it the batches of its time in turn.
///
/// - Complexity: About O(destinations · links) a batch of eight or sixteen instants.
public struct BatchForwarding: ~Copyable {
    /// How exactly costs are counted.
    public enum Precision: Sendable {
        /// Exact sums in double precision, eight instants at a time.
        ///
        /// A route as long as 2²³ km (8.4 million km) or longer counts as none.
        case exact

        /// Whole steps of 2⁻¹³ km (12.2 cm), sixteen instants at a time.
        ///
        /// A cost errs by at most 6.1 cm a hop, and the route found is longer than the best one by
        /// at most that times the hops of both. A route of 131,071 km or longer counts as none.
        case fast
    }

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// How exactly costs are counted.
    public let precision: Precision

    private let exact: LaneSolver<ExactLanes>
    private let fast: LaneSolver<FastLanes>

    /// Creates an engine.
    public init(rules: RoutingRules = RoutingRules(), precision: Precision = .exact) {
        self.rules = rules
        self.precision = precision
        exact = LaneSolver()
        fast = LaneSolver()
    }

    /// Finds the next hops of all nodes of a batch.
    ///
    /// - Parameters:
    ///   - batch: The meshes of consecutive instants; eight or sixteen of them fill the lanes. No
    ///     node has more than 32,000 links.
    ///   - destinations: Where packets go, each once; `nil` for all ground stations.
    ///   - scope: Which costs to keep.
    ///   - state: Where to put the answer; its memory is used again.
    public mutating func solve(
        _ batch: MeshBatch, to destinations: [NodeID]? = nil,
        keepingCosts scope: BatchForwardingState.CostScope = .stations,
        into state: inout BatchForwardingState
    ) {
        let goals = destinations ?? batch.stations.map { NodeID($0) }
        let all = 0..<goals.count
        switch precision {
        case .exact:
            Self.run(exact, batch, to: goals, all, rules, scope, isFirst: true, into: &state)
        case .fast:
            Self.run(fast, batch, to: goals, all, rules, scope, isFirst: true, into: &state)
        }
    }

    /// Finds the next hops of all nodes of a batch, some destinations at a time, so that the answer of
    /// each share is still in the caches when it is used.
    ///
    /// - Parameters:
    ///   - batch: The meshes of consecutive instants, as in
    ///     ``solve(_:to:keepingCosts:into:)``.
    ///   - destinations: Where packets go, each once.
    ///   - share: How many destinations at a time.
    ///   - scope: Which costs to keep.
    ///   - state: Working memory: the state of one share after the other.
    ///   - body: Called with the places of a share among the destinations and its state.
    public mutating func solve(
        _ batch: MeshBatch, to destinations: [NodeID], share: Int,
        keepingCosts scope: BatchForwardingState.CostScope = .stations,
        using state: inout BatchForwardingState,
        _ body: (Range<Int>, BatchForwardingState) -> Void
    ) {
        precondition(share > 0)
        for begin in stride(from: 0, to: destinations.count, by: share) {
            let places = begin..<min(destinations.count, begin + share)
            switch precision {
            case .exact:
                Self.run(
                    exact, batch, to: destinations, places, rules, scope, isFirst: begin == 0,
                    into: &state)
            case .fast:
                Self.run(
                    fast, batch, to: destinations, places, rules, scope, isFirst: begin == 0,
                    into: &state)
            }
            body(places, state)
        }
    }

    /// Solves the destinations at some places, of whose whole list the solver keeps the orders.
    private static func run<Lanes: LaneArithmetic>(
        _ solver: LaneSolver<Lanes>, _ batch: MeshBatch, to destinations: [NodeID],
        _ places: Range<Int>, _ rules: RoutingRules, _ scope: BatchForwardingState.CostScope,
        isFirst: Bool, into state: inout BatchForwardingState
    ) {
        let width = Lanes.width
        let groups = (batch.instantCount + width - 1) / width
        let stride = groups * width
        if isFirst {
            describe(batch, rules, scope, in: &state)
            state.laneStride = stride
            state.lanePlace = (0..<stride).map { lane in
                lane / width * width + Lanes.storedPlace(ofLane: lane % width)
            }
            solver.begin(batch, to: destinations, rules: rules)
        }
        state.destinations = Array(destinations[places])
        let costNodes = state.costNodes
        state.slot.resize(to: places.count * batch.nodeCount * stride, 0)
        state.cost.resize(to: places.count * costNodes.count * stride, 0)
        state.slot.withUnsafeMutableBytes { slots in
            state.cost.withUnsafeMutableBufferPointer { costs in
                guard let slotBase = slots.baseAddress else { return }
                for group in 0..<groups {
                    solver.takeWeights(of: batch, fromInstant: group * width)
                    for begin in Swift.stride(
                        from: 0, to: places.count, by: solver.groupSize)
                    {
                        let some = begin..<min(places.count, begin + solver.groupSize)
                        solver.solve(
                            some.lowerBound + places.lowerBound..<some.upperBound
                                + places.lowerBound,
                            slots: slotBase + (begin * batch.nodeCount * stride + group * width)
                                * 2,
                            strideBytes: stride * 2)
                        guard let costBase = costs.baseAddress else { continue }
                        for (member, place) in some.enumerated() {
                            solver.copyCosts(
                                ofMember: member, nodes: costNodes,
                                to: costBase + place * costNodes.count * stride + group * width,
                                stride: stride)
                        }
                    }
                }
            }
        }
    }

    private static func describe(
        _ batch: MeshBatch, _ rules: RoutingRules, _ scope: BatchForwardingState.CostScope,
        in state: inout BatchForwardingState
    ) {
        state.rules = rules
        state.satelliteCount = batch.satelliteCount
        state.nodeCount = batch.nodeCount
        state.instantCount = batch.instantCount
        state.costNodes = scope == .all ? 0..<batch.nodeCount : batch.stations
        state.firstLink.removeAll(keepingCapacity: true)
        state.firstLink.append(contentsOf: batch.firstLink)
        state.neighbour.removeAll(keepingCapacity: true)
        state.neighbour.append(contentsOf: batch.neighbour)
    }
}
