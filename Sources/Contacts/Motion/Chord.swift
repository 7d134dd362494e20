/// What a chord and a bound of the second derivative say about a function.
enum Chord {
    /// Whether a function with these positive values at both ends, whose second derivative is
    /// nowhere above `bend`, is positive in between.
    ///
    /// It is above `a (1 − s) + b s − c s (1 − s)` with `c = bend h² / 2`, a parabola in `s`.
    @inline(__always)
    static func staysPositive(_ a: Double, _ b: Double, bend: Double, over h: Double) -> Bool {
        let c = bend * h * h / 2
        if c <= 0 { return a > 0 && b > 0 }
        guard c < .infinity else { return false }
        let s = max(0, min(1, (a - b + c) / (2 * c)))
        return a * (1 - s) + b * s - c * s * (1 - s) > 0
    }
}
