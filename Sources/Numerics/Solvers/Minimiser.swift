internal import CGSL

/// Minima of functions of one or several variables.
public enum Minimiser {
    /// Finds a minimum between two arguments.
    ///
    /// Brent's method: parabolic interpolation guarded by the golden section. The function at the
    /// starting point must be below its values at both ends.
    ///
    /// Around a minimum a function is flat: an argument is known to about the square root of the
    /// arithmetic's precision only, and a tolerance below 1e-8 times the argument gains nothing.
    ///
    /// - Parameters:
    ///   - bracket: The two ends; both finite.
    ///   - start: An argument inside; the middle when it is left out.
    ///   - tolerance: Width of the last bracket, in the unit of the argument; positive.
    ///   - maximumIterations: Iterations after which to give up.
    ///   - f: The function; must be finite wherever it is asked.
    /// - Returns: The argument and the value of a local minimum.
    /// - Throws: ``GSLError/noInteriorMinimum(lower:start:upper:)``, ``GSLError/notFinite(at:)``,
    ///   ``GSLError/iterationLimit(_:)``.
    /// - Complexity: Three evaluations of `f`, and one an iteration.
    /// - Note: R. P. Brent, *Algorithms for Minimization without Derivatives*, Prentice-Hall 1973,
    ///   chapter 5; `gsl_min_fminimizer_brent`.
    public static func brent(
        in bracket: ClosedRange<Double>, startingAt start: Double? = nil,
        tolerance: Double = 1e-7, maximumIterations: Int = 200, _ f: (Double) -> Double
    ) throws(GSLError) -> (argument: Double, value: Double) {
        precondition(tolerance > 0, "a tolerance is positive")
        precondition(bracket.lowerBound.isFinite && bracket.upperBound.isFinite)
        let (lower, upper) = (bracket.lowerBound, bracket.upperBound)
        let start = start ?? lower + (upper - lower) / 2
        let minimiser = try BrentMinimiser()
        return try ScalarFunction.withGSL(f) { (function, asGSL) throws(GSLError) in
            let valueAtLower = try function.pointee.remembered(at: lower)
            let valueAtUpper = try function.pointee.remembered(at: upper)
            let valueAtStart = try function.pointee.remembered(at: start)
            guard lower < start, start < upper, valueAtStart < valueAtLower,
                valueAtStart < valueAtUpper
            else { throw .noInteriorMinimum(lower: lower, start: start, upper: upper) }
            try GSL.check(
                gsl_min_fminimizer_set_with_values(
                    minimiser.handle, asGSL, start, valueAtStart, lower, valueAtLower, upper,
                    valueAtUpper))
            for _ in 0..<maximumIterations {
                let status = gsl_min_fminimizer_iterate(minimiser.handle)
                if let argument = function.pointee.notFiniteAt { throw .notFinite(at: argument) }
                let argument = gsl_min_fminimizer_x_minimum(minimiser.handle)
                let value = gsl_min_fminimizer_f_minimum(minimiser.handle)
                // The bracket cannot shrink any more: GSL says so with a code of failure.
                if Int(status) == GSL_FAILURE { return (argument, value) }
                try GSL.check(status)
                let width =
                    gsl_min_fminimizer_x_upper(minimiser.handle)
                    - gsl_min_fminimizer_x_lower(minimiser.handle)
                if width <= tolerance { return (argument, value) }
            }
            throw .iterationLimit(maximumIterations)
        }
    }

    /// Finds a local minimum of a function of several variables without its derivatives.
    ///
    /// The simplex of Nelder and Mead. Positive infinity is a wall that the simplex turns away
    /// from, so bounds may be put into the function; NaN is an error.
    ///
    /// - Parameters:
    ///   - start: The starting point, one number a variable; the function must be finite there.
    ///   - steps: Size of the first simplex along each variable, in its unit; not zero.
    ///   - tolerance: Mean distance of the corners from their centre at which to stop; positive.
    ///   - maximumIterations: Iterations after which to give up.
    ///   - f: The function of the point.
    /// - Returns: The point and the value of a local minimum.
    /// - Throws: ``GSLError/notFiniteAtPoint(_:)``, ``GSLError/iterationLimit(_:)``,
    ///   ``GSLError/tooFewPoints(found:needed:)`` when there is no variable,
    ///   ``GSLError/unequalCounts(first:second:)`` when points and steps differ in length.
    /// - Complexity: One or two evaluations of `f` an iteration, and one a variable at the start.
    /// - Note: J. A. Nelder, R. Mead, "A simplex method for function minimization", The Computer
    ///   Journal 7 (1965) 308, DOI 10.1093/comjnl/7.4.308; `gsl_multimin_fminimizer_nmsimplex2`.
    public static func nelderMead(
        from start: [Double], steps: [Double], tolerance: Double = 1e-6,
        maximumIterations: Int = 5_000, _ f: ([Double]) -> Double
    ) throws(GSLError) -> (point: [Double], value: Double) {
        precondition(tolerance > 0, "a tolerance is positive")
        guard !start.isEmpty else { throw .tooFewPoints(found: 0, needed: 1) }
        guard start.count == steps.count else {
            throw .unequalCounts(first: start.count, second: steps.count)
        }
        let minimiser = try SimplexMinimiser(dimension: start.count)
        let first = try VectorHandle(start)
        let sizes = try VectorHandle(steps)
        return try PointFunction.withGSL(f, dimension: start.count) {
            (function, asGSL) throws(GSLError) in
            let status = gsl_multimin_fminimizer_set(
                minimiser.handle, asGSL, first.handle, sizes.handle)
            try function.pointee.check(status)
            for _ in 0..<maximumIterations {
                try function.pointee.check(gsl_multimin_fminimizer_iterate(minimiser.handle))
                if gsl_multimin_fminimizer_size(minimiser.handle) <= tolerance {
                    let point = gsl_multimin_fminimizer_x(minimiser.handle)
                    return (
                        (0..<start.count).map { gsl_vector_get(point, $0) },
                        gsl_multimin_fminimizer_minimum(minimiser.handle)
                    )
                }
            }
            throw .iterationLimit(maximumIterations)
        }
    }
}
