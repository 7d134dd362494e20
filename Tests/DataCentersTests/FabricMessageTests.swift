import DataCenters
import Testing

/// The integers that the tests of ASTRA-sim's analytical network expect (commit 599a047): 1,048,576
/// bytes among 16 nodes, 50 GB/s, 500 ns.
@Suite struct FabricMessageTests {
    private let bytes = 1_048_576
    private let link = FabricMessage(latencyNs: 500, gibibytesPerS: 50)

    @Test func `congestion unaware`() {
        // Three hops around the ring, one of a full mesh, two through a switch.
        #expect(link.ns(bytes: bytes, hops: 3, .cutThrough) == 21_031)
        #expect(link.ns(bytes: bytes, hops: 1, .cutThrough) == 20_031)
        #expect(link.ns(bytes: bytes, hops: 2, .cutThrough) == 20_531)
    }

    @Test func `congestion aware`() {
        #expect(link.ns(bytes: bytes, hops: 3, .storeAndForward) == 60_093)
        #expect(link.ns(bytes: bytes, hops: 1, .storeAndForward) == 20_031)
        #expect(link.ns(bytes: bytes, hops: 2, .storeAndForward) == 40_062)
        #expect(link.directAllGatherNs(bytes: bytes, sites: 16) == 704_116)
    }

    @Test(arguments: [(50.0, 200.0, 1, 4_932), (500, 100, 1, 10_265), (2_000, 50, 2, 23_531)])
    func `a ring, a full mesh and a switch`(
        latencyNs: Double, rate: Double, hops: Int, expected: Int
    ) {
        let dimension = FabricMessage(latencyNs: latencyNs, gibibytesPerS: rate)
        #expect(dimension.ns(bytes: bytes, hops: hops, .cutThrough) == expected)
    }
}
