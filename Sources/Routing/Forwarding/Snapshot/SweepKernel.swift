/// The inner loops over one snapshot with eight destinations in the vector lanes.
///
/// A link is as long for all destinations, so that its length is one number, and not one a lane.
struct SweepKernel {
    typealias Costs = SIMD8<Double>

    let begin: UnsafePointer<Int32>
    /// Where the part of each row ends that leads to satellites.
    let satelliteEnd: UnsafePointer<Int32>
    let neighbour: UnsafePointer<Int32>
    /// Length and hop's cost of each link [km].
    let weightKm: UnsafePointer<Double>
    let costs: UnsafeMutablePointer<Costs>

    /// Gives each node of an order the least costs over its neighbours; tells whether any fell.
    @inline(never)
    func sweep(_ order: UnsafePointer<Int32>, count: Int) -> Bool {
        let (begin, end) = (begin, satelliteEnd)
        let (neighbour, weightKm, costs) = (neighbour, weightKm, costs)
        var isChanged = false
        var index = 0
        while index < count {
            let node = Int(order[index])
            var link = Int(begin[node])
            let last = Int(end[node])
            let old = costs[node]
            var best = old
            while link < last {
                let way = costs[Int(neighbour[link])] + weightKm[link]
                best.replace(with: way, where: way .< best)
                link &+= 1
            }
            costs[node] = best
            isChanged = isChanged || any(best .< old)
            index &+= 1
        }
        return isChanged
    }

    /// The neighbours over which a node's costs are reached, lane by lane, and where there are
    /// several of them.
    ///
    /// - Returns: The last of those neighbours, and how many there are.
    @inline(__always)
    func nextHops(of node: Int) -> (next: SIMD8<Int64>, count: SIMD8<Int64>) {
        let old = costs[node]
        var next = SIMD8<Int64>(repeating: -1)
        var count = SIMD8<Int64>(repeating: 0)
        var link = Int(begin[node])
        let last = Int(satelliteEnd[node])
        while link < last {
            let other = Int(neighbour[link])
            let isTight = costs[other] + weightKm[link] .== old
            next.replace(with: SIMD8(repeating: Int64(other)), where: isTight)
            count &+= SIMD8(repeating: 0).replacing(with: 1, where: isTight)
            link &+= 1
        }
        return (next, count)
    }
}
