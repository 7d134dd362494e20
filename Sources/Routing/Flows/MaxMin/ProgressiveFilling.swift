/// Max-min fair rates over one route a demand, by progressive filling from event to event.
///
/// The level is the rate of every demand that still grows. An arc is full at
/// `level + spare / growing`; when a demand stops, the arcs of its route get new entries in the queue.
struct ProgressiveFilling {
    /// Rate of each demand [Gbps].
    private(set) var rateGbps: [Double]
    /// The full arc at which each demand stopped, or -1.
    private(set) var bottleneck: [Int32]

    private let demandGbps: [Double]
    private let routes: RouteArcs
    private var level = 0.0
    private var isGrowing: [Bool]
    /// What is left of each arc at the level `since` [Gbps].
    private var spare: [Double]
    private var since: [Double]
    private var growing: [Int32]
    private var version: [Int32]
    private var queue = SearchHeap()

    init(demandGbps: [Double], _ routes: RouteArcs, capacityGbps: [Double]) {
        self.demandGbps = demandGbps
        self.routes = routes
        rateGbps = Array(repeating: 0, count: demandGbps.count)
        bottleneck = Array(repeating: -1, count: demandGbps.count)
        isGrowing = demandGbps.indices.map { !routes.routes(of: $0).isEmpty }
        spare = capacityGbps
        since = Array(repeating: 0, count: capacityGbps.count)
        growing = capacityGbps.indices.map {
            Int32(truncatingIfNeeded: routes.users(of: $0).count)
        }
        version = Array(repeating: 0, count: capacityGbps.count)
    }

    /// Fills the arcs.
    mutating func run() {
        for arc in growing.indices where growing[arc] > 0 { push(arc) }
        let demands = demandGbps
        for demand in demands.indices.sorted(by: { (demands[$0], $0) < (demands[$1], $1) }) {
            while isGrowing[demand], let arc = nextFull(before: demands[demand]) {
                for route in routes.users(of: arc) {
                    stop(Int(routes.demandOf[Int(route)]), at: Int32(truncatingIfNeeded: arc))
                }
            }
            if isGrowing[demand] {
                level = demands[demand]
                stop(demand, at: -1)
            }
        }
    }

    /// Raises the level to where the next arc is full, if that is before a rate.
    private mutating func nextFull(before rate: Double) -> Int? {
        while let entry = queue.pop() {
            let arc = Int(entry.node)
            if entry.hops != version[arc] { continue }
            guard entry.costKm < rate else {
                queue.push(entry)
                return nil
            }
            level = max(level, entry.costKm)
            return arc
        }
        return nil
    }

    private mutating func stop(_ demand: Int, at arc: Int32) {
        guard isGrowing[demand] else { return }
        isGrowing[demand] = false
        rateGbps[demand] = level
        bottleneck[demand] = arc
        for passed in routes.arcs(of: routes.firstRoute[demand]) {
            let passed = Int(passed)
            spare[passed] -= (level - since[passed]) * Double(growing[passed])
            since[passed] = level
            growing[passed] -= 1
            push(passed)
        }
    }

    private mutating func push(_ arc: Int) {
        version[arc] += 1
        guard growing[arc] > 0, spare[arc] < .infinity else { return }
        queue.push(
            .init(
                costKm: level + max(0, spare[arc]) / Double(growing[arc]), hops: version[arc],
                node: Int32(truncatingIfNeeded: arc)))
    }
}
