import LaserMesh
import Routing
import TestSupport

/// A small mesh, a pair on it, rules, and all simple ways of the pair: what brute force starts from.
struct SmallMeshCase {
    let mesh: Mesh
    let source: NodeID
    let destination: NodeID
    let rules: RoutingRules
    /// All simple ways, best first.
    let ways: [PlainSearch.Way]
    /// The places in ``Mesh/links`` of each way's links, as bits.
    let links: [UInt64]
    /// The nodes of each way but its ends, as bits.
    let inner: [UInt64]

    init(seed: Int, _ random: inout SeededGenerator) {
        rules =
            [
                RoutingRules(), RoutingRules(allowsGroundRelay: true),
                RoutingRules(hopDelayS: 1e-5),
            ][seed % 3]
        mesh = RandomMeshes.tangle(
            satellites: 6, stations: 2, links: Int.random(in: 8...15, using: &random),
            longest: [0, 1, 3, 90][seed / 3 % 4], &random)
        source = NodeID(Int.random(in: 0..<8, using: &random))
        destination = NodeID(
            (source.index + Int.random(in: 1..<8, using: &random)) % 8)
        ways = PlainSearch.allSimple(mesh, from: source, to: destination, rules: rules)
        let places = Dictionary(
            uniqueKeysWithValues: mesh.links.enumerated().map { ([$1.a, $1.b], UInt64(1) << $0) })
        links = ways.map { way in
            zip(way.nodes, way.nodes.dropFirst())
                .map { places[[min($0, $1), max($0, $1)]] ?? 0 }.reduce(0, |)
        }
        inner = ways.map { way in
            way.nodes.dropFirst().dropLast().map { UInt64(1) << $0.index }.reduce(0, |)
        }
    }

    /// The ways whose number a condition accepts.
    func ways(where isWanted: (Int) -> Bool) -> [PlainSearch.Way] {
        ways.indices.filter(isWanted).map { ways[$0] }
    }

    /// Whether two ways share nothing that disjoint routes may not.
    func areDisjoint(_ one: Int, _ other: Int, _ parts: DisjointRoutes.Parts) -> Bool {
        links[one] & links[other] == 0 && (parts == .links || inner[one] & inner[other] == 0)
    }
}
