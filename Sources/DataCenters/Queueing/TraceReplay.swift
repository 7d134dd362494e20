/// Requests that go through a queue one by one, first come, first served, as a trace tells.
///
/// - Complexity: O(requests · log servers).
public struct TraceReplay: Sendable {
    /// How long each request waited, in the order of the trace [s].
    public let waitS: [Double]

    /// Mean time between arrivals [s].
    public let meanGapS: Double

    /// Standard deviation over mean of the times between arrivals.
    public let arrivalVariation: Double

    /// Mean time of a service [s].
    public let meanServiceS: Double

    /// Standard deviation over mean of the service times.
    public let serviceVariation: Double

    /// Replays a trace.
    ///
    /// - Parameters:
    ///   - arrivalS: When each request comes, ascending [s]; two at least.
    ///   - serviceS: How long a server takes for each [s].
    ///   - servers: How many servers there are.
    public init(arrivalS: [Double], serviceS: [Double], servers: Int) {
        precondition(arrivalS.count == serviceS.count && arrivalS.count >= 2 && servers >= 1)
        precondition(zip(arrivalS, arrivalS.dropFirst()).allSatisfy(<=))
        // A heap of the instants at which servers are free, the earliest at the root.
        var free = [Double](repeating: -.infinity, count: servers)
        var waits: [Double] = []
        waits.reserveCapacity(arrivalS.count)
        for (arrival, service) in zip(arrivalS, serviceS) {
            let begin = max(arrival, free[0])
            waits.append(begin - arrival)
            free[0] = begin + service
            var place = 0
            while true {
                let left = 2 * place + 1
                guard left < servers else { break }
                let right = left + 1
                let child = right < servers && free[right] < free[left] ? right : left
                guard free[child] < free[place] else { break }
                free.swapAt(child, place)
                place = child
            }
        }
        waitS = waits
        let gaps = zip(arrivalS, arrivalS.dropFirst()).map { $1 - $0 }
        (meanGapS, arrivalVariation) = Self.meanAndVariation(gaps)
        (meanServiceS, serviceVariation) = Self.meanAndVariation(serviceS)
    }

    /// Mean wait [s].
    public var meanWaitS: Double { waitS.reduce(0, +) / Double(waitS.count) }

    /// The wait that a share of the requests does not exceed [s].
    ///
    /// - Complexity: O(requests · log requests).
    public func waitS(notExceededBy share: Double) -> Double {
        precondition(share > 0 && share <= 1)
        let sorted = waitS.sorted()
        return sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
    }

    /// The queue of the same means and variations.
    public func queue(servers: Int) -> ServerQueue {
        ServerQueue(
            servers: servers, arrivalsPerS: 1 / meanGapS, serviceS: meanServiceS,
            arrivalVariation: arrivalVariation, serviceVariation: serviceVariation)
    }

    private static func meanAndVariation(_ values: [Double]) -> (Double, Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(values.count)).squareRoot() / mean)
    }
}
