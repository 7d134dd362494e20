/// One filling of the arcs of a network by growing demands, from event to event.
///
/// The level is the rate of every demand that still grows. An arc is full at
/// `level + spare / speed`, where speed is the sum of the parts of the routes that grow over it;
/// when a route stops, the parts and with them the speeds of some arcs change, and those arcs get a
/// new entry in the queue.
struct ProgressiveFilling {
    /// What a filling ends with.
    struct Result {
        /// Rate of each route [Gbps].
        var routeGbps: [Double]
        /// The arc at which each demand stopped, or -1.
        var bottleneck: [Int32]
        /// Rates of the demands, ascending.
        var sortedRates: [Double]
    }

    private(set) var result = Result(routeGbps: [], bottleneck: [], sortedRates: [])

    private let demandGbps: [Double]
    private let demandsByRate: [Int]
    private let capacityGbps: [Double]
    /// Routes of all demands, those of demand `d` from `firstRoute[d]` on.
    private let firstRoute: [Int]
    private let demandOf: [Int32]
    private let arcsOf: [[Int32]]
    /// Routes over each arc, in compressed rows.
    private let firstOver: [Int32]
    private let routesOver: [Int32]
    private var part: [Double]

    // The state of a filling.
    private var level = 0.0
    private var spare: [Double] = []
    private var speed: [Double] = []
    private var since: [Double] = []
    private var growing: [Int32] = []
    private var version: [Int32] = []
    private var isOpen: [Bool] = []
    private var openPart: [Double] = []
    private var routeSince: [Double] = []
    private var queue = SearchHeap()

    init(_ traffic: TrafficMatrix, over routes: FlowRoutes, in network: FlowNetwork) {
        demandGbps = traffic.demands.map(\.gbps)
        let demands = demandGbps
        demandsByRate = demands.indices.sorted { (demands[$0], $0) < (demands[$1], $1) }
        capacityGbps = network.capacityGbps
        var first = [0]
        var owner: [Int32] = []
        var arcs: [[Int32]] = []
        for (demand, list) in routes.ofDemand.enumerated() {
            for route in list {
                owner.append(Int32(truncatingIfNeeded: demand))
                arcs.append(route)
            }
            first.append(arcs.count)
        }
        firstRoute = first
        demandOf = owner
        arcsOf = arcs
        var over = [Int32](repeating: 0, count: network.arcCount + 1)
        for route in arcs {
            for arc in route { over[Int(arc) + 1] += 1 }
        }
        for arc in 0..<network.arcCount { over[arc + 1] += over[arc] }
        var next = over
        var list = [Int32](repeating: 0, count: arcs.reduce(0) { $0 + $1.count })
        for (route, arcs) in arcs.enumerated() {
            for arc in arcs {
                list[Int(next[Int(arc)])] = Int32(truncatingIfNeeded: route)
                next[Int(arc)] += 1
            }
        }
        firstOver = over
        routesOver = list
        part = owner.map { 1 / Double(first[Int($0) + 1] - first[Int($0)]) }
    }

    /// Fills the arcs with the parts as they are.
    mutating func run() {
        begin()
        var waiting = 0
        while true {
            while waiting < demandsByRate.count, !isGrowing(demandsByRate[waiting]) { waiting += 1 }
            guard waiting < demandsByRate.count else { break }
            let met = demandsByRate[waiting]
            // The next arc that is full, if that is before a demand is carried whole.
            var full: Int?
            while let entry = queue.pop() {
                if entry.hops != version[Int(entry.node)] { continue }
                if entry.costKm < demandGbps[met] {
                    full = Int(entry.node)
                    level = max(level, entry.costKm)
                } else {
                    queue.push(entry)
                }
                break
            }
            if let full {
                version[full] += 1
                for place in Int(firstOver[full])..<Int(firstOver[full + 1]) {
                    let route = Int(routesOver[place])
                    if isOpen[route] { stop(route, at: Int32(truncatingIfNeeded: full)) }
                }
            } else {
                level = demandGbps[met]
                stopAll(of: met)
            }
        }
        finish()
    }

    private mutating func begin() {
        let arcs = capacityGbps.count
        level = 0
        spare = capacityGbps
        speed = Array(repeating: 0, count: arcs)
        since = speed
        growing = Array(repeating: 0, count: arcs)
        version = growing
        isOpen = Array(repeating: true, count: arcsOf.count)
        routeSince = Array(repeating: 0, count: arcsOf.count)
        openPart = Array(repeating: 1, count: demandGbps.count)
        result.routeGbps = routeSince
        result.bottleneck = Array(repeating: -1, count: demandGbps.count)
        queue.removeAll()
        for (route, arcs) in arcsOf.enumerated() {
            for arc in arcs {
                speed[Int(arc)] += part[route]
                growing[Int(arc)] += 1
            }
        }
        for arc in 0..<arcs where growing[arc] > 0 { push(arc) }
    }

    private func isGrowing(_ demand: Int) -> Bool {
        (firstRoute[demand]..<firstRoute[demand + 1]).contains { isOpen[$0] }
    }

    /// The speed at which a route grows, per unit of its demand.
    private func pace(_ route: Int) -> Double { part[route] / openPart[Int(demandOf[route])] }

    private mutating func push(_ arc: Int) {
        version[arc] += 1
        guard growing[arc] > 0, spare[arc] < .infinity else { return }
        let left = max(0, spare[arc])
        queue.push(
            .init(
                costKm: level + left / speed[arc], hops: version[arc],
                node: Int32(truncatingIfNeeded: arc)))
    }

    /// Brings the spare capacity of an arc up to the level.
    private mutating func settle(_ arc: Int) {
        spare[arc] -= (level - since[arc]) * speed[arc]
        since[arc] = level
    }

    /// Stops a route at an arc, and feeds the other open routes of its demand.
    private mutating func stop(_ route: Int, at arc: Int32) {
        let demand = Int(demandOf[route])
        let routes = firstRoute[demand]..<firstRoute[demand + 1]
        var changed: [(route: Int, pace: Double)] = []
        for other in routes where isOpen[other] {
            result.routeGbps[other] += (level - routeSince[other]) * pace(other)
            routeSince[other] = level
            changed.append((other, pace(other)))
        }
        isOpen[route] = false
        openPart[demand] = routes.reduce(0) { $0 + (isOpen[$1] ? part[$1] : 0) }
        for (other, before) in changed {
            let after = isOpen[other] ? pace(other) : 0
            for passed in arcsOf[other] {
                let passed = Int(passed)
                settle(passed)
                if other == route { growing[passed] -= 1 }
                // Without the last of its routes an arc stands still, whatever rounding leaves.
                speed[passed] = growing[passed] == 0 ? 0 : speed[passed] + (after - before)
                if passed != Int(arc) { push(passed) }
            }
        }
        if openPart[demand] == 0 { result.bottleneck[demand] = arc }
    }

    /// Stops a demand that is carried whole.
    private mutating func stopAll(of demand: Int) {
        for route in firstRoute[demand]..<firstRoute[demand + 1] where isOpen[route] {
            let pace = pace(route)
            result.routeGbps[route] += (level - routeSince[route]) * pace
            isOpen[route] = false
            for passed in arcsOf[route] {
                let passed = Int(passed)
                settle(passed)
                growing[passed] -= 1
                speed[passed] = growing[passed] == 0 ? 0 : speed[passed] - pace
                push(passed)
            }
        }
    }

    private mutating func finish() {
        var rates = [Double](repeating: 0, count: demandGbps.count)
        for (route, rate) in result.routeGbps.enumerated() { rates[Int(demandOf[route])] += rate }
        result.sortedRates = rates.sorted()
    }

    /// Parts as the last filling used the routes.
    ///
    /// A route keeps a small part whatever it carried, lest it be lost for good.
    mutating func adaptParts() {
        for demand in demandGbps.indices {
            let routes = firstRoute[demand]..<firstRoute[demand + 1]
            let total = routes.reduce(0) { $0 + result.routeGbps[$1] }
            guard routes.count > 1, total > 0 else { continue }
            let least = 1e-3 / Double(routes.count)
            let sum = routes.reduce(0) { $0 + max(least, result.routeGbps[$1] / total) }
            for route in routes { part[route] = max(least, result.routeGbps[route] / total) / sum }
        }
    }

    /// The outcome of each demand.
    func flows(
        of result: Result, _ traffic: TrafficMatrix, _ routes: FlowRoutes
    ) -> [DemandFlow] {
        traffic.demands.enumerated().map { index, demand in
            let list = routes.ofDemand[index].enumerated().compactMap { place, arcs in
                let rate = result.routeGbps[firstRoute[index] + place]
                return rate > 0 ? RouteFlow(arcs: arcs, gbps: rate) : nil
            }
            let bottleneck = result.bottleneck[index]
            return DemandFlow(
                demand, routes: list, bottleneck: bottleneck < 0 ? nil : bottleneck,
                isReachable: !routes.ofDemand[index].isEmpty)
        }
    }
}
