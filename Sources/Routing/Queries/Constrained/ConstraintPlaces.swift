import LaserMesh
import Orbits

/// Where a constraint stands in a mesh: its nodes, or its link.
struct ConstraintPlaces {
    /// The nodes that pass it.
    var nodes: [NodeID] = []

    /// The link that passes it; `nil` too where that link is down.
    var link: Link?

    init(_ constraint: RouteConstraint, in mesh: Mesh, on ellipsoid: Ellipsoid) {
        switch constraint {
        case .node(let node):
            nodes = [node]
        case .link(let one, let other):
            link = mesh.link(between: one, and: other)
        case .region(let region):
            guard let positions = mesh.positions else { return }
            for satellite in 0..<mesh.satelliteCount where positions.x[satellite].isFinite {
                let place = ellipsoid.geodetic(of: ITRFPosition(km: positions[satellite]))
                if region.contains(place) { nodes.append(NodeID(satellite)) }
            }
        }
    }

    /// Whether no route between two ends can pass it, since nothing of it has a link or may relay.
    func isAbsent(from mesh: Mesh, rules: RoutingRules, ends: [NodeID]) -> Bool {
        link == nil
            && !nodes.contains {
                mesh.degree(of: $0) > 0
                    && (rules.allowsGroundRelay || $0.index < mesh.satelliteCount
                        || ends.contains($0))
            }
    }
}
