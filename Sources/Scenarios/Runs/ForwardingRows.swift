import LaserMesh
import Orbits
import Routing

/// The forwarding state at one instant: for each destination and node the next hop on the best
/// route, and how long a packet takes.
///
/// Both arrays have a row for each destination, and in it a place for each node, satellites first.
struct ForwardingRows: Sendable {
    /// Stands for the next hop where there is no route.
    static let unreachable: Int32 = -1

    /// Node that comes next on the best route; the destination itself at the destination.
    private(set) var nextHop: [Int32] = []

    /// One-way latency of the best route [ms], correctly rounded; NaN where there is none.
    private(set) var latencyMs: [Float] = []

    /// Creates rows without any entry, to append to.
    init() {}

    /// Creates rows of a number of entries, none of which has a route.
    init(count: Int) {
        nextHop = Array(repeating: Self.unreachable, count: count)
        latencyMs = Array(repeating: .nan, count: count)
    }

    /// Puts the next hop of an entry.
    @inline(__always)
    mutating func set(_ entry: Int, nextHop next: Int32) { nextHop[entry] = next }

    /// Puts the latency of an entry whose route has that cost and so many hops.
    @inline(__always)
    mutating func set(_ entry: Int, costKm: Double, hops: Double, rules: RoutingRules) {
        latencyMs[entry] = Self.latencyMs(costKm: costKm, hops: hops, rules: rules)
    }

    /// The latency of a route of that cost and so many hops [ms].
    private static func latencyMs(costKm: Double, hops: Double, rules: RoutingRules) -> Float {
        let lengthKm = costKm - hops * rules.hopCostKm
        return Float(
            (lengthKm / Physics.speedOfLightKmPerS + hops * rules.hopDelayS) * 1_000)
    }

    /// Appends the rows of some destinations.
    ///
    /// The route that is followed from hop to hop is the best one from where it starts: cheapest,
    /// then with the fewest hops, then with the lexicographically smallest list of nodes. All
    /// links can be used both ways, so that one search from the destination gives the costs and
    /// hops of all nodes. Every rest of a best route is a best route, so that the first step of the
    /// smallest list is the smallest neighbour from which cost and hops are what is left.
    ///
    /// - Parameters:
    ///   - destinations: The destinations.
    ///   - mesh: The mesh.
    ///   - query: Working memory, with the rules for routes.
    /// - Complexity: O(destinations · (nodes + links) log nodes).
    mutating func append(
        to destinations: [NodeID], in mesh: Mesh, by query: inout OneToAll
    ) {
        let rules = query.rules
        for destination in destinations {
            query.search(in: mesh, from: destination)
            let goal = destination.index
            for node in 0..<mesh.nodeCount {
                guard let costKm = query.costKm(to: NodeID(node)),
                    let hops = query.hops(to: NodeID(node))
                else {
                    nextHop.append(Self.unreachable)
                    latencyMs.append(.nan)
                    continue
                }
                latencyMs.append(
                    Self.latencyMs(costKm: costKm, hops: Double(hops), rules: rules))
                guard node != goal else {
                    nextHop.append(destination.rawValue)
                    continue
                }
                // Rows are in ascending order: the first that fits is the smallest.
                let next = mesh.row(of: NodeID(node)).first { place in
                    let neighbour = NodeID(rawValue: mesh.neighbour[place])
                    let passes =
                        neighbour == destination || rules.allowsGroundRelay
                        || neighbour.index < mesh.satelliteCount
                    guard passes, let restKm = query.costKm(to: neighbour) else { return false }
                    return query.hops(to: neighbour) == hops - 1
                        && restKm + (mesh.lengthKm[place] + rules.hopCostKm) == costKm
                }
                nextHop.append(next.map { mesh.neighbour[$0] } ?? Self.unreachable)
            }
        }
    }
}
