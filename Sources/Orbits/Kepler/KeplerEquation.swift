#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Kepler's equation, M = E − e sin E.
enum KeplerEquation {
    /// The eccentric anomaly of a mean anomaly [rad], in −π...π.
    ///
    /// Newton's method from the side of the root where the function is convex, so that the steps
    /// never change sign: it converges for every eccentricity in 0..<1. The plain form E − e sin E
    /// loses half its digits where e is near 1 and E near 0; here it is
    /// (1 − e) E + e (E − sin E), the latter by its series.
    ///
    /// - Parameters:
    ///   - meanAnomalyRad: Mean anomaly [rad]; any finite value.
    ///   - eccentricity: Eccentricity, 0..<1.
    /// - Complexity: O(1); five rounds for e < 0.1, sixty at the very worst.
    static func eccentricAnomaly(meanAnomalyRad: Double, eccentricity e: Double) -> Double {
        let wrapped = meanAnomalyRad.remainder(dividingBy: 2 * .pi)
        let m = abs(wrapped)
        var anomaly = min(.pi, m + e)
        for _ in 0..<100 {
            let half = sin(anomaly / 2)
            let slope = (1 - e) + 2 * e * half * half
            guard slope > 0 else { break }
            let residual = (1 - e) * anomaly + e * excess(anomaly) - m
            let next = anomaly - residual / slope
            // Below the root only rounding is left.
            guard next < anomaly else { break }
            anomaly = max(next, 0)
        }
        return wrapped < 0 ? -anomaly : anomaly
    }

    /// x − sin x for x in 0...π, without cancellation.
    private static func excess(_ x: Double) -> Double {
        guard x < 0.5 else { return x - sin(x) }
        let square = x * x
        var term = x * square / 6
        var sum = term
        for k in stride(from: 4.0, through: 16, by: 2) {
            term *= -square / (k * (k + 1))
            sum += term
        }
        return sum
    }
}
