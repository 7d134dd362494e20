/// Bounds of the first and second derivative of a margin over an interval of time.
struct CurveBounds {
    /// No steeper than this [1/s, in the curve's unit].
    var slope: Double

    /// No more bent than this [1/s², in the curve's unit]; infinite where it is not known.
    var curvature: Double

    /// The greatest value that a curve may take between two points of it.
    ///
    /// A curve with |f″| ≤ M departs from its chord by no more than M (t − t₀)(t₁ − t) / 2. Chord and
    /// parabola together are greatest at an end when the chord is steeper than M h / 2, and else at
    ///
    /// ```
    /// (f₀ + f₁)/2 + M h²/8 + (f₁ − f₀)²/(2 M h²)
    /// ```
    ///
    /// A curve with |f′| ≤ L is nowhere above (f₀ + f₁)/2 + L h/2. The smaller of both counts.
    func greatest(_ f0: Double, _ f1: Double, overS h: Double) -> Double {
        let difference = abs(f1 - f0)
        let end = max(f0, f1)
        let bend = curvature * h * h
        if difference >= bend / 2 { return end }
        let middle = (f0 + f1) / 2
        let bySlope = middle + slope * h / 2
        guard bend.isFinite else { return max(end, bySlope) }
        return max(
            end, min(bySlope, middle + bend / 8 + difference * difference / (2 * bend)))
    }

    /// The least value that a curve may take between two points of it.
    func least(_ f0: Double, _ f1: Double, overS h: Double) -> Double {
        -greatest(-f0, -f1, overS: h)
    }

    /// Whether a curve between two points of it has a derivative that never changes its sign.
    ///
    /// The derivative equals the chord's somewhere, and is no farther from it than M h elsewhere.
    /// `error` is what the difference of both values may err by.
    func isMonotone(_ f0: Double, _ f1: Double, overS h: Double, error: Double) -> Bool {
        abs(f1 - f0) - error > curvature * h * h
    }
}
