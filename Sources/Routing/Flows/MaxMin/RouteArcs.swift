/// The routes of all demands in flat arrays, and which of them use an arc.
struct RouteArcs {
    /// Routes of demand `d`: `firstRoute[d]..<firstRoute[d + 1]`.
    let firstRoute: [Int]
    /// The demand of each route.
    let demandOf: [Int32]

    private let firstArc: [Int]
    private let arcs: [Int32]
    private let firstUser: [Int32]
    private let users: [Int32]

    init(_ routes: FlowRoutes, arcCount: Int) {
        var firstRoute = [0]
        var demandOf: [Int32] = []
        var firstArc = [0]
        var arcs: [Int32] = []
        for (demand, list) in routes.ofDemand.enumerated() {
            for route in list {
                demandOf.append(Int32(truncatingIfNeeded: demand))
                arcs.append(contentsOf: route)
                firstArc.append(arcs.count)
            }
            firstRoute.append(demandOf.count)
        }
        var firstUser = [Int32](repeating: 0, count: arcCount + 1)
        for arc in arcs { firstUser[Int(arc) + 1] += 1 }
        for arc in 0..<arcCount { firstUser[arc + 1] += firstUser[arc] }
        var next = firstUser
        var users = [Int32](repeating: 0, count: arcs.count)
        for route in demandOf.indices {
            for arc in arcs[firstArc[route]..<firstArc[route + 1]] {
                users[Int(next[Int(arc)])] = Int32(truncatingIfNeeded: route)
                next[Int(arc)] += 1
            }
        }
        self.firstRoute = firstRoute
        self.demandOf = demandOf
        self.firstArc = firstArc
        self.arcs = arcs
        self.firstUser = firstUser
        self.users = users
    }

    /// The number of routes.
    var count: Int { demandOf.count }

    /// The routes of a demand.
    @inline(__always)
    func routes(of demand: Int) -> Range<Int> { firstRoute[demand]..<firstRoute[demand + 1] }

    /// The arcs of a route, in order.
    @inline(__always)
    func arcs(of route: Int) -> ArraySlice<Int32> { arcs[firstArc[route]..<firstArc[route + 1]] }

    /// The routes over an arc, ascending.
    @inline(__always)
    func users(of arc: Int) -> ArraySlice<Int32> {
        users[Int(firstUser[arc])..<Int(firstUser[arc + 1])]
    }

    /// The sum of the prices of the arcs of a route.
    @inline(__always)
    func price(of route: Int, _ price: [Double]) -> Double {
        var sum = 0.0
        for place in firstArc[route]..<firstArc[route + 1] { sum += price[Int(arcs[place])] }
        return sum
    }
}
