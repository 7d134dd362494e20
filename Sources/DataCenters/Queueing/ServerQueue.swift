/// A queue before several equal servers, each of which serves one request at a time.
///
/// Requests come in a Poisson stream and take exponentially distributed times (M/M/c), unless their
/// coefficients of variation say otherwise (G/G/c after Allen and Cunneen). Exact for M/M/c; for other
/// streams an approximation that is exact for M/G/1, and that errs where arrivals come in bursts much
/// longer than a service: a trace is then replayed instead.
///
/// - Note: A. O. Allen, "Probability, Statistics, and Queueing Theory", 2nd ed., Academic Press 1990,
///   sections 5.2.3 and 5.3.6.
public struct ServerQueue: Sendable, Hashable {
    /// How many servers there are.
    public var servers: Int

    /// Requests that come [1/s].
    public var arrivalsPerS: Double

    /// Mean time that a server takes for one [s].
    public var serviceS: Double

    /// Standard deviation over mean of the times between arrivals; 1 for a Poisson stream.
    public var arrivalVariation: Double

    /// Standard deviation over mean of the service times; 1 for exponential ones.
    public var serviceVariation: Double

    /// Creates a queue; without variations, M/M/c.
    public init(
        servers: Int, arrivalsPerS: Double, serviceS: Double, arrivalVariation: Double = 1,
        serviceVariation: Double = 1
    ) {
        precondition(servers >= 1 && arrivalsPerS >= 0 && serviceS > 0)
        precondition(arrivalVariation >= 0 && serviceVariation >= 0)
        self.servers = servers
        self.arrivalsPerS = arrivalsPerS
        self.serviceS = serviceS
        self.arrivalVariation = arrivalVariation
        self.serviceVariation = serviceVariation
    }

    /// The load that is offered, in servers: arrivals times service time (erlangs).
    public var offeredLoad: Double { arrivalsPerS * serviceS }

    /// The share of the time that a server works; 1 or more for a queue that grows without end.
    public var utilisation: Double { offeredLoad / Double(servers) }

    /// The probability that a request has to wait in M/M/c, Erlang's C; 1 from full load on.
    ///
    /// ```
    /// B(0) = 1,  B(c) = a B(c-1) / (c + a B(c-1)),  C = B(c) / (1 - a/c (1 - B(c)))
    /// ```
    ///
    /// The recursion stays between 0 and 1, where factorials and powers would overflow from about 170
    /// servers on.
    ///
    /// - Complexity: O(servers).
    public var waitingProbability: Double {
        guard utilisation < 1 else { return 1 }
        let load = offeredLoad
        var blocked = 1.0
        for server in 1...servers { blocked = load * blocked / (Double(server) + load * blocked) }
        return blocked / (1 - utilisation * (1 - blocked))
    }

    /// Mean time that a request waits before it is served [s]; infinite from full load on.
    ///
    /// ```
    /// W = C serviceS / (c - a) · (arrivalVariation² + serviceVariation²) / 2
    /// ```
    public var meanWaitS: Double {
        guard utilisation < 1 else { return .infinity }
        let squares =
            arrivalVariation * arrivalVariation + serviceVariation * serviceVariation
        return waitingProbability * serviceS / (Double(servers) - offeredLoad) * squares / 2
    }

    /// The wait that a share of the requests does not exceed [s]: exact for M/M/c, and with the mean
    /// wait of other streams in its place.
    ///
    /// - Parameter share: From 0 to less than 1.
    public func waitS(notExceededBy share: Double) -> Double {
        precondition(share >= 0 && share < 1)
        let waiting = waitingProbability
        guard utilisation < 1 else { return .infinity }
        guard waiting > 1 - share else { return 0 }
        // Those who wait do so for exponentially distributed times.
        return meanWaitS / waiting * Self.logarithm(waiting / (1 - share))
    }
}
