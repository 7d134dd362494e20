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
    /// The next node on the best way: of those over which cost and links are the least, the smallest;
    /// the node itself at the destination and where it cannot be reached.
    private(set) var next: [Int32] = []
    private var heads: [Int32] = []
    private var entries: [BucketKernel.Entry] = []
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
        prepare(mesh.nodeCount)
        let hopCost = rules.hopCostKm
        var (least, greatest) = Self.extremes(of: mesh.lengthKm)
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

    private mutating func prepare(_ nodes: Int) {
        if costKm.count != nodes {
            costKm = Array(repeating: .infinity, count: nodes)
            hops = Array(repeating: 0, count: nodes)
            next = Array(repeating: 0, count: nodes)
        } else {
            for node in 0..<nodes { costKm[node] = .infinity }
            for node in 0..<nodes { hops[node] = 0 }
        }
        for node in 0..<nodes { next[node] = Int32(truncatingIfNeeded: node) }
    }

    /// The least and the greatest of some lengths, in lanes: one after the other, each would wait for
    /// the one before.
    private static func extremes(of lengthKm: [Double]) -> (least: Double, greatest: Double) {
        var least = SIMD8<Double>(repeating: .infinity)
        var greatest = SIMD8<Double>(repeating: 0)
        lengthKm.withUnsafeBytes { bytes in
            let eight = MemoryLayout<SIMD8<Double>>.size
            for place in stride(from: 0, to: bytes.count / eight * eight, by: eight) {
                let some = bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<Double>.self)
                least.replace(with: some, where: some .< least)
                greatest.replace(with: some, where: some .> greatest)
            }
        }
        let rest = lengthKm.suffix(lengthKm.count % 8)
        return (
            min(least.min(), rest.min() ?? .infinity), max(greatest.max(), rest.max() ?? 0)
        )
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
        if entries.count < mesh.neighbour.count + 1 {
            entries = Array(repeating: .init(), count: mesh.neighbour.count + 1)
        }
        let passCount = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        let seenCount = skipsStations ? passCount : mesh.nodeCount
        mesh.firstLink.withUnsafeBufferPointer { firstLink in
            mesh.neighbour.withUnsafeBufferPointer { neighbour in
                mesh.lengthKm.withUnsafeBufferPointer { lengthKm in
                    costKm.withUnsafeMutableBufferPointer { costKm in
                        hops.withUnsafeMutableBufferPointer { hops in
                            next.withUnsafeMutableBufferPointer { next in
                                heads.withUnsafeMutableBufferPointer { heads in
                                    entries.withUnsafeMutableBufferPointer { entries in
                                        guard let firstLink = firstLink.baseAddress,
                                            let neighbour = neighbour.baseAddress,
                                            let lengthKm = lengthKm.baseAddress,
                                            let costKm = costKm.baseAddress,
                                            let hops = hops.baseAddress,
                                            let next = next.baseAddress,
                                            let heads = heads.baseAddress,
                                            let entries = entries.baseAddress
                                        else { return }
                                        BucketKernel(
                                            firstLink: firstLink, neighbour: neighbour,
                                            lengthKm: lengthKm, hopCostKm: hopCost,
                                            costKm: costKm, hops: hops, next: next, heads: heads,
                                            ring: ring, bucketsPerKm: perKm, entries: entries,
                                            passCount: passCount, seenCount: seenCount
                                        ).grow(to: goal, until: last ?? -1)
                                    }
                                }
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
                if (cost, count) == (costKm[other], hops[other]) {
                    next[other] = min(next[other], entry.node)
                } else if (cost, count) < (costKm[other], hops[other]) {
                    costKm[other] = cost
                    hops[other] = count
                    next[other] = entry.node
                    heap.push(
                        .init(costKm: cost, hops: count, node: Int32(truncatingIfNeeded: other)))
                }
            }
        }
    }
}
