import DataCenters
import Testing

@Suite struct ServerQueueTests {
    /// Erlang's C, by exact rational arithmetic in Python's `fractions` to ten digits.
    @Test(arguments: [
        (1, 0.8, 0.8), (2, 1.6, 0.7111111111), (8, 6.4, 0.4576449254), (100, 90.0, 0.2169404809),
    ]) func `probability of waiting`(servers: Int, load: Double, expected: Double) {
        let queue = ServerQueue(servers: servers, arrivalsPerS: load / 0.25, serviceS: 0.25)
        #expect(abs(queue.waitingProbability - expected) < 1e-10)
        #expect(
            abs(queue.meanWaitS / 0.25 - queue.waitingProbability / (Double(servers) - load))
                < 1e-12)
    }

    /// M/D/1 waits half of M/M/1, ρ / (2 μ (1 - ρ)), by Pollaczek and Khinchine.
    @Test func `other streams`() {
        let plain = ServerQueue(servers: 1, arrivalsPerS: 3, serviceS: 0.2)
        let constant = ServerQueue(
            servers: 1, arrivalsPerS: 3, serviceS: 0.2, serviceVariation: 0)
        #expect(abs(plain.meanWaitS - 0.6 * 0.2 / 0.4) < 1e-12)
        #expect(abs(constant.meanWaitS - plain.meanWaitS / 2) < 1e-12)
        let bursty = ServerQueue(
            servers: 1, arrivalsPerS: 3, serviceS: 0.2, arrivalVariation: 13.2)
        #expect(abs(bursty.meanWaitS / plain.meanWaitS - (13.2 * 13.2 + 1) / 2) < 1e-9)
    }

    /// In M/M/1 the wait exceeds t with probability ρ exp(-(μ - λ) t).
    @Test func `quantiles of the wait`() {
        let queue = ServerQueue(servers: 1, arrivalsPerS: 3, serviceS: 0.2)
        #expect(queue.waitS(notExceededBy: 0.39) == 0)
        let wait = queue.waitS(notExceededBy: 0.99)
        // ln(60) / 2.
        #expect(abs(wait - 2.0471722811) < 1e-9)
    }

    @Test func `a queue that is too slow grows without end`() {
        let queue = ServerQueue(servers: 4, arrivalsPerS: 20, serviceS: 0.2)
        #expect(queue.utilisation == 1)
        #expect(queue.waitingProbability == 1)
        #expect(queue.meanWaitS == .infinity)
        #expect(queue.waitS(notExceededBy: 0.5) == .infinity)
        let idle = ServerQueue(servers: 4, arrivalsPerS: 0, serviceS: 0.2)
        #expect(idle.meanWaitS == 0)
        let many = ServerQueue(servers: 100_000, arrivalsPerS: 99_000, serviceS: 1)
        #expect(many.waitingProbability > 0 && many.waitingProbability < 0.01)
    }
}
