import LaserMesh
import Orbits
import Routing

/// Finds forwarding states of a network at many instants, block by block, in memory that is used again.
struct ForwardingSeries: ~Copyable {
    /// Instants that are solved together: the lanes of the engine.
    static let blockSize = 8

    /// Bytes of working memory that the states of some destinations may take: about a cache.
    private static let workingBytes = 4 << 20

    /// A longer route counts as none in the lanes [km].
    private static let longestKm = 0x1p23

    /// Of more links of a node the lanes cannot tell the place.
    private static let mostLinks = 32_000

    private let network: NetworkObject
    private let goals: [NodeID]
    private let share: Int
    private var builder: MeshBatchBuilder
    private var engine: BatchForwarding
    private var positions: PositionBlock
    private var batch = MeshBatch()
    private var state = BatchForwardingState()
    private var hops: [Int32] = []

    init(_ network: NetworkObject, to goals: [NodeID]) {
        self.network = network
        self.goals = goals
        share = max(8, Self.workingBytes / max(1, network.nodeCount * 160))
        builder = MeshBatchBuilder(network.builder)
        engine = BatchForwarding(rules: network.rules)
        positions = PositionBlock(
            satelliteCount: network.satellites.constellation.count, atSeconds: [])
    }

    /// Puts the states at some instants into rows of the caller's.
    mutating func fill(_ rows: ForwardingRows, atSeconds seconds: [Double]) {
        guard SearchChoice.forForwarding(instants: seconds.count) == .together else {
            return fillPlainly(rows, atSeconds: seconds)
        }
        positions.reset(atSeconds: seconds)
        let times = seconds.map { network.epoch.advanced(bySeconds: $0) }
        // Held here alone while they are written to, or they would be copied.
        var (xs, ys, zs) = (positions.x, positions.y, positions.z)
        (positions.x, positions.y, positions.z) = ([], [], [])
        var x = xs.mutableSpan
        var y = ys.mutableSpan
        var z = zs.mutableSpan
        _ = network.satellites.constellation.positions(
            at: times, layout: .satelliteMajor(instants: times.count), x: &x, y: &y, z: &z)
        (positions.x, positions.y, positions.z) = (xs, ys, zs)
        builder.build(positions, into: &batch)
        guard (0..<batch.nodeCount).allSatisfy({ batch.row(of: NodeID($0)).count < Self.mostLinks })
        else { return fillPlainly(rows, atSeconds: seconds) }
        // Where a route is too long for the lanes, one that is a link shorter may yet be within them.
        var longestLinkKm = 0.0
        for km in batch.lengthKm where km < .infinity { longestLinkKm = max(longestLinkKm, km) }
        let limitKm = Self.longestKm - longestLinkKm - network.rules.hopCostKm
        var isWithin = true
        var hops = hops
        engine.solve(batch, to: goals, share: share, keepingCosts: .all, using: &state) {
            places, state in
            let isReached = rows.fill(places, from: state, &hops)
            isWithin = isWithin && (isReached || state.hasRoutes(below: limitKm))
        }
        self.hops = hops
        if !isWithin { fillPlainly(rows, atSeconds: seconds) }
    }

    /// Instant by instant, as a single mesh is asked.
    private func fillPlainly(_ rows: ForwardingRows, atSeconds seconds: [Double]) {
        for (instant, time) in seconds.enumerated() {
            let mesh = network.mesh(atSeconds: time)
            rows.fill(
                from: ForwardingState(
                    of: mesh, to: goals, rules: network.rules, shells: network.layouts),
                instant: instant)
        }
    }
}

extension BatchForwardingState {
    /// Whether the costs of all routes are below a limit [km].
    fileprivate func hasRoutes(below limitKm: Double) -> Bool {
        for destination in destinations.indices {
            for node in costNodes {
                for instant in 0..<instantCount {
                    let km = costKm(from: NodeID(node), to: destination, at: instant)
                    if km < .infinity, km >= limitKm { return false }
                }
            }
        }
        return true
    }
}
