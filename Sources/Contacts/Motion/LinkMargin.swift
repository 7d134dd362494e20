import LaserMesh

/// One rule that a link must obey, as a number that is not negative while it does, between two times.
struct LinkMargin {
    /// The margin at the first time [km].
    var start: Double

    /// The margin at the second time [km].
    var end: Double

    /// Bound of the margin's second derivative [km/s²]; `nil` where only its rate is bounded.
    var bendKmPerS2: Double?

    /// Bound of the margin's rate [km/s].
    var rateKmPerS: Double

    /// Whether the margin keeps its sign for certain over `h` seconds.
    func keepsSign(over h: Double) -> Bool {
        guard (start < 0) == (end < 0) else { return false }
        let (a, b) = (abs(start), abs(end))
        if a + b > rateKmPerS * h { return true }
        guard let bend = bendKmPerS2 else { return false }
        return Chord.staysPositive(a, b, bend: bend, over: h)
    }

    /// Whether the margin changes its sign exactly once over `h` seconds, for certain.
    func crossesOnce(over h: Double) -> Bool {
        guard (start < 0) != (end < 0), let bend = bendKmPerS2 else { return false }
        return abs(end - start) / h > bend * h / 2
    }
}

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
