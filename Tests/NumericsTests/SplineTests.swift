import Numerics
import TestSupport
import Testing

@Suite struct SplineTests {
    @Test(arguments: Spline.Kind.allCases)
    func agreesWithScipy(_ kind: Spline.Kind) throws {
        let fixture = try Fixture.read().spline
        let expected =
            switch kind {
            case .natural: fixture.natural
            case .periodic: fixture.periodic
            case .akima: fixture.akima
            }
        let spline = try Spline(x: fixture.x, y: fixture.y, kind: kind)
        #expect(spline.range == 0...6)
        #expect(fixture.at.count == 11)
        for (index, x) in fixture.at.enumerated() {
            #expect(abs(try spline.value(at: x) - expected.value[index]) < 1e-12)
            #expect(abs(try spline.derivative(at: x) - expected.derivative[index]) < 1e-12)
            // Akima's second derivative jumps at a point, and the sides are chosen differently.
            if kind != .akima || !fixture.x.contains(x) {
                let second = try spline.secondDerivative(at: x)
                #expect(abs(second - expected.secondDerivative[index]) < 1e-11)
            }
        }
    }

    @Test(arguments: Spline.Kind.allCases)
    func passesThroughItsPoints(_ kind: Spline.Kind) throws {
        var generator = SeededGenerator(seed: 3)
        var x: [Double] = [0]
        for _ in 0..<40 { x.append(x[x.count - 1] + .random(in: 0.01...3, using: &generator)) }
        var y = x.map { _ in Double.random(in: -10...10, using: &generator) }
        y[y.count - 1] = y[0]
        let spline = try Spline(x: x, y: y, kind: kind)
        for (x, y) in zip(x, y) { #expect(abs(try spline.value(at: x) - y) < 1e-12) }
    }

    @Test func joinsSmoothlyAcrossThePeriod() throws {
        let x = [0.0, 1, 2.5, 4, 5]
        let spline = try Spline(x: x, y: [1, 3, -2, 0, 1], kind: .periodic)
        #expect(abs(try spline.derivative(at: 0) - spline.derivative(at: 5)) < 1e-12)
        #expect(abs(try spline.secondDerivative(at: 0) - spline.secondDerivative(at: 5)) < 1e-12)
    }

    @Test func refusesWhatIsOutsideItsRange() throws {
        let spline = try Spline(x: [0, 1, 2], y: [0, 1, 0])
        #expect(throws: GSLError.outOfRange(value: -0.001, lower: 0, upper: 2)) {
            try spline.value(at: -0.001)
        }
        #expect(throws: GSLError.outOfRange(value: 3, lower: 0, upper: 2)) {
            try spline.derivative(at: 3)
        }
        #expect {
            try spline.secondDerivative(at: .nan)
        } throws: { error in
            guard case .outOfRange(let value, 0, 2)? = error as? GSLError else { return false }
            return value.isNaN
        }
    }

    @Test func refusesPointsThatMakeNoSpline() {
        #expect(throws: GSLError.notIncreasing(index: 2, previous: 1, value: 1)) {
            _ = try Spline(x: [0, 1, 1, 2], y: [0, 0, 0, 0]).range
        }
        #expect(throws: GSLError.tooFewPoints(found: 2, needed: 3)) {
            _ = try Spline(x: [0, 1], y: [0, 0]).range
        }
        #expect(throws: GSLError.tooFewPoints(found: 4, needed: 5)) {
            _ = try Spline(x: [0, 1, 2, 3], y: [0, 0, 0, 0], kind: .akima).range
        }
        #expect(throws: GSLError.tooFewPoints(found: 0, needed: 3)) {
            _ = try Spline(x: [], y: []).range
        }
        #expect(throws: GSLError.unequalCounts(first: 3, second: 2)) {
            _ = try Spline(x: [0, 1, 2], y: [0, 0]).range
        }
        #expect(throws: GSLError.inputNotFinite(index: 1)) {
            _ = try Spline(x: [0, 1, 2], y: [0, .nan, 0]).range
        }
        #expect(throws: GSLError.notPeriodic(first: 0, last: 1)) {
            _ = try Spline(x: [0, 1, 2], y: [0, 2, 1], kind: .periodic).range
        }
    }
}
