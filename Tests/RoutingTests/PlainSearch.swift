import LaserMesh
import Routing

/// Two plain ways to the best route, to compare the fast ones with.
enum PlainSearch {
    /// A way with all that decides between ways.
    struct Way: Comparable {
        var lengthKm: Double
        var nodes: [NodeID]

        static func < (left: Way, right: Way) -> Bool {
            if left.lengthKm != right.lengthKm { return left.lengthKm < right.lengthKm }
            if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
            return left.nodes.lexicographicallyPrecedes(right.nodes)
        }
    }

    /// Bellman-Ford: whole ways are kept for every node until no link improves one.
    static func bellmanFord(
        _ mesh: Mesh, from source: NodeID, rules: RoutingRules
    ) -> [Way?] {
        var best = [Way?](repeating: nil, count: mesh.nodeCount)
        best[source.index] = Way(lengthKm: 0, nodes: [source])
        let hopKm = LengthGrid.nearest(km: rules.hopDelayS * 299_792.458)
        var isSettled = false
        while !isSettled {
            isSettled = true
            for node in 0..<mesh.nodeCount {
                guard let way = best[node] else { continue }
                let mayPass =
                    rules.allowsGroundRelay || node < mesh.satelliteCount || node == source.index
                guard mayPass else { continue }
                for place in mesh.row(of: NodeID(node)) {
                    let next = NodeID(rawValue: mesh.neighbour[place])
                    let longer = Way(
                        lengthKm: way.lengthKm + mesh.lengthKm[place] + hopKm,
                        nodes: way.nodes + [next])
                    if best[next.index].map({ longer < $0 }) ?? true {
                        best[next.index] = longer
                        isSettled = false
                    }
                }
            }
        }
        return best
    }

    /// All simple ways between two nodes, best first, gone through one by one.
    static func allSimple(
        _ mesh: Mesh, from source: NodeID, to destination: NodeID, rules: RoutingRules
    ) -> [Way] {
        var ways: [Way] = []
        let hopKm = LengthGrid.nearest(km: rules.hopDelayS * 299_792.458)
        func extend(_ way: Way, _ last: NodeID) {
            if last == destination {
                ways.append(way)
                return
            }
            let mayPass =
                rules.allowsGroundRelay || last.index < mesh.satelliteCount || last == source
            guard mayPass else { return }
            for place in mesh.row(of: last) {
                let next = NodeID(rawValue: mesh.neighbour[place])
                if way.nodes.contains(next) { continue }
                extend(
                    Way(
                        lengthKm: way.lengthKm + mesh.lengthKm[place] + hopKm,
                        nodes: way.nodes + [next]), next)
            }
        }
        extend(Way(lengthKm: 0, nodes: [source]), source)
        return ways.sorted()
    }
}
