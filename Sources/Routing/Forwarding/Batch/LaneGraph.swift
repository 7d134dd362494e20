import LaserMesh

/// The links of a batch as the lane kernels read them: one row a node, weights aligned.
///
/// Where packets may not pass through stations, the rows of satellites end before their stations,
/// so that what the passes go through is all that they need.
final class LaneGraph<Lanes: LaneArithmetic> {
    /// Where each node's row begins and where the part ends through which packets may pass.
    private var begins = LaneMemory<Int32>()
    private var passEnds = LaneMemory<Int32>()
    private let ends = LaneMemory<Int32>()
    private var neighbours = LaneMemory<Int32>()
    /// The rows of the batch before.
    private var oldBegins = LaneMemory<Int32>()
    private var oldPassEnds = LaneMemory<Int32>()
    private var oldNeighbours = LaneMemory<Int32>()
    private let weights = LaneMemory<Lanes.Costs>()
    /// Place in the batch of each place here.
    private let origins = LaneMemory<Int32>()

    /// The nodes that packets may pass through whose neighbours of that kind are not those of the batch
    /// before: all of them where their number is another.
    private(set) var changedNodes: [Int32] = []

    private(set) var nodeCount = 0
    private(set) var satelliteCount = 0
    private var placeCount = 0

    /// The nodes that packets may pass through are those below.
    private(set) var passCount = 0

    var begin: UnsafeMutablePointer<Int32> { begins.pointer }
    var passEnd: UnsafeMutablePointer<Int32> { passEnds.pointer }
    var end: UnsafeMutablePointer<Int32> { ends.pointer }
    var neighbour: UnsafeMutablePointer<Int32> { neighbours.pointer }
    var weight: UnsafeMutablePointer<Lanes.Costs> { weights.pointer }

    var scalarWeight: UnsafeMutablePointer<Lanes.Cost> {
        UnsafeMutableRawPointer(weights.pointer).assumingMemoryBound(to: Lanes.Cost.self)
    }

    /// Whether a link weighs nothing at an instant of the group.
    private(set) var hasZeroWeights = false

    /// Takes the links of a batch.
    func take(_ batch: MeshBatch, rules: RoutingRules) {
        let oldPassCount = passCount
        swap(&begins, &oldBegins)
        swap(&passEnds, &oldPassEnds)
        swap(&neighbours, &oldNeighbours)
        nodeCount = batch.nodeCount
        satelliteCount = batch.satelliteCount
        passCount = rules.allowsGroundRelay ? nodeCount : satelliteCount
        begins.reserve(nodeCount)
        passEnds.reserve(nodeCount)
        ends.reserve(nodeCount)
        neighbours.reserve(batch.neighbour.count)
        origins.reserve(batch.neighbour.count)
        let limit = Int32(truncatingIfNeeded: passCount)
        let neighbour = neighbours.pointer
        let origin = origins.pointer
        var place = 0
        batch.firstLink.withUnsafeBufferPointer { firstLink in
            batch.neighbour.withUnsafeBufferPointer { neighbours in
                for node in 0..<nodeCount {
                    begins.pointer[node] = Int32(truncatingIfNeeded: place)
                    var passEnd = place
                    let row = Int(firstLink[node])..<Int(firstLink[node + 1])
                    precondition(row.count < BatchForwardingState.directCode, "too many links")
                    for source in row {
                        let other = neighbours[source]
                        if other < limit {
                            passEnd = place + 1
                        } else if node < passCount {
                            break
                        }
                        neighbour[place] = other
                        origin[place] = Int32(truncatingIfNeeded: source)
                        place += 1
                    }
                    passEnds.pointer[node] = Int32(truncatingIfNeeded: passEnd)
                    ends.pointer[node] = Int32(truncatingIfNeeded: place)
                }
            }
        }
        placeCount = place
        weights.reserve(place)
        changedNodes.removeAll(keepingCapacity: true)
        for node in 0..<passCount where oldPassCount != passCount || hasChanged(node) {
            changedNodes.append(Int32(truncatingIfNeeded: node))
        }
    }

    private func hasChanged(_ node: Int) -> Bool {
        let row = Int(begins.pointer[node])..<Int(passEnds.pointer[node])
        let old = Int(oldBegins.pointer[node])..<Int(oldPassEnds.pointer[node])
        guard row.count == old.count else { return true }
        for place in 0..<row.count
        where neighbours.pointer[row.lowerBound + place]
            != oldNeighbours.pointer[old.lowerBound + place]
        {
            return true
        }
        return false
    }

    /// Takes the lengths at the instants of one group of lanes; after the last instant of the batch
    /// it is repeated.
    func takeWeights(of batch: MeshBatch, fromInstant first: Int, hopCostKm: Double) {
        let width = Lanes.width
        let count = batch.instantCount
        defer {
            var zeros = Lanes.noFlags
            for place in 0..<placeCount {
                zeros = Lanes.or(zeros, Lanes.equal(weights.pointer[place], Lanes.zeroCosts))
            }
            hasZeroWeights = Lanes.isAny(zeros)
        }
        batch.lengthKm.withUnsafeBufferPointer { lengths in
            guard let base = lengths.baseAddress else { return }
            if first + width <= count {
                for place in 0..<placeCount {
                    weights.pointer[place] = Lanes.weights(
                        base + Int(origins.pointer[place]) * count + first, hopCostKm: hopCostKm)
                }
            } else {
                withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { padded in
                    guard let lanes = padded.baseAddress else { return }
                    for place in 0..<placeCount {
                        let source = base + Int(origins.pointer[place]) * count
                        for lane in 0..<width { lanes[lane] = source[min(first + lane, count - 1)] }
                        weights.pointer[place] = Lanes.weights(lanes, hopCostKm: hopCostKm)
                    }
                }
            }
        }
    }
}
