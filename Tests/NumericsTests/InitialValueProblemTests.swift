import Foundation
import Numerics
import Testing

@Suite struct InitialValueProblemTests {
    @Test func followsAnOscillatorForwardAndBackward() throws {
        var problem = try InitialValueProblem(time: 0, values: [1, 0]) { _, y, slope in
            slope[0] = y[1]
            slope[1] = -y[0]
        }
        for time in [0.5, 10, 3, -20, -20, 0] {
            try problem.advance(to: time)
            #expect(problem.time == time)
            #expect(abs(problem.values[0] - cos(time)) < 1e-10)
            #expect(abs(problem.values[1] + sin(time)) < 1e-10)
        }
    }

    @Test func usesTheTimeInTheDerivative() throws {
        var problem = try InitialValueProblem(time: 1, values: [1]) { time, y, slope in
            slope[0] = -2 * time * y[0]
        }
        let states = try problem.values(at: [1.5, 2, 0])
        for (state, time) in zip(states, [1.5, 2, 0.0]) {
            #expect(abs(state[0] - exp(1 - time * time)) < 1e-11)
        }
    }

    @Test func agreesWithAnExtrapolationOfThirtyDigits() throws {
        var problem = try InitialValueProblem(time: 0, values: [2, 0]) { _, y, slope in
            slope[0] = y[1]
            slope[1] = 5 * (1 - y[0] * y[0]) * y[1] - y[0]
        }
        let expected = try Fixture.read().vanDerPol
        #expect(expected.count == 3)
        for point in expected {
            try problem.advance(to: point.time)
            #expect(abs(problem.values[0] - point.values[0]) < 1e-9)
            #expect(abs(problem.values[1] - point.values[1]) < 1e-9)
        }
    }

    @Test func closesTheOrbitOfArenstorf() throws {
        // Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, equation (0.1).
        let moon = 0.012277471
        let earth = 1 - moon
        let start = [0.994, 0, 0, -2.00158510637908252240537862224]
        var problem = try InitialValueProblem(
            time: 0, values: start, absoluteTolerance: 1e-14, relativeTolerance: 1e-14
        ) { _, y, slope in
            let d1 = pow((y[0] + moon) * (y[0] + moon) + y[1] * y[1], 1.5)
            let d2 = pow((y[0] - earth) * (y[0] - earth) + y[1] * y[1], 1.5)
            slope[0] = y[2]
            slope[1] = y[3]
            slope[2] = y[0] + 2 * y[3] - earth * (y[0] + moon) / d1 - moon * (y[0] - earth) / d2
            slope[3] = y[1] - 2 * y[2] - earth * y[1] / d1 - moon * y[1] / d2
        }
        try problem.advance(to: 17.0652165601579625588917206249)
        // The orbit multiplies an error by some 1e8 when it passes the Moon.
        #expect(abs(problem.values[0] - start[0]) < 1e-5)
        #expect(abs(problem.values[1] - start[1]) < 1e-5)
    }

    @Test func asksForSmallerErrorsWithMoreSteps() throws {
        var errors: [Double] = []
        var evaluations: [Int] = []
        for tolerance in [1e-4, 1e-8, 1e-12] {
            var calls = 0
            var problem = try InitialValueProblem(
                time: 0, values: [1], absoluteTolerance: tolerance, relativeTolerance: 0
            ) { _, y, slope in
                calls += 1
                slope[0] = y[0]
            }
            try problem.advance(to: 5)
            errors.append(abs(problem.values[0] - exp(5)))
            evaluations.append(calls)
        }
        #expect(errors[0] > errors[1] && errors[1] > errors[2])
        #expect(errors[2] < 1e-9)
        #expect(evaluations[0] < evaluations[1] && evaluations[1] < evaluations[2])
    }

    @Test func stopsBeforeTheDerivativeEnds() throws {
        // y = 2 − √(1 − t) has no derivative beyond t = 1.
        var problem = try InitialValueProblem(time: 0, values: [1], firstStep: 0.01) {
            time, _, slope in
            slope[0] = time < 1 ? 0.5 / (1 - time).squareRoot() : .nan
        }
        var caught: GSLError?
        do throws(GSLError) {
            try problem.advance(to: 2)
        } catch {
            caught = error
        }
        guard case .notFinite(let time)? = caught else {
            Issue.record(
                "expected a derivative that is not finite, found \(String(describing: caught))")
            return
        }
        #expect(time >= 1)
        #expect(problem.time < 1)
        #expect(abs(problem.values[0] - (2 - (1 - problem.time).squareRoot())) < 1e-9)
    }

    @Test func givesUpAfterTheStepsThatAreAllowed() throws {
        var problem = try InitialValueProblem(
            time: 0, values: [1], firstStep: 1e-6, maximumSteps: 2
        ) { _, y, slope in slope[0] = y[0] }
        var caught: GSLError?
        do throws(GSLError) {
            try problem.advance(to: 100)
        } catch {
            caught = error
        }
        #expect(caught == .iterationLimit(2))
        #expect(problem.time > 0 && problem.time < 100)
        #expect(abs(problem.values[0] - exp(problem.time)) < 1e-10)
    }

    @Test func refusesAStateThatIsNone() {
        #expect(throws: GSLError.tooFewPoints(found: 0, needed: 1)) {
            _ = try InitialValueProblem(time: 0, values: []) { _, _, _ in }.time
        }
        #expect(throws: GSLError.inputNotFinite(index: 1)) {
            _ = try InitialValueProblem(time: 0, values: [0, .nan]) { _, _, _ in }.time
        }
    }

    @Test func letsGoOfItsClosure() throws {
        final class Token {}
        weak var token: Token?
        do {
            let held = Token()
            token = held
            var problem = try InitialValueProblem(time: 0, values: [0]) { _, _, slope in
                withExtendedLifetime(held) { slope[0] = 1 }
            }
            try problem.advance(to: 1)
            #expect(token != nil)
        }
        #expect(token == nil)
    }
}
