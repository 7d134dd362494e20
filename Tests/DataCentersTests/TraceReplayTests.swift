import DataCenters
import Foundation
import TestSupport
import Testing

@Suite struct TraceReplayTests {
    private func stream(_ count: Int, mean: Double, _ random: inout SeededGenerator) -> [Double] {
        (0..<count).map { _ in -mean * log(1 - random.unit()) }
    }

    /// A long Poisson trace with exponential services waits as Erlang's C says.
    @Test(arguments: [1, 4]) func `a Poisson trace waits as the formula says`(servers: Int) {
        var random = SeededGenerator(seed: 3)
        var now = 0.0
        let arrivals = stream(400_000, mean: 1, &random).map { gap in
            now += gap
            return now
        }
        let services = stream(400_000, mean: 0.7 * Double(servers), &random)
        let replay = TraceReplay(arrivalS: arrivals, serviceS: services, servers: servers)
        let queue = ServerQueue(
            servers: servers, arrivalsPerS: 1, serviceS: 0.7 * Double(servers))
        #expect(abs(replay.meanWaitS / queue.meanWaitS - 1) < 0.05)
        let tail = queue.waitS(notExceededBy: 0.95)
        #expect(abs(replay.waitS(notExceededBy: 0.95) / tail - 1) < 0.06)
        #expect(abs(replay.arrivalVariation - 1) < 0.01)
        #expect(abs(replay.queue(servers: servers).meanWaitS / queue.meanWaitS - 1) < 0.05)
    }

    @Test func `requests are served in turn by the first server that is free`() {
        let replay = TraceReplay(
            arrivalS: [0, 0, 1, 1, 9], serviceS: [4, 2, 2, 1, 1], servers: 2)
        // Served from 0, 0, 2, 4 and 9 on.
        #expect(replay.waitS == [0, 0, 1, 3, 0])
        #expect(replay.meanWaitS == 0.8 && replay.waitS(notExceededBy: 0.8) == 1)
        #expect(replay.waitS(notExceededBy: 1) == 3)
    }
}
