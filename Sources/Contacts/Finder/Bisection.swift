/// Halving of time, for what is so at one instant and not at another.
enum Bisection {
    /// The first instant known not to be as the first one.
    ///
    /// - Parameters:
    ///   - t0: An instant at which `isAsBefore` is true [s].
    ///   - t1: A later one at which it is not [s].
    ///   - toleranceS: The width of the last bracket; no less than four units in the last place.
    ///   - isAsBefore: What is asked.
    static func change(
        between t0: Double, and t1: Double, toleranceS: Double, _ isAsBefore: (Double) -> Bool
    ) -> Double {
        var (low, high) = (t0, t1)
        while high - low > max(toleranceS, 4 * high.ulp) {
            let middle = low + (high - low) / 2
            if isAsBefore(middle) { low = middle } else { high = middle }
        }
        return high
    }
}
