import LaserMesh

/// The costs and the hops from one node over the lasers of a mesh to all satellites and stations,
/// where stations do not relay.
///
/// As in ``BucketTree``, whose plain twin it is, a bucket is no wider than the shortest laser. Radio
/// links are looked at only at the ends, so that meshes with many stations cost no more than the
/// satellites alone.
struct SatelliteTree {
    private let mesh: Mesh
    private let hopCostKm: Double
    /// The lasers in compressed sparse rows, with the cost of each.
    private var first: [Int32] = [0]
    private var neighbour: [Int32] = []
    private var laserKm: [Double] = []
    private var leastKm = Double.infinity
    private var greatestKm = 0.0

    private var costKm: [Double]
    private var hops: [Int32]
    private var heads: [Int32] = []
    private var entryNode: [Int32] = []
    private var entryNext: [Int32] = []

    /// Takes the lasers out of a mesh; `nil` where links differ too much in length for buckets.
    ///
    /// - Complexity: O(links).
    init?(_ mesh: Mesh, hopCostKm: Double) {
        self.mesh = mesh
        self.hopCostKm = hopCostKm
        costKm = Array(repeating: .infinity, count: mesh.satelliteCount)
        hops = Array(repeating: 0, count: mesh.satelliteCount)
        for satellite in 0..<mesh.satelliteCount {
            for place in mesh.row(of: NodeID(satellite))
            where Int(mesh.neighbour[place]) < mesh.satelliteCount {
                let cost = mesh.lengthKm[place] + hopCostKm
                neighbour.append(mesh.neighbour[place])
                laserKm.append(cost)
                leastKm = min(leastKm, cost)
                greatestKm = max(greatestKm, cost)
            }
            first.append(Int32(truncatingIfNeeded: neighbour.count))
        }
        for length in mesh.lengthKm { greatestKm = max(greatestKm, length + hopCostKm) }
        guard leastKm > 0, leastKm == .infinity || greatestKm / leastKm < 4_096 else { return nil }
    }

    /// Finds the costs from a node.
    ///
    /// - Complexity: O(satellites + lasers + greatest cost / shortest laser).
    mutating func grow(from root: Int) {
        for satellite in costKm.indices { costKm[satellite] = .infinity }
        let width = leastKm < .infinity ? leastKm : max(greatestKm, 1)
        let perKm = 1 / (width * (1 - 1e-6))
        // Seeds are at most the longest link from the root, and lasers that much from each other.
        let ring = Int(greatestKm * perKm) + 3
        heads.removeAll(keepingCapacity: true)
        heads.append(contentsOf: repeatElement(-1, count: ring))
        entryNode.removeAll(keepingCapacity: true)
        entryNext.removeAll(keepingCapacity: true)
        func seed(_ satellite: Int, _ cost: Double, _ count: Int32) {
            costKm[satellite] = cost
            hops[satellite] = count
            let bucket = Int(cost * perKm)
            entryNode.append(Int32(truncatingIfNeeded: satellite))
            entryNext.append(heads[bucket])
            heads[bucket] = Int32(truncatingIfNeeded: entryNode.count - 1)
        }
        if root < mesh.satelliteCount {
            seed(root, 0, 0)
        } else {
            for place in mesh.row(of: NodeID(root))
            where Int(mesh.neighbour[place]) < mesh.satelliteCount {
                seed(Int(mesh.neighbour[place]), mesh.lengthKm[place] + hopCostKm, 1)
            }
        }
        empty(perKm: perKm, ring: ring)
    }

    /// Takes the nodes out of their buckets, the cheapest first, and looks along their lasers.
    private mutating func empty(perKm: Double, ring: Int) {
        var waiting = entryNode.count
        var bucket = 0
        var slot = 0
        costKm.withUnsafeMutableBufferPointer { costKm in
            hops.withUnsafeMutableBufferPointer { hops in
                while waiting > 0 {
                    var entry = Int(heads[slot])
                    heads[slot] = -1
                    while entry >= 0 {
                        let node = Int(entryNode[entry])
                        entry = Int(entryNext[entry])
                        waiting -= 1
                        let cost = costKm[node]
                        // Made cheaper meanwhile, and done in an earlier bucket.
                        if Int(cost * perKm) != bucket { continue }
                        let count = hops[node] + 1
                        for place in Int(first[node])..<Int(first[node + 1]) {
                            let other = Int(neighbour[place])
                            let reached = cost + laserKm[place]
                            if reached > costKm[other] { continue }
                            if reached == costKm[other] {
                                hops[other] = min(hops[other], count)
                                continue
                            }
                            let target = Int(reached * perKm)
                            let isWaiting =
                                costKm[other] < .infinity && Int(costKm[other] * perKm) == target
                            costKm[other] = reached
                            hops[other] = count
                            if isWaiting { continue }
                            var place = slot + target - bucket
                            if place >= ring { place -= ring }
                            entryNode.append(Int32(truncatingIfNeeded: other))
                            entryNext.append(heads[place])
                            heads[place] = Int32(truncatingIfNeeded: entryNode.count - 1)
                            waiting += 1
                        }
                    }
                    bucket += 1
                    slot = slot + 1 == ring ? 0 : slot + 1
                }
            }
        }
    }

    /// The cost and the hops to a node other than the root; infinite where it cannot be reached.
    func best(to node: Int) -> (costKm: Double, hops: Int) {
        if node < mesh.satelliteCount { return (costKm[node], Int(hops[node])) }
        var best = (costKm: Double.infinity, hops: 0)
        for place in mesh.row(of: NodeID(node)) {
            let satellite = Int(mesh.neighbour[place])
            guard satellite < mesh.satelliteCount, costKm[satellite] < .infinity else { continue }
            let cost = costKm[satellite] + (mesh.lengthKm[place] + hopCostKm)
            let count = Int(hops[satellite]) + 1
            if cost < best.costKm || (cost == best.costKm && count < best.hops) {
                best = (cost, count)
            }
        }
        return best
    }
}
