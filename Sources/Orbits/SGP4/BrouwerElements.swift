#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The checked elements of one satellite, with the Brouwer mean motion recovered from the Kozai one.
///
/// An element set gives the mean motion in Kozai's sense, which holds the secular J2 drift of the
/// mean anomaly. The semi-major axis belongs to Brouwer's, which is found by the same two steps as in
/// SGP4:
///
/// ```
/// a₁ = (ke / n)^(2/3)                   δ₁ = D / a₁²
/// a₀ = a₁ (1 − δ₁/3 − δ₁² − 134 δ₁³/81)   δ₀ = D / a₀²      n″ = n / (1 + δ₀)
/// D  = ¾ J2 (3 cos² i − 1) / (1 − e²)^(3/2)
/// ```
///
/// - Note: Hoots and Roehrich, Spacetrack Report #3 (1980), section 6; Kozai 1959,
///   DOI 10.1086/107957; Brouwer 1959, DOI 10.1086/107958.
struct BrouwerElements: Sendable {
    /// Eccentricity.
    let ecco: Double

    /// Inclination [rad].
    let inclo: Double

    /// Brouwer mean motion [rad/min].
    let no: Double

    /// Semi-major axis [Earth radii].
    let ao: Double

    /// Cosine of the inclination.
    let cosio: Double

    /// Sine of the inclination.
    let sinio: Double

    /// 1 − e².
    let omeosq: Double

    /// √(1 − e²).
    let rteosq: Double

    /// Reciprocal of the square of the semi-latus rectum [1/Earth radii²].
    let pinvsq: Double

    /// Perigee radius [Earth radii].
    var rp: Double { ao * (1 - ecco) }

    /// Checks the elements and recovers the Brouwer mean motion.
    ///
    /// - Throws: ``SGP4Error/meanEccentricity`` when the eccentricity is not in 0..<1,
    ///   ``SGP4Error/meanMotion`` when the mean motion, as given or as recovered, is not positive and
    ///   finite, ``SGP4Error/outOfDomain`` when another element or the epoch is not finite.
    init(_ elements: ElementSet, gravity: GravityModel) throws(SGP4Error) {
        let rest = [
            elements.inclinationRad, elements.raanRad, elements.argumentOfPerigeeRad,
            elements.meanAnomalyRad, elements.bstarPerEarthRadius, elements.epoch.julianDate,
            elements.epoch.dayFraction,
        ]
        guard elements.eccentricity >= 0, elements.eccentricity < 1 else {
            throw .meanEccentricity
        }
        guard elements.meanMotionRadPerMin > 0, elements.meanMotionRadPerMin.isFinite else {
            throw .meanMotion
        }
        guard rest.allSatisfy(\.isFinite) else { throw .outOfDomain }

        ecco = elements.eccentricity
        inclo = elements.inclinationRad
        cosio = cos(inclo)
        sinio = sin(inclo)
        omeosq = 1 - ecco * ecco
        rteosq = omeosq.squareRoot()

        let kozai = elements.meanMotionRadPerMin
        let ak = pow(gravity.xke / kozai, 2.0 / 3)
        let d1 = 0.75 * gravity.j2 * (3 * cosio * cosio - 1) / (rteosq * omeosq)
        let del1 = d1 / (ak * ak)
        let adel = ak * (1 - del1 * del1 - del1 * (1.0 / 3 + 134 * del1 * del1 / 81))
        no = kozai / (1 + d1 / (adel * adel))
        guard no > 0, no.isFinite else { throw .meanMotion }

        ao = pow(gravity.xke / no, 2.0 / 3)
        let po = ao * omeosq
        pinvsq = 1 / (po * po)
        guard ao.isFinite, pinvsq.isFinite else { throw .meanMotion }
    }
}
