import Foundation
import Numerics
import TestSupport
import Testing

@Suite struct RootsTests {
    @Test func findsRootsThatAreKnown() throws {
        let cosine = try Roots.brent(in: 0...1, tolerance: 1e-14) { cos($0) - $0 }
        #expect(abs(cosine - 0.739085133215160641655) < 1e-15)
        // Wallis's example.
        let wallis = try Roots.brent(in: 2...3, tolerance: 1e-14) { $0 * $0 * $0 - 2 * $0 - 5 }
        #expect(abs(wallis - 2.0945514815423265915) < 2e-15)
        let reversed = try Roots.brent(in: 2...3, tolerance: 1e-14) { 5 + 2 * $0 - $0 * $0 * $0 }
        #expect(reversed == wallis)
    }

    @Test func findsARootAtAnEndExactly() throws {
        #expect(try Roots.brent(in: 0...2) { $0 } == 0)
        #expect(try Roots.brent(in: -2...0) { $0 } == 0)
        #expect(try Roots.brent(in: 3...3) { $0 - 3 } == 3)
    }

    @Test func findsAJump() throws {
        let jump = try Roots.brent(in: 0...10, tolerance: 1e-9) { $0 < .pi ? -1 : 1 }
        #expect(abs(jump - .pi) <= 1e-9)
    }

    @Test func keepsTheToleranceOnRandomCubics() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            let root = Double.random(in: -1_000...1_000, using: &generator)
            let left = root - Double.random(in: 0.001...500, using: &generator)
            let right = root + Double.random(in: 0.001...500, using: &generator)
            let curvature = Double.random(in: 0...10, using: &generator)
            let found = try Roots.brent(in: left...right, tolerance: 1e-6) { x in
                (x - root) * (1 + curvature * (x - root) * (x - root))
            }
            #expect(abs(found - root) <= 1e-6)
        }
    }

    @Test func stopsAtTheLastPlaceWhenTheToleranceIsFiner() throws {
        let root = try Roots.brent(in: 1e5...1e6, tolerance: 1e-300) { $0 - 299_792.458 }
        #expect(abs(root - 299_792.458) <= 4 * root.ulp)
    }

    @Test func refusesABracketWithoutAChangeOfSign() {
        #expect(
            throws: GSLError.noSignChange(lower: -1, valueAtLower: 2, upper: 1, valueAtUpper: 2)
        ) {
            try Roots.brent(in: -1...1) { $0 * $0 + 1 }
        }
    }

    @Test func reportsWhereTheFunctionIsNotFinite() {
        #expect(throws: GSLError.notFinite(at: 1)) {
            try Roots.brent(in: 1...2) { _ in .nan }
        }
        #expect(throws: GSLError.notFinite(at: 2)) {
            try Roots.brent(in: 1...2) { $0 == 2 ? .infinity : -1 }
        }
        var asked: Double?
        #expect {
            try Roots.brent(in: -1...3) { x in
                if x > -1, x < 3 {
                    asked = asked ?? x
                    return .nan
                }
                return x
            }
        } throws: { error in
            guard case .notFinite(let argument)? = error as? GSLError else { return false }
            return argument == asked && argument > -1 && argument < 3
        }
    }

    @Test func givesUpAfterTheIterationsThatAreAllowed() {
        #expect(throws: GSLError.iterationLimit(3)) {
            try Roots.brent(in: 0...1e6, tolerance: 1e-12, maximumIterations: 3) {
                exp($0 * 1e-4) - 2
            }
        }
    }

    @Test func solvesInsideTheFunctionOfAnotherProblem() throws {
        // A root of g where g itself asks for a root: contexts of GSL must not mix.
        let root = try Roots.brent(in: 0...4, tolerance: 1e-12) { a in
            let inner = try? Roots.brent(in: 0...10, tolerance: 1e-13) { $0 * $0 - a }
            return (inner ?? .nan) - 1.5
        }
        #expect(abs(root - 2.25) < 1e-11)
    }

    @Test func saysInOneSentenceWhatWasFound() {
        let error = GSLError.noSignChange(lower: 0, valueAtLower: 1, upper: 2, valueAtUpper: 3)
        #expect(
            error.message
                == "the function is 1.0 at 0.0 and 3.0 at 2.0; "
                + "a root needs values of opposite sign")
        #expect("\(error)" == error.message)
    }
}
