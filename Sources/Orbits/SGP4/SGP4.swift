/// The analytic theory with which element sets are made: SGP4 near the Earth, SDP4 in deep space.
///
/// Deep space begins at a period of 225 minutes; from there on the Moon and the Sun act, and the
/// resonances of orbits of 12 and 24 hours.
///
/// The constants bear the published names:
///
/// | name | meaning |
/// |---|---|
/// | `ecco`, `inclo`, `nodeo`, `argpo`, `mo` | eccentricity, inclination, node, argument of perigee, mean anomaly at epoch |
/// | `no`, `ao`, `rp` | Brouwer mean motion, semi-major axis, perigee radius |
/// | `mdot`, `argpdot`, `nodedot` | secular rates |
/// | `cc1`…`cc5`, `d2`…`d4`, `t2cof`…`t5cof` | drag and its powers of time |
/// | `con41`, `x1mth2`, `x7thm1` | 3 cos² i − 1, 1 − cos² i, 7 cos² i − 1 |
/// | `aycof`, `xlcof` | long-period terms of J3 |
/// | `em`, `nm`, `am`, `argpm`, `nodem`, `mm` | mean elements at the time asked for |
/// | `ep`, `xincp`, `argpp`, `nodep`, `mp` | the same with the long periods of Moon and Sun |
/// | `axnl`, `aynl`, `eo1` | eccentricity vector, eccentric longitude |
/// | `mrt`, `su`, `xnode`, `xinc`, `mvt`, `rvdot` | osculating radius, argument of latitude, node, inclination, velocities |
///
/// Lengths are in Earth radii, times in minutes, angles in radians.
///
/// A set whose elements lead to an error at epoch can still have states at other times; the
/// initialiser therefore throws only where no time has a state, and ``epochError`` tells the rest.
///
/// - Note: Vallado, Crawford, Hujsak, Kelso, "Revisiting Spacetrack Report #3", AIAA 2006-6753,
///   DOI 10.2514/6.2006-6753; Hoots and Roehrich, Spacetrack Report #3 (1980).
public struct SGP4: Propagator {
    /// The epoch of the elements.
    public let epoch: Instant

    /// The gravity model.
    public let gravity: GravityModel

    /// The mode of operation.
    public let mode: OperationMode

    let orbit: BrouwerElements
    let nodeo: Double
    let argpo: Double
    let mo: Double
    let rates: SecularRates
    let drag: DragTerms
    let inclination: InclinationTerms
    let deepSpace: DeepSpace?

    let earthRadiusKm: Double
    let xke: Double
    let j2: Double
    let j3oj2: Double

    /// Initialises the theory from an element set.
    ///
    /// - Parameters:
    ///   - elements: The mean elements; any finite angles, eccentricity in 0..<1, mean motion > 0.
    ///   - gravity: The gravity model; element sets are fitted with ``GravityModel/wgs72``.
    ///   - mode: The mode of operation; it matters in deep space only.
    /// - Throws: ``SGP4Error/meanEccentricity`` when the eccentricity is not in 0..<1,
    ///   ``SGP4Error/meanMotion`` when the mean motion is not positive and finite,
    ///   ``SGP4Error/subOrbital`` when the drag has no bound on the orbit, and
    ///   ``SGP4Error/outOfDomain`` when another element is not finite or too large.
    /// - Complexity: O(1).
    public init(
        _ elements: ElementSet, gravity: GravityModel = .wgs72, mode: OperationMode = .improved
    ) throws(SGP4Error) {
        epoch = elements.epoch
        self.gravity = gravity
        self.mode = mode
        earthRadiusKm = gravity.earthRadiusKm
        xke = gravity.xke
        j2 = gravity.j2
        j3oj2 = gravity.j3 / gravity.j2

        orbit = try BrouwerElements(elements, gravity: gravity)
        nodeo = elements.raanRad
        argpo = elements.argumentOfPerigeeRad
        mo = elements.meanAnomalyRad
        rates = SecularRates(orbit: orbit, gravity: gravity)
        inclination = InclinationTerms(
            sinip: orbit.sinio, cosip: orbit.cosio, j3oj2: gravity.j3 / gravity.j2)
        let isDeepSpace = 2 * Double.pi / orbit.no >= 225
        drag = try DragTerms(
            orbit: orbit, bstar: elements.bstarPerEarthRadius, argpo: argpo, mo: mo,
            isDeepSpace: isDeepSpace, gravity: gravity)
        deepSpace =
            isDeepSpace
            ? try DeepSpace(
                elements, orbit: orbit, rates: rates, gravity: gravity, mode: mode) : nil
    }

    /// Whether the period is 225 minutes or more, where the Moon and the Sun act.
    public var isDeepSpace: Bool { deepSpace != nil }

    /// What the published initialisation reports of these elements, or `nil` when it is content.
    ///
    /// Code 5 when the perigee lies below the surface, as first published; else the code of the state
    /// at epoch. Neither keeps other times from having a state.
    public var epochError: SGP4Error? {
        if orbit.rp < 1 { return .subOrbital }
        do throws(SGP4Error) {
            _ = try state(minutesSinceEpoch: 0)
            return nil
        } catch {
            return error
        }
    }

    /// Propagates the satellite and returns its inertial state.
    ///
    /// - Parameter minutes: Time since ``epoch`` [min]; may be negative.
    /// - Returns: Position [km] and velocity [km/s] in TEME; always finite.
    /// - Throws: ``SGP4Error/meanEccentricity``, ``SGP4Error/meanMotion``,
    ///   ``SGP4Error/perturbedEccentricity``, ``SGP4Error/semiLatusRectum`` and
    ///   ``SGP4Error/decayed`` as published; ``SGP4Error/outOfDomain`` when the time is not finite or,
    ///   for a resonant orbit, further than ``ResonanceCursor/largestMinutes`` from the epoch.
    /// - Complexity: O(1); for a resonant orbit one step for each 720 min since the epoch. Allocates
    ///   nothing.
    /// - Note: AIAA 2006-6753, `sgp4`.
    public func state(minutesSinceEpoch minutes: Double) throws(SGP4Error) -> TEMEState {
        var cursor = ResonanceCursor()
        return try state(minutesSinceEpoch: minutes, resuming: &cursor)
    }
}
