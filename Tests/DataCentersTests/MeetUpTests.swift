import DataCenters
import Testing

@Suite struct MeetUpTests {
    /// Latencies of two users to four servers at five instants.
    private let latency: [[[Double]?]] = [
        [[4, 8], [7, 7], [7.5, 7.5], nil],
        [[3, 10], [9, 9], [7.6, 7.6], nil],
        [nil, [6, 6], [8, 8], [5, 5]],
        [nil, nil, [9, 9], [4, 4]],
        [nil, nil, nil, nil],
    ]

    @Test func `policies choose what they say`() {
        let best = MeetUp(.best, latency: latency)
        // Means: 6, 7, 7.5; 6.5, 9, 7.6; 6, 8, 5; 9, 4; none.
        #expect(best.servers == [0, 0, 3, 3, nil])
        let worst = MeetUp(.minMax, latency: latency)
        #expect(worst.servers == [1, 2, 3, 3, nil])
        #expect(worst.handOffs.map(\.to) == [2, 3])
        // Within a tenth of 7 are servers 1 and 2; both are on the short list, and 1 is nearer. It serves for
        // three instants, then of 3 and 2 only 3 is within a tenth of the best.
        let sticky = MeetUp(.sticky, latency: latency)
        #expect(sticky.servers == [1, 1, 1, 3, nil])
        #expect(sticky.handOffs.map(\.instant) == [3])
    }

    @Test func `of many that are near enough the short list holds those that stay`() {
        // Six servers of nearly the same latency; the nearest leaves first.
        let first: [[Double]?] = (0..<6).map { [10 + 0.1 * Double($0)] }
        let second: [[Double]?] = [nil] + first.dropFirst()
        #expect(MeetUp(.sticky, latency: [first, second]).servers == [1, 1])
        #expect(MeetUp(.minMax, latency: [first, second]).servers == [0, 1])
    }
}
