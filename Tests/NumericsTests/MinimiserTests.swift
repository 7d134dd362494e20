import Foundation
import Numerics
import Testing

@Suite struct MinimiserTests {
    @Test func findsTheMinimumOfOneVariable() throws {
        let cosine = try Minimiser.brent(in: 0...6, startingAt: 2) { cos($0) + 1 }
        #expect(abs(cosine.argument - .pi) < 1e-7)
        #expect(cosine.value < 1e-14)
        // The gamma function's minimum for positive arguments (DLMF 5.4.19, 5.4.20).
        let gamma = try Minimiser.brent(in: 1...2) { tgamma($0) }
        #expect(abs(gamma.argument - 1.461632144968362) < 1e-7)
        #expect(abs(gamma.value - 0.885603194410889) < 1e-15)
    }

    @Test func refusesABracketWithoutAMinimumInside() {
        #expect(throws: GSLError.noInteriorMinimum(lower: 0, start: 0.5, upper: 1)) {
            try Minimiser.brent(in: 0...1) { $0 }
        }
        #expect(throws: GSLError.noInteriorMinimum(lower: 0, start: 7, upper: 1)) {
            try Minimiser.brent(in: 0...1, startingAt: 7) { ($0 - 0.5) * ($0 - 0.5) }
        }
        #expect(throws: GSLError.notFinite(at: 1)) {
            try Minimiser.brent(in: 0...1) { $0 == 1 ? .nan : 0 }
        }
    }

    @Test func givesUpAfterTheIterationsThatAreAllowed() {
        #expect(throws: GSLError.iterationLimit(1)) {
            try Minimiser.brent(in: 0...6, startingAt: 2, maximumIterations: 1) { cos($0) }
        }
        #expect(throws: GSLError.iterationLimit(4)) {
            try Minimiser.nelderMead(from: [5, 5], steps: [1, 1], maximumIterations: 4) {
                $0[0] * $0[0] + $0[1] * $0[1]
            }
        }
    }

    @Test func findsTheMinimumOfRosenbrocksValley() throws {
        let found = try Minimiser.nelderMead(from: [-1.2, 1], steps: [0.5, 0.5], tolerance: 1e-9) {
            let (x, y) = ($0[0], $0[1])
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
        }
        #expect(abs(found.point[0] - 1) < 1e-7)
        #expect(abs(found.point[1] - 1) < 1e-7)
        #expect(found.value < 1e-14)
    }

    @Test func turnsAwayFromAWallOfInfinity() throws {
        // The least of x + y on the disc x² + y² ≤ 2 is at (−1, −1).
        let found = try Minimiser.nelderMead(from: [0.1, 0.2], steps: [0.3, 0.3], tolerance: 1e-8) {
            $0[0] * $0[0] + $0[1] * $0[1] <= 2 ? $0[0] + $0[1] : .infinity
        }
        #expect(found.point[0] * found.point[0] + found.point[1] * found.point[1] <= 2)
        #expect(found.value < -1.99 && found.value >= -2)
    }

    @Test func refusesNaNAndListsThatDoNotFit() {
        #expect(throws: GSLError.notFiniteAtPoint([1, 2])) {
            try Minimiser.nelderMead(from: [1, 2], steps: [1, 1]) { _ in .nan }
        }
        #expect(throws: GSLError.notFiniteAtPoint([0.5, 2])) {
            try Minimiser.nelderMead(from: [0, 2], steps: [0.5, 1]) {
                $0[0] == 0.5 ? .nan : $0[0]
            }
        }
        #expect(throws: GSLError.unequalCounts(first: 2, second: 1)) {
            try Minimiser.nelderMead(from: [1, 2], steps: [1]) { $0[0] }
        }
        #expect(throws: GSLError.tooFewPoints(found: 0, needed: 1)) {
            try Minimiser.nelderMead(from: [], steps: []) { _ in 0 }
        }
    }
}
