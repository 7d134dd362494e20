/// The grid of 2⁻³⁰ km, a little under a micrometre, on which all link lengths of a mesh lie.
///
/// Lengths on a binary grid add up without rounding as long as the sum stays below 2²³ km
/// (8.4 million km). A route's length is therefore the same from either end and by every
/// algorithm, and two routes are equally long exactly when their lengths are: ties are real, and
/// not an accident of the order of summation. The rounding of at most 0.47 µm a link, 1.6 fs of
/// light, is far below what positions are worth, and above their own rounding errors of 1e-12 km.
public enum LengthGrid {
    /// The step of the grid [km].
    public static let stepKm = 0x1p-30

    /// The length on the grid that is nearest to a length below 2²¹ km; NaN stays NaN.
    ///
    /// Adding 1.5 · 2²² leaves no bits below the step, whatever the instruction set.
    @inlinable @inline(__always)
    public static func nearest(km: Double) -> Double { (km + 0x1.8p22) - 0x1.8p22 }
}
