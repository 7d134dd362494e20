/// What the whole window says about one pair: its intervals, and in the end its summary.
struct PairSummary {
    private(set) var rttsMs: [Double] = []
    private(set) var instants = 0
    private(set) var routeChanges = 0
    private(set) var hops: ClosedRange<Int>?
    private var current: RouteInterval?

    /// One route from the first instant that shows it to the first that shows another.
    struct RouteInterval {
        var route: Int?
        var startS: Double
        var hops: Int
        var minRttMs: Double
        var maxRttMs: Double
    }

    /// Creates the summary of nothing yet.
    init() {}

    /// Creates the summary of some instants without a route, from the first of the window on.
    init(unreachableFrom startS: Double, instants: Int) {
        guard instants > 0 else { return }
        self.instants = instants
        current = RouteInterval(
            route: nil, startS: startS, hops: 0, minRttMs: .nan, maxRttMs: .nan)
    }

    /// Takes the route of the next instant.
    ///
    /// - Returns: The interval that ended before this instant, if one did.
    mutating func add(route: Int?, at seconds: Double, rttMs: Double, hops: Int) -> RouteInterval? {
        instants += 1
        if route != nil {
            rttsMs.append(rttMs)
            self.hops =
                min(hops, self.hops?.lowerBound ?? hops)...max(hops, self.hops?.upperBound ?? hops)
        }
        if var interval = current, interval.route == route {
            interval.minRttMs = min(interval.minRttMs, rttMs)
            interval.maxRttMs = max(interval.maxRttMs, rttMs)
            current = interval
            return nil
        }
        let ended = current
        if ended != nil { routeChanges += 1 }
        current = RouteInterval(
            route: route, startS: seconds, hops: hops, minRttMs: rttMs, maxRttMs: rttMs)
        return ended
    }

    /// The interval that lasts to the end of the window.
    var last: RouteInterval? { current }
}
