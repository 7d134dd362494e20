internal import CGSL

/// Roots of functions of one variable.
public enum Roots {
    /// Finds a root between two arguments at which a function has opposite signs.
    ///
    /// Brent's method: inverse quadratic interpolation, with a bisection wherever that would leave
    /// the bracket or gain too little. The function needs to be continuous; where it jumps from one
    /// sign to the other, the place of the jump is found.
    ///
    /// An end at which the function is exactly zero is returned as it is. If several roots lie in
    /// the bracket, one of them is found.
    ///
    /// - Parameters:
    ///   - bracket: The two arguments; both finite.
    ///   - tolerance: Width of the last bracket, in the unit of the argument; positive. A width
    ///     below four units in the last place of the root is not asked for.
    ///   - maximumIterations: Iterations after which to give up.
    ///   - f: The function; must be finite wherever it is asked.
    /// - Returns: An argument within `tolerance` of a change of sign.
    /// - Throws: ``GSLError/noSignChange(lower:valueAtLower:upper:valueAtUpper:)``,
    ///   ``GSLError/notFinite(at:)``, ``GSLError/iterationLimit(_:)``.
    /// - Complexity: Two evaluations of `f`, and one an iteration; for smooth functions about ten.
    /// - Note: R. P. Brent, *Algorithms for Minimization without Derivatives*, Prentice-Hall 1973,
    ///   chapter 4; `gsl_root_fsolver_brent`.
    public static func brent(
        in bracket: ClosedRange<Double>, tolerance: Double = 1e-9, maximumIterations: Int = 100,
        _ f: (Double) -> Double
    ) throws(GSLError) -> Double {
        precondition(tolerance > 0, "a tolerance is positive")
        precondition(bracket.lowerBound.isFinite && bracket.upperBound.isFinite)
        let solver = try BrentRootSolver()
        return try ScalarFunction.withGSL(f) { (function, asGSL) throws(GSLError) in
            let (lower, upper) = (bracket.lowerBound, bracket.upperBound)
            let valueAtLower = try function.pointee.remembered(at: lower)
            if valueAtLower == 0 { return lower }
            let valueAtUpper = try function.pointee.remembered(at: upper)
            if valueAtUpper == 0 { return upper }
            guard (valueAtLower < 0) != (valueAtUpper < 0) else {
                throw .noSignChange(
                    lower: lower, valueAtLower: valueAtLower, upper: upper,
                    valueAtUpper: valueAtUpper)
            }
            try GSL.check(gsl_root_fsolver_set(solver.handle, asGSL, lower, upper))
            for _ in 0..<maximumIterations {
                let status = gsl_root_fsolver_iterate(solver.handle)
                if let argument = function.pointee.notFiniteAt { throw .notFinite(at: argument) }
                try GSL.check(status)
                let (left, right) = (
                    gsl_root_fsolver_x_lower(solver.handle),
                    gsl_root_fsolver_x_upper(solver.handle)
                )
                let root = gsl_root_fsolver_root(solver.handle)
                if right - left <= max(tolerance, 4 * root.ulp) { return root }
            }
            throw .iterationLimit(maximumIterations)
        }
    }
}
