import LaserMesh
import Routing
import Testing

@Suite struct TrafficMatrixTests {
    private static let nodes = [NodeID(5), NodeID(6), NodeID(7), NodeID(8)]

    @Test func `gravity is the product of the masses, normalised`() {
        let matrix = TrafficMatrix.gravity(
            among: Self.nodes, masses: [1, 2, 0, 5], totalGbps: 340)
        #expect(
            matrix.demands.map { [$0.pair.source.index, $0.pair.destination.index] }
                == [[5, 6], [5, 8], [6, 5], [6, 8], [8, 5], [8, 6]])
        // 2, 5, 2, 10, 5, 10 of 34.
        #expect(matrix.demands.map(\.gbps) == [20, 50, 20, 100, 50, 100])
        #expect(matrix.totalGbps == 340)
    }

    @Test func `distance takes some away`() {
        let matrix = TrafficMatrix.gravity(
            among: Array(Self.nodes.prefix(3)), masses: [1, 1, 1], totalGbps: 12
        ) { i, j in abs(i - j) == 2 ? 0.5 : 1 }
        #expect(abs(matrix.totalGbps - 12) < 1e-12)
        #expect(abs(matrix.demands[0].gbps - 2.4) < 1e-12)
        #expect(abs(matrix.demands[1].gbps - 1.2) < 1e-12)
    }

    @Test func `the largest stay, in order, with the same total`() {
        let matrix = TrafficMatrix.gravity(
            among: Self.nodes, masses: [1, 2, 0, 5], totalGbps: 340
        ).largest(3)
        #expect(
            matrix.demands.map { [$0.pair.source.index, $0.pair.destination.index] }
                == [[5, 8], [6, 8], [8, 6]])
        #expect(abs(matrix.totalGbps - 340) < 1e-9)
        #expect(abs(matrix.demands[0].gbps - 68) < 1e-9)
        #expect(matrix.largest(9) == matrix)
    }

    @Test func `no masses, no traffic`() {
        #expect(
            TrafficMatrix.gravity(among: Self.nodes, masses: [0, 3, 0, 0], totalGbps: 9).demands
                .isEmpty)
    }
}
