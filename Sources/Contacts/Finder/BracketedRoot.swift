/// Roots of functions of one variable in a bracket, in a few lines of our own, so that contacts need
/// no library and stay embeddable with the core.
enum BracketedRoot {
    /// Finds a change of sign between two arguments at which a function has opposite signs.
    ///
    /// Inverse quadratic interpolation where the three last points promise that it falls into the
    /// bracket, halving elsewhere.
    ///
    /// - Parameters:
    ///   - bracket: The two arguments; both finite.
    ///   - tolerance: Width of the last bracket; no less than four units in the last place is asked for.
    ///   - maximumIterations: Iterations after which to give up.
    ///   - f: The function.
    /// - Returns: An argument within `tolerance` of a change of sign; `nil` when the function has one sign
    ///   at both ends, or when a value is not finite.
    /// - Complexity: Two evaluations of `f`, and one an iteration; for smooth functions about eight.
    /// - Note: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a
    ///   nonlinear function without using derivatives", Advances in Engineering Software 28 (1997) 145,
    ///   DOI 10.1016/S0965-9978(96)00051-8.
    static func find(
        in bracket: ClosedRange<Double>, tolerance: Double, maximumIterations: Int = 200,
        _ f: (Double) -> Double
    ) -> Double? {
        // The newest point, the other end of the bracket, and the point that was left last.
        var (newest, end, left) = (bracket.upperBound, bracket.lowerBound, bracket.lowerBound)
        var (fNewest, fEnd) = (f(newest), f(end))
        guard fNewest.isFinite, fEnd.isFinite else { return nil }
        if fEnd == 0 { return end }
        if fNewest == 0 { return newest }
        guard (fNewest < 0) != (fEnd < 0) else { return nil }
        var fLeft = fEnd
        var part = 0.5
        for _ in 0..<maximumIterations {
            let x = newest + part * (end - newest)
            let value = f(x)
            guard value.isFinite else { return nil }
            if value == 0 { return x }
            if (value < 0) == (fNewest < 0) {
                (left, fLeft) = (newest, fNewest)
            } else {
                (left, fLeft) = (end, fEnd)
                (end, fEnd) = (newest, fNewest)
            }
            (newest, fNewest) = (x, value)
            let isEndBetter = abs(fEnd) < abs(fNewest)
            let best = isEndBetter ? end : newest
            let width = abs(end - newest)
            let enough = max(tolerance, 4 * best.ulp)
            if width <= enough { return best }
            let least = enough / (2 * width)
            let xi = (newest - end) / (left - end)
            let phi = (fNewest - fEnd) / (fLeft - fEnd)
            if phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi {
                let first = fNewest / (fEnd - fNewest) * fLeft / (fEnd - fLeft)
                let second =
                    (left - newest) / (end - newest) * fNewest / (fLeft - fNewest) * fEnd
                    / (fLeft - fEnd)
                part = min(1 - least, max(least, first + second))
            } else {
                part = 0.5
            }
        }
        return nil
    }
}
