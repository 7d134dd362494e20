import LaserMesh
import Orbits
import Routing

/// The nearest of several nodes for every node of a mesh, by one search.
///
/// A node of its own stands a way of no length from each of them; the best routes from there begin with the
/// nearest one.
struct SiteReach {
    private var query: OneToAll
    private let sites: [NodeID]

    /// Creates a search for the nearest of some nodes.
    init(_ sites: [NodeID], rules: RoutingRules) {
        self.sites = sites
        query = OneToAll(rules: rules)
    }

    /// The one-way latency of each station to the nearest node [ms], and which that is by its place; infinite
    /// and `nil` where none is in reach.
    ///
    /// - Complexity: that of one search, and O(stations · hops · degree).
    mutating func nearest(
        in mesh: Mesh, stations: Range<Int>
    ) -> [(latencyMs: Double, site: Int?)] {
        let start = NodeID(mesh.nodeCount)
        let joined = Mesh(
            satelliteCount: mesh.satelliteCount, nodeCount: mesh.nodeCount + 1,
            links: mesh.links + sites.map { Link($0, start, kind: .fibre, lengthKm: 0) })
        query.search(in: joined, from: start)
        var place: [NodeID: Int] = [:]
        for (index, site) in sites.enumerated() { place[site] = index }
        return stations.map { station in
            guard let route = query.route(to: mesh.station(station)) else {
                return (.infinity, nil)
            }
            // The way of no length is no hop.
            let latency = route.latencyS - query.rules.hopDelayS
            return (1_000 * latency, place[route.nodes[1]])
        }
    }
}
