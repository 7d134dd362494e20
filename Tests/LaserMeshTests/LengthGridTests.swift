import LaserMesh
import TestSupport
import Testing

@Suite struct LengthGridTests {
    @Test func `the nearest multiple of the step is taken`() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<10_000 {
            let length = Double.random(in: 0...100_000, using: &random)
            let steps = (length / LengthGrid.stepKm).rounded(.toNearestOrEven)
            #expect(LengthGrid.nearest(km: length) == steps * LengthGrid.stepKm)
        }
        #expect(LengthGrid.nearest(km: .nan).isNaN)
        #expect(LengthGrid.nearest(km: 0) == 0)
    }

    @Test func `sums do not depend on their order`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<200 {
            var lengths = (0..<400).map { _ in
                LengthGrid.nearest(km: Double.random(in: 0...5_000, using: &random))
            }
            let sum = lengths.reduce(0, +)
            lengths.shuffle(using: &random)
            #expect(lengths.reduce(0, +) == sum)
        }
    }
}
