import LaserMesh
import Orbits
import Routing
import Synchronization

/// What the handle of a network names.
final class NetworkObject: HandleObject {
    static let kind: StaticString = "network"

    let satellites: ConstellationObject
    let builder: MeshBuilder
    let rules: RoutingRules
    let epoch: Instant
    let stationNames: [String]

    /// The number of nodes.
    let nodeCount: Int

    /// Where the satellites stand, for searches that sweep over shells.
    let layouts: [ShellLayout]

    /// Queries that no thread uses at the moment, with their memory.
    private let queries = Mutex<[AStar]>([])

    init(
        satellites: ConstellationObject, builder: MeshBuilder, rules: RoutingRules,
        epoch: Instant, stationNames: [String]
    ) {
        self.satellites = satellites
        self.builder = builder
        self.rules = rules
        self.epoch = epoch
        self.stationNames = stationNames
        nodeCount = satellites.constellation.count + stationNames.count
        layouts = ShellLayout.layouts(of: satellites.shells)
    }

    /// Lends a query to the calling thread.
    @inline(__always)
    func withQuery<Result>(_ body: (inout AStar) -> Result) -> Result {
        var query = queries.withLock { $0.popLast() } ?? AStar(rules: rules)
        let result = body(&query)
        queries.withLock { $0.append(query) }
        return result
    }

    /// The name of a node.
    func name(of node: Int) -> String {
        let count = satellites.constellation.count
        return node < count ? satellites.name(of: node) : stationNames[node - count]
    }

    /// A node by its number.
    @inline(__always)
    func node(_ number: Int32, _ parameter: StaticString) throws(CallFailure) -> NodeID {
        guard number >= 0, Int(number) < nodeCount else {
            throw .argument(parameter, found: number, expected: "0 to \(nodeCount - 1)")
        }
        return NodeID(rawValue: number)
    }

    /// The mesh at an instant, seconds after the epoch.
    func mesh(atSeconds seconds: Double) -> Mesh {
        builder.mesh(
            of: satellites.constellation.positions(at: epoch.advanced(bySeconds: seconds)),
            atSeconds: seconds)
    }
}
