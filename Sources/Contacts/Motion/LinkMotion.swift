/// How the length of a link goes between two times at which both ends' places are known.
///
/// With r the vector between the ends, ℓ = |r|:
///
/// ```
/// ℓ'' = (|r'|² − ℓ'²) / ℓ + (r / ℓ) · r''
/// −A  ≤  ℓ''  ≤  K = v² / ℓ_min + A
/// A   = the sum of both ends' greatest accelerations
/// v   = |r₁ − r₀| / h + A h / 2       bounds |r'|, whose mean is the first term
/// ℓ_min = min(ℓ₀, ℓ₁) − v h / 2
/// ```
///
/// So the length lies within K h² / 8 below and A h² / 8 above the chord through its ends' values.
struct LinkMotion {
    /// Length at the first time [km].
    var startKm: Double

    /// Length at the second time [km].
    var endKm: Double

    /// Upper bound of ℓ'' [km/s²]; infinite where the ends may meet.
    var bendKmPerS2: Double

    /// Upper bound of −ℓ'' [km/s²].
    var sagKmPerS2: Double

    /// The motion between vectors that are `h` seconds apart.
    @inline(__always)
    init(
        from r0: SIMD3<Double>, to r1: SIMD3<Double>, h: Double, accelerationKmPerS2 a: Double
    ) {
        startKm = (r0 * r0).sum().squareRoot()
        endKm = (r1 * r1).sum().squareRoot()
        let d = r1 - r0
        let speed = (d * d).sum().squareRoot() / h + a * h / 2
        let least = min(startKm, endKm) - speed * h / 2
        bendKmPerS2 = least > 0 ? speed * speed / least + a : .infinity
        sagKmPerS2 = a
    }
}
