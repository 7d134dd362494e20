/// Eight doubles that one kernel works on: eight satellites at an instant, or one at eight instants.
typealias Lanes = SIMD8<Double>

/// Sine and cosine of eight angles at once, without a call, a branch, a selection or a table.
///
/// Half the angle is reduced to −π/4...π/4 by j = round(x/π) and three parts of π/2, of which the
/// first two have 33 bits each, so that their products with j < 2²⁰ are exact; then
///
/// ```
/// r = x/2 − j π/2                             z = r²
/// s = r + r z (S₁ + … + S₆ z⁵)              c = 1 − z/2 + z² (C₁ + … + C₅ z⁴)
/// sin x = (−1)^j 2 s c                        cos x = (−1)^j (1 − 2 s²)
/// ```
///
/// with coefficients of least largest error on |r| ≤ π/4, 3.5e-18 (relative) and 7.8e-17. Reducing
/// the angle itself would leave four quadrants, in which sine and cosine change places: without
/// vector instructions beyond the least common ones that selection costs as much as all the rest.
/// Both results stay within 4.5e-16 of the true ones for |x| ≤ ``largestAngle``, 2 units in the last
/// place of 1. Each operation is the plain one of IEEE 754 on each lane; no lane sees its neighbours,
/// and no fused multiplication makes one machine differ from another.
///
/// - Note: Cody and Waite, "Software Manual for the Elementary Functions" (1980), chapter 8, for the
///   reduction; Remez's algorithm for the coefficients.
enum VectorTrigonometry {
    /// The largest magnitude of an angle [rad]; a little below 2²⁰ half turns.
    static let largestAngle = 3_294_000.0

    /// The largest magnitude of an angle that ``sineCosineAsReduced(_:)`` takes [rad].
    static let largestReducedAngle = 1e8

    /// Adding and subtracting it rounds a small number to an integer, to be found in the low bits.
    @inline(__always) private static var rounder: Double { 6_755_399_441_055_744 }

    /// Sines and cosines of angles up to ``largestAngle`` [rad].
    @inline(__always)
    static func sineCosine(_ x: Lanes) -> (sine: Lanes, cosine: Lanes) {
        let shifted = x * 0x1.45f306dc9c883p-2 + rounder
        let j = shifted - rounder
        let first = x * 0.5 - j * 0x1.921fb54400000p+0
        let second = first - j * 0x1.0b4611a600000p-34
        let r = second - j * 0x1.3198a2e037073p-69
        return doubled(shifted, r)
    }

    /// Sines and cosines of what is left of angles when the nearest `Double` of 2π is taken off as
    /// often as it goes, as the published theory does with the mean latitude.
    ///
    /// After a thousand turns the difference to the true 2π has grown to 2.4e-13 rad.
    @inline(__always)
    static func sineCosineAsReduced(_ x: Lanes) -> (sine: Lanes, cosine: Lanes) {
        let shifted = x * 0x1.45f306dc9c883p-2 + rounder
        let j = shifted - rounder
        let r = (x * 0.5 - j * 0x1.921fb54000000p+0) - j * 0x1.10b4600000000p-30
        return doubled(shifted, r)
    }

    /// Sines and cosines of angles within −π/4...π/4 [rad].
    @inline(__always)
    static func reducedSineCosine(_ r: Lanes) -> (sine: Lanes, cosine: Lanes) {
        let z = r * r
        var s = z * 1.5896795803686924e-10 - 2.5050758119179858e-08
        s = s * z + 2.755731369195365e-06
        s = s * z - 0.00019841269829807949
        s = s * z + 0.008333333333322413
        s = s * z - 0.16666666666666632
        var c = z * 2.064769301343391e-09 - 2.755556644359743e-07
        c = c * z + 2.4801580967943985e-05
        c = c * z - 0.0013888888878265998
        c = c * z + 0.041666666666602195
        let sine = r + r * z * s
        let cosine = (1 - z * 0.5) + z * z * c
        return (sine, cosine)
    }

    /// Sines and cosines of angles up to 1/4 rad: Taylor's series, off by 6.4e-15 and 1.3e-16.
    @inline(__always)
    static func quarterSineCosine(_ r: Lanes) -> (sine: Lanes, cosine: Lanes) {
        let z = r * r
        var s = z * (1.0 / 362_880) - 1.0 / 5_040
        s = s * z + 1.0 / 120
        s = s * z - 1.0 / 6
        var c = 1.0 / 40_320 - z * (1.0 / 3_628_800)
        c = c * z - 1.0 / 720
        c = c * z + 1.0 / 24
        c = c * z - 0.5
        return (r + r * z * s, 1 + c * z)
    }

    /// Sines and cosines of angles up to 1/16 rad: Taylor's series, off by 7.3e-13 and 5.8e-15.
    @inline(__always)
    static func sixteenthSineCosine(_ r: Lanes) -> (sine: Lanes, cosine: Lanes) {
        let z = r * r
        let s = (z * (1.0 / 120) - 1.0 / 6) * z
        let c = ((1.0 / 24 - z * (1.0 / 720)) * z - 0.5) * z
        return (r + r * s, 1 + c)
    }

    /// Sines and cosines of angles up to 1e-3 rad: Taylor's series, off by 9e-18 and 4.2e-14.
    @inline(__always)
    static func tinySineCosine(_ r: Lanes) -> (sine: Lanes, cosine: Lanes) {
        let z = r * r
        return (r - r * z * (1.0 / 6), 1 - z * 0.5)
    }

    /// Doubles a remainder and gives its sine and cosine the sign of the half turns taken off.
    @inline(__always)
    private static func doubled(_ shifted: Lanes, _ r: Lanes) -> (sine: Lanes, cosine: Lanes) {
        let (s, c) = reducedSineCosine(r)
        let twice = s + s
        let sign = unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< 63
        let sine = unsafeBitCast(twice * c, to: SIMD8<UInt64>.self) ^ sign
        let cosine = unsafeBitCast(1 - twice * s, to: SIMD8<UInt64>.self) ^ sign
        return (
            unsafeBitCast(sine, to: Lanes.self), unsafeBitCast(cosine, to: Lanes.self)
        )
    }
}
