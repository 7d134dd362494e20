/// Finds all instants at which a margin changes its sign, by halving time until bounds decide.
///
/// Between two instants whose values have one sign the curve is left alone when its bounds keep it
/// from reaching zero; between two whose values differ in sign one root is sought when its bounds make
/// it monotone. What neither settles is halved, down to ``resolutionS``. Hence a sign that the margin
/// keeps for longer than that is never missed: an interval that is given up is no longer than
/// ``resolutionS``, and every other one is proved.
///
/// Values are taken from the cubics; where such a value is not certain to have the sign of the true
/// one, it is taken from the orbit itself. A value at an instant depends on that instant alone, so that
/// neighbouring intervals agree on the sign at the instant between them.
struct CrossingSearch {
    /// Signs that last no longer than this may be missed [s].
    static let resolutionS = 1e-3

    /// The width of the last bracket of a root [s].
    static let toleranceS = 1e-9

    let orbits: ExactOrbits

    /// The margin at an instant, with the right sign; −∞ where there is none.
    @inline(__always)
    func value<Curve: MarginCurve>(of curve: Curve, at seconds: Double) -> CurveValue {
        if curve.error.isFinite {
            let value = curve.approximate(seconds)
            if abs(value) > 2 * curve.error { return CurveValue(value: value, error: curve.error) }
        }
        let value = curve.exact(seconds, orbits)
        return CurveValue(value: value.isNaN ? -.infinity : value, error: 0)
    }

    /// Appends the changes of sign between two instants, ascending.
    ///
    /// - Parameters:
    ///   - curve: The margin in an interval that holds both instants.
    ///   - t0: The first instant [s]; `f0` is ``value(of:at:)`` there.
    ///   - t1: The second instant [s]; `f1` likewise.
    ///   - crossings: Where to append.
    func appendCrossings<Curve: MarginCurve>(
        of curve: Curve, from t0: Double, _ f0: CurveValue, to t1: Double, _ f1: CurveValue,
        into crossings: inout [Crossing]
    ) {
        let h = t1 - t0
        guard h > 0 else { return }
        let bounds = curve.bounds(t0, t1)
        if f0.isUp == f1.isUp {
            let error = max(f0.error, f1.error)
            if f0.isUp, bounds.least(f0.value, f1.value, overS: h) > error { return }
            if !f0.isUp, bounds.greatest(f0.value, f1.value, overS: h) < -error { return }
            if h <= Self.resolutionS { return }
        } else if h <= Self.resolutionS
            || bounds.isMonotone(f0.value, f1.value, overS: h, error: f0.error + f1.error)
        {
            let root = root(of: curve, from: t0, f0.value, to: t1, f1.value, bounds)
            crossings.append(Crossing(seconds: root, rises: f1.isUp))
            return
        }
        let middle = t0 + h / 2
        let f = value(of: curve, at: middle)
        appendCrossings(of: curve, from: t0, f0, to: middle, f, into: &crossings)
        appendCrossings(of: curve, from: middle, f, to: t1, f1, into: &crossings)
    }

    /// The change of sign in a bracket.
    ///
    /// The root of the cubics' margin is as near as their error; from there two of Newton's steps with
    /// the true margin and the cubics' slope close. Where the slope is too flat for that,
    /// ``BracketedRoot`` finds the root of the true margin.
    private func root<Curve: MarginCurve>(
        of curve: Curve, from t0: Double, _ f0: Double, to t1: Double, _ f1: Double,
        _ bounds: CurveBounds
    ) -> Double {
        guard curve.error.isFinite, let start = approximateRoot(of: curve, t0, f0, t1, f1) else {
            return exactRoot(of: curve, t0, t1)
        }
        let reach = min(1e-2, (t1 - t0) / 4)
        let low = max(t0, start - reach)
        let high = min(t1, start + reach)
        let slope = (curve.approximate(high) - curve.approximate(low)) / (high - low)
        var t = start
        // A step of this length errs by less than the tolerance: by the bend of the curve over it,
        // and by the slope of the cubics, which is within some 1e-5 of the true one.
        let enough = min(
            (Self.toleranceS * abs(slope) / max(bounds.curvature, 1e-12)).squareRoot(), 1e-5)
        for _ in 0..<4 {
            let step = curve.exact(t, orbits) / slope
            guard step.isFinite, abs(step) < reach, t - step >= t0, t - step <= t1 else { break }
            t -= step
            if abs(step) < enough { return t }
        }
        return exactRoot(of: curve, t0, t1)
    }

    /// The root of the cubics' margin by false position with the Illinois rule; `nil` when its values
    /// at the ends do not differ in sign.
    @inline(__always)
    private func approximateRoot<Curve: MarginCurve>(
        of curve: Curve, _ t0: Double, _ f0: Double, _ t1: Double, _ f1: Double
    ) -> Double? {
        var (low, high, fLow, fHigh) = (t0, t1, f0, f1)
        guard fLow.isFinite, fHigh.isFinite, (fLow < 0) != (fHigh < 0) else { return nil }
        var side = 0
        for _ in 0..<60 {
            let t = (low * fHigh - high * fLow) / (fHigh - fLow)
            let f = curve.approximate(t)
            if f == 0 || high - low < 1e-7 { return t }
            if (f < 0) == (fLow < 0) {
                if abs(t - low) < 1e-7 { return t }
                (low, fLow) = (t, f)
                if side == -1 { fHigh /= 2 }
                side = -1
            } else {
                if abs(high - t) < 1e-7 { return t }
                (high, fHigh) = (t, f)
                if side == 1 { fLow /= 2 }
                side = 1
            }
        }
        return nil
    }

    /// The change of sign of the true margin in a bracket; by halving where the margin has no value at
    /// some instants.
    private func exactRoot<Curve: MarginCurve>(
        of curve: Curve, _ t0: Double, _ t1: Double
    ) -> Double {
        if let root = BracketedRoot.find(
            in: t0...t1, tolerance: Self.toleranceS, { curve.exact($0, orbits) })
        {
            return root
        }
        let isUp = value(of: curve, at: t0).isUp
        return Bisection.change(between: t0, and: t1, toleranceS: Self.toleranceS) {
            value(of: curve, at: $0).isUp == isUp
        }
    }
}
