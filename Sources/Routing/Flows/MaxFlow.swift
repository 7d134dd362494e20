import LaserMesh

/// The maximum flow from one node to another, by Dinic's algorithm, with a minimum cut.
///
/// Routes of the flow obey the rule for ground stations: unless they relay, stations other than the
/// two ends carry nothing. A query holds its working memory; each task has its own.
///
/// - Complexity: O(nodes² · arcs) at worst; over a mesh of satellites, where routes are short and all
///   lasers alike, a few passes over the arcs.
/// - Note: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in networks with power
///   estimation", Soviet Mathematics Doklady 11 (1970) 1277.
public struct MaxFlow: Sendable {
    private var residual: [Double] = []
    private var level: [Int32] = []
    private var next: [Int32] = []
    private var queue: [Int32] = []
    private var path: [Int32] = []

    /// Creates a query.
    public init() {}

    /// The maximum flow from a node to another one.
    public mutating func flow(
        in network: FlowNetwork, from source: NodeID, to destination: NodeID
    ) -> MaxFlowResult {
        precondition(source != destination)
        // More than any cut of finite arcs: a flow that crosses an arc of this has no limit.
        let limit = network.capacityGbps.reduce(1) { $1 < .infinity ? $0 + $1 : $0 }
        let capacity = network.capacityGbps.map { min($0, limit) }
        residual = capacity
        while findLevels(network, from: source.index, to: destination.index) {
            next = network.mesh.firstLink
            while augment(network, from: source.index, to: destination.index) {}
        }
        // After the last search, nodes with a level are those that the source still reaches.
        var cut: [Int32] = []
        var value = 0.0
        for arc in 0..<network.arcCount {
            let tail = Int(network.tail[arc])
            let head = Int(network.mesh.neighbour[arc])
            guard level[tail] >= 0, level[head] < 0, network.capacityGbps[arc] > 0,
                network.mayPass(tail, from: source.index),
                head < network.mesh.satelliteCount || network.allowsGroundRelay
                    || head == destination.index
            else { continue }
            cut.append(Int32(truncatingIfNeeded: arc))
            value += network.capacityGbps[arc]
        }
        guard value < .infinity else {
            return MaxFlowResult(gbps: .infinity, routes: [], cut: [])
        }
        let flow = zip(capacity, residual).map { $0 - $1 }
        return MaxFlowResult(
            gbps: value,
            routes: routes(
                of: flow, in: network, from: source.index, to: destination.index),
            cut: cut)
    }

    /// Distances from the source in arcs that can take more; whether the destination has one.
    private mutating func findLevels(
        _ network: FlowNetwork, from source: Int, to destination: Int
    ) -> Bool {
        let mesh = network.mesh
        level = Array(repeating: -1, count: mesh.nodeCount)
        level[source] = 0
        queue.removeAll(keepingCapacity: true)
        queue.append(Int32(truncatingIfNeeded: source))
        var front = 0
        while front < queue.count {
            let node = Int(queue[front])
            front += 1
            if node == destination { continue }
            for arc in mesh.row(of: NodeID(node)) where residual[arc] > 0 {
                let head = Int(mesh.neighbour[arc])
                guard level[head] < 0,
                    head == destination || network.mayPass(head, from: source)
                else { continue }
                level[head] = level[node] + 1
                queue.append(mesh.neighbour[arc])
            }
        }
        return level[destination] >= 0
    }

    /// Sends as much as one route takes that goes up a level with each arc; whether there was one.
    private mutating func augment(
        _ network: FlowNetwork, from source: Int, to destination: Int
    ) -> Bool {
        let mesh = network.mesh
        path.removeAll(keepingCapacity: true)
        var node = source
        while node != destination {
            if Int(next[node]) < Int(mesh.firstLink[node + 1]) {
                let arc = Int(next[node])
                let head = Int(mesh.neighbour[arc])
                if residual[arc] > 0, level[head] == level[node] + 1 {
                    path.append(Int32(truncatingIfNeeded: arc))
                    node = head
                } else {
                    next[node] += 1
                }
            } else {
                // A dead end: back by one arc, which is not tried again.
                guard let last = path.popLast() else { return false }
                node = Int(network.tail[Int(last)])
                next[node] += 1
            }
        }
        let amount = path.reduce(Double.infinity) { min($0, residual[Int($1)]) }
        for arc in path {
            residual[Int(arc)] -= amount
            residual[Int(network.reverse[Int(arc)])] += amount
        }
        return true
    }

    /// Takes a flow apart into routes; circles, which carry nothing, are left out.
    ///
    /// - Parameter flow: What goes over each arc, less what comes back over the other direction.
    private mutating func routes(
        of flow: [Double], in network: FlowNetwork, from source: Int, to destination: Int
    ) -> [RouteFlow] {
        let mesh = network.mesh
        var flow = flow
        var routes: [RouteFlow] = []
        next = mesh.firstLink
        // Where on the path a node stands.
        var place = [Int](repeating: -1, count: mesh.nodeCount)
        func take(_ arcs: ArraySlice<Int32>) -> Double {
            let amount = arcs.reduce(Double.infinity) { min($0, flow[Int($1)]) }
            for arc in arcs {
                flow[Int(arc)] -= amount
                place[Int(mesh.neighbour[Int(arc)])] = -1
            }
            return amount
        }
        while true {
            path.removeAll(keepingCapacity: true)
            var node = source
            place[source] = 0
            while node != destination {
                let end = Int(mesh.firstLink[node + 1])
                while Int(next[node]) < end, !(flow[Int(next[node])] > 0) { next[node] += 1 }
                guard Int(next[node]) < end else {
                    // Nothing is left, or rounding left a little that leads nowhere.
                    place[node] = -1
                    guard let last = path.popLast() else { return routes }
                    flow[Int(last)] = 0
                    node = Int(network.tail[Int(last)])
                    continue
                }
                path.append(next[node])
                node = Int(mesh.neighbour[Int(next[node])])
                if place[node] >= 0 {
                    let begin = place[node]
                    _ = take(path[begin...])
                    path.removeLast(path.count - begin)
                    place[node] = begin
                } else {
                    place[node] = path.count
                }
            }
            routes.append(RouteFlow(arcs: path, gbps: take(path[...])))
        }
    }
}
