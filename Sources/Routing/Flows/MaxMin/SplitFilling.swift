/// Max-min fair rates of demands that split over several given routes: progressive filling that moves
/// traffic to other routes wherever that lets the level rise, by a parametric simplex method.
///
/// The level t is the rate of every demand that still grows. Unknown are the traffic x of each route
/// and the spare capacity s of each arc, all at least zero:
///
/// ```
/// Σ x over the routes of a demand = t, or its rate once it has stopped
/// Σ x over the routes that use an arc + s = capacity
/// ```
///
/// A basis solves these for as many unknowns as there are equations, and its solution is linear in t. At
/// the level at which one of them would fall below zero it leaves the basis, and another unknown comes in
/// whose growth would lift it. Where there is none, the row of the basis inverse is a proof, by prices
/// p ≥ 0 of the arcs under which no route is cheaper than the key route of its demand, that
///
/// ```
/// Σ price of the cheapest route · rate ≤ Σ p · capacity
/// ```
///
/// holds with equality: the growing demands with a price above zero have their greatest rate, whatever
/// way the others go, and stop. That is the dual solution of the linear program of this level, so that
/// the rates are those of a linear program for each level.
///
/// Each demand has a key route in the basis. Eliminated by its equation, it leaves a working basis as
/// large as the number of full arcs.
///
/// - Complexity: O(H + F²) for each exchange in the basis, where H is the sum of the hops of all routes
///   and F the number of full arcs; an exchange or more for each arc that fills. As of every simplex
///   method no polynomial bound of the number of exchanges is known.
/// - Note: D. Nace, M. Pióro, "Max-min fairness and its applications to routing and load-balancing in
///   communication networks", IEEE Communications Surveys and Tutorials 10 (2008) 5,
///   DOI 10.1109/SURV.2008.080403; G. B. Dantzig, R. M. Van Slyke, "Generalized upper bounding
///   techniques", Journal of Computer and System Sciences 1 (1967) 213,
///   DOI 10.1016/S0022-0000(67)80015-3.
struct SplitFilling {
    /// Traffic of each route [Gbps].
    private(set) var routeGbps: [Double]
    /// Rate of each demand [Gbps].
    private(set) var rateGbps: [Double]
    /// The full arc that holds each demand down, or -1.
    private(set) var bottleneck: [Int32]
    /// How often the basis changed.
    private(set) var exchanges = 0

    private let demandGbps: [Double]
    private let capacityGbps: [Double]
    private let routes: RouteArcs
    /// What counts as nothing [Gbps].
    private let nothing: Double

    private var level = 0.0
    private var isGrowing: [Bool]
    private var growingCount: Int
    /// Demands by rate, and how many of them are at or below the level.
    private let byRate: [Int]
    private var met = 0

    // The basis: the key route of each demand, more routes, and all arcs but the full ones.
    private var key: [Int]
    private var second: [Int] = []
    private var full: [Int] = []
    private var placeOfRoute: [Int32]
    private var placeOfArc: [Int32]
    private var inverse = BasisInverse()

    // What the basis gives at the level, and how fast that grows with the level.
    private var routeSlope: [Double]
    private var spare: [Double]
    private var spareSlope: [Double]

    // Prices of the arcs of a row, and which are not zero.
    private var price: [Double]
    private var priced: [Int] = []
    private var exchangesHere = 0

    /// A slope or a price nearer to zero than this is rounding: both are made of whole numbers.
    private static let tolerance = 1e-9
    /// Exchanges at one level after which the least index decides, which cannot go round in circles.
    private static let patience = 100

    /// Something in the basis that would fall below zero.
    private enum Leaving {
        case spare(arc: Int)
        case route(Int)
    }

    init(demandGbps: [Double], _ routes: RouteArcs, capacityGbps: [Double]) {
        self.demandGbps = demandGbps
        self.capacityGbps = capacityGbps
        self.routes = routes
        let finite = capacityGbps.indices.lazy.filter {
            capacityGbps[$0] < .infinity && !routes.users(of: $0).isEmpty
        }
        let scale = finite.reduce(demandGbps.max() ?? 0) { max($0, capacityGbps[$1]) }
        nothing = 1e-11 * scale
        isGrowing = demandGbps.indices.map {
            demandGbps[$0] > 0 && !routes.routes(of: $0).isEmpty
        }
        growingCount = isGrowing.count { $0 }
        byRate = demandGbps.indices.sorted { (demandGbps[$0], $0) < (demandGbps[$1], $1) }
        key = demandGbps.indices.map { routes.firstRoute[$0] }
        placeOfRoute = Array(repeating: -1, count: routes.count)
        placeOfArc = Array(repeating: -1, count: capacityGbps.count)
        routeGbps = Array(repeating: 0, count: routes.count)
        routeSlope = routeGbps
        spare = capacityGbps
        spareSlope = Array(repeating: 0, count: capacityGbps.count)
        price = spareSlope
        rateGbps = Array(repeating: 0, count: demandGbps.count)
        bottleneck = Array(repeating: -1, count: demandGbps.count)
    }

    /// Raises the level until every demand has stopped.
    mutating func run() {
        evaluate()
        while growingCount > 0 {
            if let leaving = findLeaving() {
                exchange(leaving)
            } else {
                raiseLevel()
                exchangesHere = 0
            }
            evaluate()
        }
        settle()
    }

    /// The spare capacity or route that is zero and would fall.
    private func findLeaving() -> Leaving? {
        let takesFirst = exchangesHere > Self.patience
        var steepest = -Self.tolerance
        var found: Leaving?
        for route in routeGbps.indices
        where routeGbps[route] <= nothing && routeSlope[route] < steepest {
            found = .route(route)
            if takesFirst { return found }
            steepest = routeSlope[route]
        }
        for arc in spare.indices where spare[arc] <= nothing && spareSlope[arc] < steepest {
            if placeOfArc[arc] >= 0 { continue }
            found = .spare(arc: arc)
            if takesFirst { return found }
            steepest = spareSlope[arc]
        }
        return found
    }

    /// Raises the level to where something becomes zero or a demand is carried whole.
    private mutating func raiseLevel() {
        var next = Double.infinity
        for arc in spare.indices where spareSlope[arc] < -Self.tolerance && placeOfArc[arc] < 0 {
            next = min(next, max(0, spare[arc]) / -spareSlope[arc])
        }
        for route in routeGbps.indices where routeSlope[route] < -Self.tolerance {
            next = min(next, max(0, routeGbps[route]) / -routeSlope[route])
        }
        while met < byRate.count, !isGrowing[byRate[met]] { met += 1 }
        guard met < byRate.count, demandGbps[byRate[met]] <= level + next else {
            level += next
            return
        }
        level = max(level, demandGbps[byRate[met]])
        while met < byRate.count, demandGbps[byRate[met]] <= level {
            if isGrowing[byRate[met]] { stop(byRate[met], at: -1) }
            met += 1
        }
    }

    private mutating func stop(_ demand: Int, at arc: Int32) {
        isGrowing[demand] = false
        growingCount -= 1
        rateGbps[demand] = level
        bottleneck[demand] = arc
    }

    /// Takes something out of the basis and something else in, or stops the demands that its row proves
    /// to have their greatest rate.
    private mutating func exchange(_ leaving: Leaving) {
        exchangesHere += 1
        setPrices(of: leaving)
        if let route = cheaperRoute() {
            enter(route: route, for: leaving)
        } else if let arc = arcBelowZero() {
            enter(arc: arc, for: leaving)
        } else {
            stopPriced()
            exchangesHere = 0
            return
        }
        exchanges += 1
        if exchanges % max(64, full.count) == 0 { inverse.invert(workingBasis()) }
    }

    /// Sets the prices of the row of the inverse that belongs to what leaves.
    ///
    /// A key route first gives its part to another route of its demand.
    private mutating func setPrices(of leaving: Leaving) {
        for arc in priced { price[arc] = 0 }
        priced.removeAll(keepingCapacity: true)
        var row = [Double](repeating: 0, count: full.count)
        switch leaving {
        case .spare(let arc):
            for (place, route) in second.enumerated() {
                let uses = uses(of: arc, by: route)
                if uses != 0 { inverse.add(row: place, times: -uses, to: &row) }
            }
            price[arc] = 1
            priced.append(arc)
        case .route(let route):
            if placeOfRoute[route] < 0 { giveUpKey(route) }
            inverse.add(row: Int(placeOfRoute[route]), times: 1, to: &row)
        }
        for (place, arc) in full.enumerated() where row[place] != 0 {
            price[arc] = row[place]
            priced.append(arc)
        }
    }

    /// Makes the greatest other route of a demand its key route.
    private mutating func giveUpKey(_ old: Int) {
        let demand = Int(routes.demandOf[old])
        let others = routes.routes(of: demand).filter { placeOfRoute[$0] >= 0 }
        guard let new = others.max(by: { routeGbps[$0] < routeGbps[$1] }) else {
            preconditionFailure("a key route that falls feeds another")
        }
        let place = Int(placeOfRoute[new])
        inverse.exchangeKey(place, among: others.map { Int(placeOfRoute[$0]) })
        key[demand] = new
        second[place] = old
        placeOfRoute[old] = placeOfRoute[new]
        placeOfRoute[new] = -1
    }

    /// The route whose price is furthest below that of its key route.
    private func cheaperRoute() -> Int? {
        let takesFirst = exchangesHere > Self.patience
        var greatest = Self.tolerance
        var found: Int?
        for demand in key.indices where routes.routes(of: demand).count > 1 {
            let most = routes.price(of: key[demand], price)
            for route in routes.routes(of: demand) where placeOfRoute[route] < 0 {
                let gain = most - routes.price(of: route, price)
                guard gain > greatest else { continue }
                greatest = gain
                found = route
                if takesFirst { return found }
            }
        }
        return found
    }

    /// The full arc with the price furthest below zero.
    private func arcBelowZero() -> Int? {
        let below = priced.filter { price[$0] < -Self.tolerance }
        return exchangesHere > Self.patience
            ? below.min() : below.min { (price[$0], $0) < (price[$1], $1) }
    }

    private mutating func enter(route: Int, for leaving: Leaving) {
        let product = inverse.times(column(of: route))
        switch leaving {
        case .spare(let arc):
            let row = full.map { price[$0] }
            let pivot =
                routes.price(of: route, price)
                - routes.price(of: key[Int(routes.demandOf[route])], price)
            inverse.extend(product: product, price: row, pivot: pivot)
            placeOfArc[arc] = Int32(truncatingIfNeeded: full.count)
            full.append(arc)
            placeOfRoute[route] = Int32(truncatingIfNeeded: second.count)
            second.append(route)
        case .route(let old):
            let place = placeOfRoute[old]
            inverse.replaceRoute(Int(place), product: product)
            second[Int(place)] = route
            placeOfRoute[route] = place
            drop(old)
        }
    }

    private mutating func enter(arc: Int, for leaving: Leaving) {
        let place = placeOfArc[arc]
        placeOfArc[arc] = -1
        switch leaving {
        case .spare(let new):
            inverse.replaceArc(Int(place), price: full.map { price[$0] })
            full[Int(place)] = new
            placeOfArc[new] = place
        case .route(let old):
            let row = placeOfRoute[old]
            inverse.remove(route: Int(row), arc: Int(place))
            drop(old)
            Self.remove(place, from: &full, &placeOfArc)
            Self.remove(row, from: &second, &placeOfRoute)
        }
    }

    private mutating func drop(_ route: Int) {
        placeOfRoute[route] = -1
        routeGbps[route] = 0
        routeSlope[route] = 0
    }

    private static func remove(_ place: Int32, from list: inout [Int], _ places: inout [Int32]) {
        let last = list.removeLast()
        guard Int(place) < list.count else { return }
        list[Int(place)] = last
        places[last] = place
    }

    /// Stops the growing demands whose key route has a price.
    private mutating func stopPriced() {
        let prices = key.indices.map { isGrowing[$0] ? routes.price(of: key[$0], price) : 0 }
        // The greatest one is above zero, or nothing would fall.
        let least = min(Self.tolerance, (prices.max() ?? 0) / 2)
        for demand in key.indices where isGrowing[demand] && prices[demand] > least {
            let arc = routes.arcs(of: key[demand]).max { price[Int($0)] < price[Int($1)] }
            stop(demand, at: arc ?? -1)
        }
    }

    /// How often a route uses an arc, less how often its key route does.
    private func uses(of arc: Int, by route: Int) -> Double {
        let own = key[Int(routes.demandOf[route])]
        var uses = 0.0
        for used in routes.arcs(of: route) where Int(used) == arc { uses += 1 }
        for used in routes.arcs(of: own) where Int(used) == arc { uses -= 1 }
        return uses
    }

    /// The column of a route in the working basis.
    private func column(of route: Int) -> [Double] {
        var column = [Double](repeating: 0, count: full.count)
        for (sign, used) in [(1.0, route), (-1.0, key[Int(routes.demandOf[route])])] {
            for arc in routes.arcs(of: used) where placeOfArc[Int(arc)] >= 0 {
                column[Int(placeOfArc[Int(arc)])] += sign
            }
        }
        return column
    }

    private func workingBasis() -> [Double] {
        let size = full.count
        var basis = [Double](repeating: 0, count: size * size)
        for (place, route) in second.enumerated() {
            for (row, element) in column(of: route).enumerated() {
                basis[row * size + place] = element
            }
        }
        return basis
    }

    /// Solves for the basis at the level, and for its growth.
    private mutating func evaluate() {
        for arc in spare.indices {
            spare[arc] = capacityGbps[arc]
            spareSlope[arc] = 0
        }
        for demand in key.indices where !routes.routes(of: demand).isEmpty {
            let route = key[demand]
            routeGbps[route] = isGrowing[demand] ? level : rateGbps[demand]
            routeSlope[route] = isGrowing[demand] ? 1 : 0
            load(route, routeGbps[route], routeSlope[route])
        }
        let amounts = inverse.times(full.map { spare[$0] })
        let slopes = inverse.times(full.map { spareSlope[$0] })
        for (place, route) in second.enumerated() {
            let own = key[Int(routes.demandOf[route])]
            routeGbps[route] = amounts[place]
            routeSlope[route] = slopes[place]
            routeGbps[own] -= amounts[place]
            routeSlope[own] -= slopes[place]
            load(route, amounts[place], slopes[place])
            load(own, -amounts[place], -slopes[place])
        }
    }

    /// Takes traffic, and its growth, from the arcs of a route.
    private mutating func load(_ route: Int, _ amount: Double, _ slope: Double) {
        for arc in routes.arcs(of: route) {
            spare[Int(arc)] -= amount
            spareSlope[Int(arc)] -= slope
        }
    }

    /// Rounds what is nothing to zero; the rest of each demand adds up to its rate.
    private mutating func settle() {
        for demand in key.indices where !routes.routes(of: demand).isEmpty {
            var rest = rateGbps[demand]
            let largest = routes.routes(of: demand).max { routeGbps[$0] < routeGbps[$1] }
            for route in routes.routes(of: demand) where route != largest {
                if routeGbps[route] <= nothing { routeGbps[route] = 0 }
                rest -= routeGbps[route]
            }
            if let largest { routeGbps[largest] = max(0, rest) }
        }
    }
}
