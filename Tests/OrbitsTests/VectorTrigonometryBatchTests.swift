import Foundation
import TestSupport
import Testing

@testable import Orbits

/// The sines and cosines of the kernels beside the C library's.
struct VectorTrigonometryBatchTests {
    static func worst(
        _ angles: [Double], _ body: (Lanes) -> (sine: Lanes, cosine: Lanes),
        beside argument: (Double) -> Double = { $0 }
    ) -> Double {
        var worst = 0.0
        for start in stride(from: 0, to: angles.count - 7, by: 8) {
            var x = Lanes()
            for lane in 0..<8 { x[lane] = angles[start + lane] }
            let (s, c) = body(x)
            for lane in 0..<8 {
                let angle = argument(x[lane])
                worst = max(worst, abs(s[lane] - sin(angle)), abs(c[lane] - cos(angle)))
            }
        }
        return worst
    }

    static func angles(within bound: Double, _ count: Int = 4_000) -> [Double] {
        var random = SeededGenerator(seed: 11)
        var angles = (0..<count).map { _ in Double.random(in: -bound...bound, using: &random) }
        // Near the multiples of a quarter turn, where the reduction must not lose digits.
        let quarters = Int(bound / (.pi / 2))
        for _ in 0..<count where quarters > 0 {
            let k = Double(Int.random(in: -quarters...quarters, using: &random))
            let angle = k * .pi / 2 * (1 + Double.random(in: -1e-15...1e-15, using: &random))
            angles.append(min(max(angle, -bound), bound))
        }
        let special = [0, -0.0, bound, -bound, 1e-300, -1e-300, 1e-8, .pi]
        return angles + special.map { min(max($0, -bound), bound) }
    }

    @Test(arguments: [0.8, 7, 1_024, 1e5, VectorTrigonometry.largestAngle])
    func fullRange(bound: Double) {
        let error = Self.worst(Self.angles(within: bound), VectorTrigonometry.sineCosine)
        #expect(error < 4.5e-16)
    }

    /// What is left when 2π as a `Double` is taken off, up to ten million turns.
    @Test(arguments: [7, 1e5, VectorTrigonometry.largestReducedAngle])
    func asReduced(bound: Double) {
        let error = Self.worst(
            Self.angles(within: bound), VectorTrigonometry.sineCosineAsReduced,
            beside: { reduced($0) })
        #expect(error < 7e-16)
    }

    @Test func shortSeries() {
        func error(_ bound: Double, _ body: (Lanes) -> (sine: Lanes, cosine: Lanes)) -> Double {
            Self.worst(Self.angles(within: bound), body)
        }
        #expect(error(.pi / 4, VectorTrigonometry.reducedSineCosine) < 2.3e-16)
        #expect(error(0.25, VectorTrigonometry.quarterSineCosine) < 6.6e-15)
        #expect(error(1.0 / 16, VectorTrigonometry.sixteenthSineCosine) < 7.4e-13)
        #expect(error(1e-3, VectorTrigonometry.tinySineCosine) < 4.3e-14)
    }
}
