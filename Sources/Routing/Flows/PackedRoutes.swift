/// The routes of many demands with what was sent along them, as a flow is put together.
///
/// Routes that were used once are found again by a hash of their arcs.
struct PackedRoutes {
    private var firstOfDemand: [Int32] = []
    private var nextRoute: [Int32] = []
    private var hash: [UInt64] = []
    private var firstArc: [Int] = [0]
    private var arcs: [Int32] = []
    private var amount: [Double] = []
    private var marked: [Double] = []
    private var best: [Double] = []

    /// Forgets all routes.
    mutating func begin(demands: Int) {
        self = PackedRoutes()
        firstOfDemand = Array(repeating: -1, count: demands)
    }

    /// Forgets what was sent, but not the routes, nor what was kept.
    mutating func clear() {
        for route in amount.indices {
            amount[route] = 0
            marked[route] = 0
        }
    }

    /// Adds what was sent along a path, whose arcs stand last one first.
    mutating func add(_ sent: Double, to demand: Int, along path: [Int32]) {
        // FNV-1a over the arcs.
        var key: UInt64 = 0xcbf2_9ce4_8422_2325
        for arc in path { key = (key ^ UInt64(UInt32(bitPattern: arc))) &* 0x100_0000_01b3 }
        var route = Int(firstOfDemand[demand])
        while route >= 0 {
            if hash[route] == key, arcs[firstArc[route]..<firstArc[route + 1]].elementsEqual(path) {
                amount[route] += sent
                return
            }
            route = Int(nextRoute[route])
        }
        nextRoute.append(firstOfDemand[demand])
        firstOfDemand[demand] = Int32(truncatingIfNeeded: hash.count)
        hash.append(key)
        arcs.append(contentsOf: path)
        firstArc.append(arcs.count)
        amount.append(sent)
        marked.append(0)
        best.append(0)
    }

    /// Notes what has been sent so far.
    mutating func mark() { marked = amount }

    /// Keeps the flow, or what was sent since the mark, as the best one, times a factor.
    mutating func keep(part: Double, sinceMark: Bool) {
        for route in amount.indices {
            best[route] = (sinceMark ? amount[route] - marked[route] : amount[route]) * part
        }
    }

    /// The routes of a demand in the flow that was kept, the greatest first.
    func kept(of demand: Int) -> [RouteFlow] {
        var routes: [RouteFlow] = []
        var route = Int(firstOfDemand[demand])
        while route >= 0 {
            if best[route] > 0 {
                routes.append(
                    RouteFlow(
                        arcs: arcs[firstArc[route]..<firstArc[route + 1]].reversed(),
                        gbps: best[route]))
            }
            route = Int(nextRoute[route])
        }
        return routes.sorted {
            $0.gbps > $1.gbps || ($0.gbps == $1.gbps && $0.arcs.lexicographicallyPrecedes($1.arcs))
        }
    }
}
