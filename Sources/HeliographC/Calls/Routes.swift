import CHeliograph
import LaserMesh
import Orbits
import Routing

/// `helio_route()`, as `heliograph.h` describes it.
@c @implementation
public func helio_route(
    _ mesh: OpaquePointer?, _ source: Int32, _ destination: Int32,
    _ nodes: UnsafeMutablePointer<Int32>?, _ size: Int,
    _ summary: UnsafeMutablePointer<helio_route_summary>?
) -> helio_status {
    status { () throws(CallFailure) in
        let out = try Check.pointer(summary, "summary")
        try route(of: mesh, from: source, to: destination, nodes, size: size, into: out)
    }
}

/// `helio_route_short()`, as `heliograph.h` describes it.
@c @implementation
public func helio_route_short(
    _ mesh: OpaquePointer?, _ source: Int32, _ destination: Int32,
    _ route: UnsafeMutablePointer<helio_short_route>?
) -> helio_status {
    status { () throws(CallFailure) in
        let out = UnsafeMutableRawPointer(try Check.pointer(route, "route"))
        // The nodes stand right behind the summary.
        let summary = out.assumingMemoryBound(to: helio_route_summary.self)
        let nodes = (out + MemoryLayout<helio_route_summary>.size)
            .assumingMemoryBound(to: Int32.self)
        try HeliographC.route(
            of: mesh, from: source, to: destination, nodes, size: Int(HELIO_SHORT_ROUTE_NODES),
            into: summary)
    }
}

/// Finds a route, and puts it into memory of the caller's.
@inline(__always)
private func route(
    of mesh: OpaquePointer?, from source: Int32, to destination: Int32,
    _ nodes: UnsafeMutablePointer<Int32>?, size: Int,
    into summary: UnsafeMutablePointer<helio_route_summary>
) throws(CallFailure) {
    let object = try MeshObject.of(mesh)
    let from = try object.node(source, "source")
    let to = try object.node(destination, "destination")
    let route = object.network.withQuery { $0.route(in: object.mesh, from: from, to: to) }
    guard let route else {
        summary.pointee = helio_route_summary(latency_s: .nan, length_km: .nan, node_count: 0)
        return
    }
    summary.pointee = helio_route_summary(
        latency_s: route.latencyS, length_km: route.lengthKm, node_count: route.nodes.count)
    guard let nodes else { return }
    try checkSize(size, atLeast: route.nodes.count)
    for (place, node) in route.nodes.enumerated() { nodes[place] = node.rawValue }
}

/// `helio_routes()`, as `heliograph.h` describes it.
@c @implementation
public func helio_routes(
    _ mesh: OpaquePointer?, _ sources: UnsafePointer<Int32>?,
    _ destinations: UnsafePointer<Int32>?, _ count: Int,
    _ latency_s: UnsafeMutablePointer<Double>?, _ length_km: UnsafeMutablePointer<Double>?,
    _ hops: UnsafeMutablePointer<Int32>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try MeshObject.of(mesh)
        let sources = try Check.array(sources, count: count, "sources")
        let destinations = try Check.array(destinations, count: count, "destinations")
        // All pairs first, so that a wrong one leaves nothing half-written.
        for pair in 0..<count {
            _ = try object.node(sources[pair], "a source")
            _ = try object.node(destinations[pair], "a destination")
        }
        guard count > 0 else { return }
        let latency = try Check.pointer(latency_s, "latency_s")
        object.network.withQuery { query in
            for pair in 0..<count {
                let route = query.route(
                    in: object.mesh, from: NodeID(rawValue: sources[pair]),
                    to: NodeID(rawValue: destinations[pair]))
                latency[pair] = route?.latencyS ?? .nan
                length_km?[pair] = route?.lengthKm ?? .nan
                hops?[pair] = Int32(truncatingIfNeeded: route?.hops ?? -1)
            }
        }
    }
}
