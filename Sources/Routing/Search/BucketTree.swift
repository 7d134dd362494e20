import LaserMesh

/// The costs and the hops from all nodes to one destination, by Dijkstra's algorithm with buckets.
///
/// A bucket is no wider than the shortest link, so that no node of a bucket makes another one of the
/// same bucket cheaper: its nodes are final when it is reached, in any order, and nothing has to
/// be sorted. Where links differ too much in length for that, a heap does.
///
/// - Note: R. B. Dial, "Algorithm 360: shortest-path forest with topological ordering",
///   Communications of the ACM 12 (1969) 632, DOI 10.1145/363269.363610; E. V. Denardo, B. L. Fox,
///   Operations Research 27 (1979) 161, DOI 10.1287/opre.27.1.161.
struct BucketTree {
    /// Cost to the destination [km]; infinite for a node that cannot reach it.
    private(set) var costKm: [Double] = []
    /// Links of the best way.
    private(set) var hops: [Int32] = []
    private var heads: [Int32] = []
    private var entryNode: [Int32] = []
    private var entryNext: [Int32] = []
    private var heap = SearchHeap()

    /// Finds the costs in a mesh.
    ///
    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - goal: The destination; links serve both ways, so that it may be the source as well.
    ///   - rules: What a route may do, and what it costs.
    ///   - last: A node at which to end: it and those that are cheaper are final then.
    ///   - skipsStations: Whether stations through which no packet passes are left out, in which case
    ///     ``best(to:from:in:rules:)`` looks at their links: meshes with many stations then cost
    ///     little more than their satellites.
    /// - Complexity: O(nodes + links + greatest cost / shortest link).
    mutating func grow(
        in mesh: Mesh, to goal: Int, rules: RoutingRules, until last: Int? = nil,
        skipsStations: Bool = false
    ) {
        let nodes = mesh.nodeCount
        if costKm.count != nodes {
            costKm = Array(repeating: .infinity, count: nodes)
            hops = Array(repeating: 0, count: nodes)
        } else {
            for node in 0..<nodes { costKm[node] = .infinity }
            for node in 0..<nodes { hops[node] = 0 }
        }
        let hopCost = rules.hopCostKm
        var least = Double.infinity
        var greatest = 0.0
        for length in mesh.lengthKm {
            least = length < least ? length : least
            greatest = length > greatest ? length : greatest
        }
        least += hopCost
        greatest += hopCost
        costKm[goal] = 0
        if least > 0, greatest / least < 4_096 {
            growInBuckets(
                mesh, goal, rules, hopCost, widthKm: least, greatestKm: greatest, until: last,
                skipsStations: skipsStations)
        } else {
            growInHeap(mesh, goal, rules, hopCost, until: last)
        }
    }

    /// The cost [km] and the hops of the best way between the root of a search and a node.
    ///
    /// - Complexity: O(1) for a satellite, O(degree) for a station.
    func best(
        to node: Int, from root: Int, in mesh: Mesh, rules: RoutingRules
    ) -> (costKm: Double, hops: Int) {
        var best = (costKm: costKm[node], hops: Int(hops[node]))
        guard node >= mesh.satelliteCount, node != root else { return best }
        for place in mesh.row(of: NodeID(node)) {
            let other = Int(mesh.neighbour[place])
            guard rules.mayPass(other, in: mesh, from: root), costKm[other] < .infinity else {
                continue
            }
            let cost = costKm[other] + (mesh.lengthKm[place] + rules.hopCostKm)
            let count = Int(hops[other]) + 1
            if (cost, count) < best { best = (cost, count) }
        }
        return best
    }

    private mutating func growInBuckets(
        _ mesh: Mesh, _ goal: Int, _ rules: RoutingRules, _ hopCost: Double, widthKm: Double,
        greatestKm: Double, until last: Int?, skipsStations: Bool
    ) {
        // A ring long enough for all costs that can wait at one time. Shrunk by a part in a
        // million, the width stands rounding in the division.
        let perKm = 1 / (widthKm * (1 - 1e-6))
        let ring = Int(greatestKm * perKm) + 3
        heads.removeAll(keepingCapacity: true)
        heads.append(contentsOf: repeatElement(-1, count: ring))
        entryNode.removeAll(keepingCapacity: true)
        entryNext.removeAll(keepingCapacity: true)
        entryNode.append(Int32(truncatingIfNeeded: goal))
        entryNext.append(-1)
        heads[0] = 0
        var waiting = 1
        var bucket = 0
        var slot = 0
        let satellites = mesh.satelliteCount
        let relays = rules.allowsGroundRelay
        let skips = skipsStations && !relays
        mesh.firstLink.withUnsafeBufferPointer { firstLink in
            mesh.neighbour.withUnsafeBufferPointer { neighbour in
                mesh.lengthKm.withUnsafeBufferPointer { lengthKm in
                    costKm.withUnsafeMutableBufferPointer { costKm in
                        hops.withUnsafeMutableBufferPointer { hops in
                            while waiting > 0 {
                                if let last, costKm[last] < Double(bucket) / perKm { break }
                                var entry = Int(heads[slot])
                                heads[slot] = -1
                                while entry >= 0 {
                                    let node = Int(entryNode[entry])
                                    entry = Int(entryNext[entry])
                                    waiting -= 1
                                    let cost = costKm[node]
                                    // Made cheaper meanwhile, and done in an earlier bucket.
                                    if Int(cost * perKm) != bucket { continue }
                                    if !relays, node >= satellites, node != goal { continue }
                                    let count = hops[node] + 1
                                    for place in Int(firstLink[node])..<Int(firstLink[node + 1]) {
                                        let other = Int(neighbour[place])
                                        // Rows are ascending: only stations are left.
                                        if skips, other >= satellites, node != goal { break }
                                        let reached = cost + (lengthKm[place] + hopCost)
                                        if reached > costKm[other] { continue }
                                        if reached == costKm[other] {
                                            hops[other] = min(hops[other], count)
                                            continue
                                        }
                                        let target = Int(reached * perKm)
                                        let isWaiting =
                                            costKm[other] < .infinity
                                            && Int(costKm[other] * perKm) == target
                                        costKm[other] = reached
                                        hops[other] = count
                                        // It waits in that bucket already.
                                        if isWaiting { continue }
                                        var place = slot + target - bucket
                                        if place >= ring { place -= ring }
                                        entryNode.append(Int32(truncatingIfNeeded: other))
                                        entryNext.append(heads[place])
                                        heads[place] = Int32(
                                            truncatingIfNeeded: entryNode.count - 1)
                                        waiting += 1
                                    }
                                }
                                bucket += 1
                                slot = slot + 1 == ring ? 0 : slot + 1
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func growInHeap(
        _ mesh: Mesh, _ goal: Int, _ rules: RoutingRules, _ hopCost: Double,
        until last: Int?
    ) {
        heap.removeAll()
        heap.push(.init(costKm: 0, hops: 0, node: Int32(truncatingIfNeeded: goal)))
        while let entry = heap.pop() {
            let node = Int(entry.node)
            if entry.costKm != costKm[node] || entry.hops != hops[node] { continue }
            if node == last { return }
            guard rules.mayPass(node, in: mesh, from: goal) else { continue }
            for place in mesh.row(of: NodeID(node)) {
                let other = Int(mesh.neighbour[place])
                let cost = entry.costKm + (mesh.lengthKm[place] + hopCost)
                let count = entry.hops + 1
                if (cost, count) < (costKm[other], hops[other]) {
                    costKm[other] = cost
                    hops[other] = count
                    heap.push(
                        .init(costKm: cost, hops: count, node: Int32(truncatingIfNeeded: other)))
                }
            }
        }
    }
}
