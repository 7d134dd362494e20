import CHeliograph
import LaserMesh
import Orbits
import Routing

/// `helio_forwarding()`, as `heliograph.h` describes it.
@c @implementation
public func helio_forwarding(
    _ mesh: OpaquePointer?, _ destinations: UnsafePointer<Int32>?, _ destination_count: Int,
    _ next_hop: UnsafeMutablePointer<Int32>?, _ latency_s: UnsafeMutablePointer<Double>?,
    _ size: Int, _ needed: UnsafeMutablePointer<Int>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try MeshObject.of(mesh)
        let goals = try goals(destinations, count: destination_count, in: object.network)
        let count = try Check.product(goals.count, object.mesh.nodeCount, "next_hop")
        needed?.pointee = count
        if next_hop == nil, size == 0, needed != nil { return }
        let next = try Check.pointer(next_hop, "next_hop")
        try checkSize(size, atLeast: count)
        ForwardingRows(next: next, latencyS: latency_s, goals: goals).fill(
            from: ForwardingState(
                of: object.mesh, to: goals, rules: object.network.rules,
                shells: object.network.layouts))
    }
}

/// `helio_forwarding_over_time()`, as `heliograph.h` describes it.
@c @implementation
public func helio_forwarding_over_time(
    _ network: OpaquePointer?, _ seconds: UnsafePointer<Double>?, _ instant_count: Int,
    _ destinations: UnsafePointer<Int32>?, _ destination_count: Int,
    _ next_hop: UnsafeMutablePointer<Int32>?, _ latency_s: UnsafeMutablePointer<Double>?,
    _ size: Int, _ needed: UnsafeMutablePointer<Int>?
) -> helio_status {
    status { () throws(CallFailure) in
        let network = try NetworkObject.of(network)
        let times = try Check.array(seconds, count: instant_count, "seconds")
        for time in times { try Check.seconds(time) }
        let goals = try goals(destinations, count: destination_count, in: network)
        let plane = try Check.product(goals.count, network.nodeCount, "next_hop")
        let count = try Check.product(times.count, plane, "next_hop")
        needed?.pointee = count
        if next_hop == nil, size == 0, needed != nil { return }
        guard count > 0 else { return }
        let next = try Check.pointer(next_hop, "next_hop")
        try checkSize(size, atLeast: count)
        var solver = ForwardingSeries(network, to: goals)
        for first in stride(from: 0, to: times.count, by: ForwardingSeries.blockSize) {
            let block = times[first..<min(times.count, first + ForwardingSeries.blockSize)]
            let rows = ForwardingRows(
                next: next + first * plane, latencyS: latency_s.map { $0 + first * plane },
                goals: goals)
            solver.fill(rows, atSeconds: Array(block))
        }
    }
}

/// The nodes to which packets go; all stations for NULL.
private func goals(
    _ destinations: UnsafePointer<Int32>?, count: Int, in network: NetworkObject
) throws(CallFailure) -> [NodeID] {
    let given = try Check.array(destinations, count: count, "destinations")
    guard destinations != nil else {
        return (network.satellites.constellation.count..<network.nodeCount).map { NodeID($0) }
    }
    var goals: [NodeID] = []
    for number in given { goals.append(try network.node(number, "a destination")) }
    guard Set(goals).count == goals.count else {
        throw .argument("destinations", found: "not distinct", expected: "each node once")
    }
    return goals
}
