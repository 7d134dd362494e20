#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import LaserMesh

/// The state of a maximum concurrent flow that is being approximated: lengths, loads, routes and
/// bounds.
///
/// The flow is kept twice: since the last restart, and since a mark at half the phases or later. What
/// was routed while the lengths had hardly been learnt weighs down the sum, and the later part alone is
/// often better.
struct FlowPacking {
    private let traffic: TrafficMatrix
    private let network: FlowNetwork
    /// Demands with a route, grouped by source.
    private var groups: [(source: Int, demands: [Int])] = []
    private var isReachable: [Bool]

    private var length: [Double]
    /// Sum of the lengths at the end of each phase since the mark, each time over their volume.
    private var meanLength: [Double]
    private var load: [Double]
    private var markedLoad: [Double]
    /// How many times each demand was routed, since the restart and until the mark.
    private var routed = 0.0
    private var markedRouted = 0.0
    /// The part of each demand that a phase routes.
    private var scale = 1.0
    private var distance: [Double]
    private var routes = PackedRoutes()
    private var search = ArcSearch()
    private var path: [Int32] = []

    private(set) var factor = 0.0
    private(set) var bound = Double.infinity
    private(set) var phases = 0

    /// Whether there is anything to carry over arcs with a limit.
    private(set) var isPossible = false

    /// How far the bounds are apart.
    var gap: Double { bound / factor - 1 }

    /// The phases within which a step proves a gap of about four times itself: twice those of the
    /// theorem, whose demands are scaled so that they can be carried once to twice.
    static func phasesGranted(step: Double, arcs: Int) -> Int {
        Int((2 * log(Double(arcs + 2) / (1 - step)) / (step * log1p(step))).rounded(.up))
    }

    init(_ traffic: TrafficMatrix, in network: FlowNetwork) {
        self.traffic = traffic
        self.network = network
        length = network.capacityGbps.map { $0 > 0 ? 1 / $0 : .infinity }
        meanLength = length
        load = Array(repeating: 0, count: network.arcCount)
        markedLoad = load
        distance = Array(repeating: 0, count: traffic.demands.count)
        isReachable = Array(repeating: false, count: traffic.demands.count)
        routes.begin(demands: traffic.demands.count)
        group()
        routeAtOnce()
    }

    /// Sorts the demands by source and finds which have a route.
    private mutating func group() {
        let bySource = Dictionary(grouping: traffic.demands.indices) {
            traffic.demands[$0].pair.source
        }
        for source in bySource.keys.sorted() {
            let lengths = length
            search.search(network, from: source.index) { lengths[$0] }
            var some: [Int] = []
            for demand in bySource[source] ?? [] {
                let goal = traffic.demands[demand].pair.destination.index
                isReachable[demand] = search.distance[goal] < .infinity
                if isReachable[demand], traffic.demands[demand].gbps > 0 { some.append(demand) }
            }
            if !some.isEmpty { groups.append((source.index, some)) }
        }
    }

    /// Routes every demand once over the shortest way by 1 / capacity: the first factor and bound.
    private mutating func routeAtOnce() {
        for (source, demands) in groups {
            let lengths = length
            search.search(network, from: source) { lengths[$0] }
            for demand in demands {
                let goal = traffic.demands[demand].pair.destination.index
                search.backwards(to: goal, in: network, into: &path)
                distance[demand] = search.distance[goal]
                send(traffic.demands[demand].gbps, of: demand, step: 0)
            }
        }
        routed = 1
        let utilisation = greatestUtilisation(since: false)
        isPossible = utilisation > 0
        guard isPossible else {
            factor = .infinity
            routes.keep(part: 1, sinceMark: false)
            return
        }
        evaluate()
        scale = factor
    }

    /// Begins anew, with the bounds and the best flow so far.
    mutating func restart() {
        for arc in length.indices {
            let capacity = network.capacityGbps[arc]
            length[arc] = capacity > 0 ? 1 / capacity : .infinity
            load[arc] = 0
            markedLoad[arc] = 0
        }
        routed = 0
        markedRouted = 0
        routes.clear()
        scale = factor
    }

    /// Sets the mark from which the later part of the flow counts.
    mutating func mark() {
        markedLoad = load
        markedRouted = routed
        routes.mark()
        for arc in meanLength.indices where length[arc] < .infinity { meanLength[arc] = 0 }
    }

    /// One phase: every demand is sent once, and the bounds are made better where they can be.
    mutating func route(step: Double) {
        phases += 1
        for (source, demands) in groups { route(demands, from: source, step: step) }
        routed += scale
        evaluate()
        addToMean()
        if factor > 1.5 * scale { scale = factor }
        shortenAll()
    }

    /// Sends the demands of one source along the branches of its tree, which is grown anew when one of
    /// them has become too long.
    private mutating func route(_ demands: [Int], from source: Int, step: Double) {
        var waiting = demands
        var left = demands.map { traffic.demands[$0].gbps * scale }
        while !waiting.isEmpty {
            growTree(from: source)
            var isFresh = true
            var stale: [Int] = []
            var leftOfStale: [Double] = []
            for (place, demand) in waiting.enumerated() {
                let goal = traffic.demands[demand].pair.destination.index
                distance[demand] = search.distance[goal]
                search.backwards(to: goal, in: network, into: &path)
                let limit = (1 + step) * search.distance[goal]
                var amount = left[place]
                while amount > 0 {
                    var way = 0.0
                    var room = Double.infinity
                    for arc in path {
                        way += length[Int(arc)]
                        room = min(room, network.capacityGbps[Int(arc)])
                    }
                    if way > limit, !isFresh { break }
                    isFresh = false
                    let sent = min(amount, room)
                    send(sent, of: demand, step: step)
                    amount -= sent
                }
                if amount > 0 {
                    stale.append(demand)
                    leftOfStale.append(amount)
                }
            }
            waiting = stale
            left = leftOfStale
        }
    }

    private mutating func addToMean() {
        var volume = 0.0
        for arc in length.indices where length[arc] < .infinity && length[arc] > 0 {
            volume += network.capacityGbps[arc] * length[arc]
        }
        guard volume > 0 else { return }
        for arc in length.indices where length[arc] < .infinity {
            meanLength[arc] += length[arc] / volume
        }
    }

    private mutating func growTree(from source: Int) {
        // A copy that shares its storage: the search reads lengths while the rest is written.
        let lengths = length
        search.search(network, from: source) { lengths[$0] }
    }

    /// Sends an amount of a demand along the path.
    private mutating func send(_ amount: Double, of demand: Int, step: Double) {
        for arc in path {
            let arc = Int(arc)
            load[arc] += amount
            length[arc] *= 1 + step * amount / network.capacityGbps[arc]
        }
        routes.add(amount, to: demand, along: path)
    }

    private func greatestUtilisation(since mark: Bool) -> Double {
        var greatest = 0.0
        for arc in load.indices {
            let carried = mark ? load[arc] - markedLoad[arc] : load[arc]
            if carried > 0 { greatest = max(greatest, carried / network.capacityGbps[arc]) }
        }
        return greatest
    }

    /// Takes better bounds from the flow and the lengths.
    ///
    /// The distances are those of the trees of the phase. Lengths only grow, so that they are at most
    /// the distances of now, and the bound holds.
    private mutating func evaluate() {
        let all = routed / greatestUtilisation(since: false)
        let late = (routed - markedRouted) / greatestUtilisation(since: true)
        let isLate = markedRouted > 0 && late > all
        let best = isLate ? late : all
        if best > factor {
            factor = best
            routes.keep(
                part: 1 / (isLate ? routed - markedRouted : routed), sinceMark: isLate)
        }
        lowerBound(to: length)
    }

    /// Takes the bound that some lengths give, with the distances noted for them, if it is lower.
    @discardableResult
    private mutating func lowerBound(to lengths: [Double]) -> Double {
        var volume = 0.0
        for arc in lengths.indices where network.capacityGbps[arc] > 0 && lengths[arc] > 0 {
            volume += network.capacityGbps[arc] * lengths[arc]
        }
        var ways = 0.0
        for (_, demands) in groups {
            for demand in demands { ways += traffic.demands[demand].gbps * distance[demand] }
        }
        guard ways > 0 else { return .infinity }
        bound = min(bound, max(factor, volume / ways))
        return volume / ways
    }

    /// Lowers the bound by other lengths than those that lead the flow.
    ///
    /// The lengths swing about the best ones, and their mean since the mark is nearer to these; and their
    /// differences are still those of few phases, which powers of them sharpen. Powers 1, 2, 4... of both are
    /// tried until they help no more.
    mutating func sharpenBound() {
        sharpenBound(by: meanLength)
        sharpenBound(by: length)
    }

    private mutating func sharpenBound(by lengths: [Double]) {
        var longest = 0.0
        for arc in lengths.indices where network.capacityGbps[arc] > 0 && lengths[arc] > 0 {
            longest = max(longest, network.capacityGbps[arc] * lengths[arc])
        }
        guard longest > 0 else { return }
        var sharp = lengths
        var power = 1.0
        var last = Double.infinity
        var isBetter = true
        while isBetter, power < 1_024 {
            for arc in sharp.indices where network.capacityGbps[arc] > 0 && lengths[arc] > 0 {
                let capacity = network.capacityGbps[arc]
                sharp[arc] = pow(capacity * lengths[arc] / longest, power) / capacity
            }
            for (source, demands) in groups {
                search.search(network, from: source) { sharp[$0] }
                for demand in demands {
                    distance[demand] =
                        search.distance[traffic.demands[demand].pair.destination.index]
                }
            }
            let this = lowerBound(to: sharp)
            isBetter = this < last
            last = this
            power *= 2
        }
    }

    /// Keeps the lengths far from overflow; only their ratios matter.
    private mutating func shortenAll() {
        let longest = length.reduce(0) { $1 < .infinity ? max($0, $1) : $0 }
        guard longest > 1e100 else { return }
        for arc in length.indices { length[arc] /= longest }
    }

    /// The best flow so far, and the bounds.
    var result: ConcurrentFlowResult {
        let flows = traffic.demands.indices.map { demand in
            DemandFlow(
                traffic.demands[demand], routes: routes.kept(of: demand),
                isReachable: isReachable[demand])
        }
        return ConcurrentFlowResult(
            flows: flows, factor: factor, factorBound: isPossible ? bound : factor, phases: phases)
    }
}
