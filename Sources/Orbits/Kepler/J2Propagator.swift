#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Kepler motion on an ellipse that J2 turns: the cheap alternative to ``SGP4``.
///
/// ```
/// dΩ/dt = −3/2 n J2 (R/p)² cos i
/// dω/dt =  3/4 n J2 (R/p)² (5 cos² i − 1)
/// dM/dt =  n + 3/4 n J2 (R/p)² √(1 − e²) (3 cos² i − 1)
/// ```
///
/// with p = a (1 − e²) and n² a³ = µ. The mean motion of an element set is Kozai's, which holds the
/// second term of dM/dt; n and a are recovered from it by the steps of SGP4, so that the period is
/// the one of the element set. Drag, higher harmonics and short-periodic terms are left out: over one
/// orbit of a shell at 550 km the position stays within 13 km of SGP4's without drag, and a day adds
/// 1 km.
///
/// The velocity is the derivative of the position, the turning of the ellipse included.
///
/// - Note: Vallado, "Fundamentals of Astrodynamics and Applications", section 9.6; Kozai 1959,
///   DOI 10.1086/107957.
public struct J2Propagator: Propagator {
    /// The epoch of the elements.
    public let epoch: Instant

    /// Semi-major axis [km].
    public let semiMajorAxisKm: Double

    /// Eccentricity.
    public let eccentricity: Double

    /// Inclination [rad].
    public let inclinationRad: Double

    /// Rate of the mean anomaly, its J2 drift included [rad/min].
    public let meanAnomalyRateRadPerMin: Double

    /// Rate of the argument of perigee [rad/min].
    public let argumentOfPerigeeRateRadPerMin: Double

    /// Rate of the right ascension of the ascending node [rad/min].
    public let raanRateRadPerMin: Double

    private let meanAnomalyRad: Double
    private let argumentOfPerigeeRad: Double
    private let raanRad: Double
    private let cosInclination: Double
    private let sinInclination: Double
    private let rootOneMinusE2: Double

    /// Prepares the motion of an element set.
    ///
    /// - Parameters:
    ///   - elements: The mean elements; the drag term is ignored.
    ///   - gravity: The gravity model, of which J2, the radius and the parameter are used.
    /// - Throws: ``SGP4Error/meanEccentricity`` when the eccentricity is not in 0..<1,
    ///   ``SGP4Error/meanMotion`` when the mean motion is not positive and finite,
    ///   ``SGP4Error/subOrbital`` when the perigee lies below the surface, and
    ///   ``SGP4Error/outOfDomain`` when another element is not finite.
    /// - Complexity: O(1).
    public init(_ elements: ElementSet, gravity: GravityModel = .wgs72) throws(SGP4Error) {
        let orbit = try BrouwerElements(elements, gravity: gravity)
        guard orbit.rp >= 1 else { throw .subOrbital }
        let factor = 0.75 * orbit.no * gravity.j2 * orbit.pinvsq
        let cosio2 = orbit.cosio * orbit.cosio

        epoch = elements.epoch
        semiMajorAxisKm = orbit.ao * gravity.earthRadiusKm
        eccentricity = orbit.ecco
        inclinationRad = orbit.inclo
        meanAnomalyRateRadPerMin = orbit.no + factor * orbit.rteosq * (3 * cosio2 - 1)
        argumentOfPerigeeRateRadPerMin = factor * (5 * cosio2 - 1)
        raanRateRadPerMin = -2 * factor * orbit.cosio
        meanAnomalyRad = elements.meanAnomalyRad
        argumentOfPerigeeRad = elements.argumentOfPerigeeRad
        raanRad = elements.raanRad
        cosInclination = orbit.cosio
        sinInclination = orbit.sinio
        rootOneMinusE2 = orbit.rteosq
    }

    /// Propagates the satellite and returns its inertial state.
    ///
    /// - Parameter minutes: Time since ``epoch`` [min]; may be negative.
    /// - Returns: Position [km] and velocity [km/s] in TEME; always finite.
    /// - Throws: ``SGP4Error/outOfDomain`` when the time is not finite or so large that an angle is
    ///   not.
    /// - Complexity: O(1); allocates nothing.
    public func state(minutesSinceEpoch minutes: Double) throws(SGP4Error) -> TEMEState {
        let meanAnomaly = meanAnomalyRad + meanAnomalyRateRadPerMin * minutes
        let argument = argumentOfPerigeeRad + argumentOfPerigeeRateRadPerMin * minutes
        let raan = raanRad + raanRateRadPerMin * minutes
        guard meanAnomaly.isFinite, argument.isFinite, raan.isFinite else { throw .outOfDomain }

        let anomaly = KeplerEquation.eccentricAnomaly(
            meanAnomalyRad: meanAnomaly, eccentricity: eccentricity)
        let (sinE, cosE) = (sin(anomaly), cos(anomaly))
        let minor = semiMajorAxisKm * rootOneMinusE2
        // On the ellipse: x to the perigee, y a quarter of a turn ahead.
        let x = semiMajorAxisKm * (cosE - eccentricity)
        let y = minor * sinE
        let anomalyRate = meanAnomalyRateRadPerMin / (1 - eccentricity * cosE)
        let vx = -semiMajorAxisKm * sinE * anomalyRate - argumentOfPerigeeRateRadPerMin * y
        let vy = minor * cosE * anomalyRate + argumentOfPerigeeRateRadPerMin * x

        let (sinArgument, cosArgument) = (sin(argument), cos(argument))
        let (sinRaan, cosRaan) = (sin(raan), cos(raan))
        let towardsPerigee = SIMD3(
            cosRaan * cosArgument - sinRaan * sinArgument * cosInclination,
            sinRaan * cosArgument + cosRaan * sinArgument * cosInclination,
            sinArgument * sinInclination)
        let ahead = SIMD3(
            -cosRaan * sinArgument - sinRaan * cosArgument * cosInclination,
            -sinRaan * sinArgument + cosRaan * cosArgument * cosInclination,
            cosArgument * sinInclination)
        let position = towardsPerigee * x + ahead * y
        let onEllipse = towardsPerigee * vx + ahead * vy
        let velocityPerMin =
            onEllipse
            + SIMD3(-raanRateRadPerMin * position.y, raanRateRadPerMin * position.x, 0)
        return TEMEState(positionKm: position, velocityKmPerS: velocityPerMin / 60)
    }
}
