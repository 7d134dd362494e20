/// The mean elements of one satellite, as a TLE or an OMM carries them, for SGP4.
///
/// Angles are in radians and the mean motion in radians a minute, the units of SGP4; degrees and
/// revolutions a day live in files only. The mean motion is the Kozai one, as published.
public struct ElementSet: Sendable, Hashable {
    /// Name of the object, without padding; empty when the file has none.
    public var name: String

    /// Catalogue number.
    public var catalogNumber: CatalogNumber

    /// Classification: `U`, `C` or `S`.
    public var classification: Character

    /// International designator as it stands in the file (`98067A`, `1998-067A`); may be empty.
    public var internationalDesignator: String

    /// Epoch of the elements.
    public var epoch: Instant

    /// First derivative of the mean motion, divided by two [rev/day²]; SGP4 does not use it.
    public var halfMeanMotionDotRevPerDay2: Double

    /// Second derivative of the mean motion, divided by six [rev/day³]; SGP4 does not use it.
    public var sixthMeanMotionDdotRevPerDay3: Double

    /// Drag term of SGP4 [1/Earth radii].
    public var bstarPerEarthRadius: Double

    /// Inclination [rad].
    public var inclinationRad: Double

    /// Right ascension of the ascending node, in TEME [rad].
    public var raanRad: Double

    /// Eccentricity, 0..<1.
    public var eccentricity: Double

    /// Argument of perigee [rad].
    public var argumentOfPerigeeRad: Double

    /// Mean anomaly at epoch [rad].
    public var meanAnomalyRad: Double

    /// Kozai mean motion [rad/min].
    public var meanMotionRadPerMin: Double

    /// Ephemeris type of the file; 0 for SGP4.
    public var ephemerisType: Int

    /// Running number of the element set.
    public var elementSetNumber: Int

    /// Revolution number at epoch.
    public var revolutionAtEpoch: Int

    /// Minutes in a day over 2π: a mean motion in rev/day is this times the one in rad/min.
    public static let revPerDayPerRadPerMin = 1_440 / (2 * Double.pi)

    /// Creates an element set from the mean elements, with nothing but zeros for the rest.
    public init(
        name: String = "", catalogNumber: CatalogNumber, epoch: Instant,
        inclinationRad: Double, raanRad: Double, eccentricity: Double,
        argumentOfPerigeeRad: Double, meanAnomalyRad: Double, meanMotionRadPerMin: Double,
        bstarPerEarthRadius: Double = 0, halfMeanMotionDotRevPerDay2: Double = 0,
        sixthMeanMotionDdotRevPerDay3: Double = 0, classification: Character = "U",
        internationalDesignator: String = "", ephemerisType: Int = 0, elementSetNumber: Int = 0,
        revolutionAtEpoch: Int = 0
    ) {
        self.name = name
        self.catalogNumber = catalogNumber
        self.classification = classification
        self.internationalDesignator = internationalDesignator
        self.epoch = epoch
        self.halfMeanMotionDotRevPerDay2 = halfMeanMotionDotRevPerDay2
        self.sixthMeanMotionDdotRevPerDay3 = sixthMeanMotionDdotRevPerDay3
        self.bstarPerEarthRadius = bstarPerEarthRadius
        self.inclinationRad = inclinationRad
        self.raanRad = raanRad
        self.eccentricity = eccentricity
        self.argumentOfPerigeeRad = argumentOfPerigeeRad
        self.meanAnomalyRad = meanAnomalyRad
        self.meanMotionRadPerMin = meanMotionRadPerMin
        self.ephemerisType = ephemerisType
        self.elementSetNumber = elementSetNumber
        self.revolutionAtEpoch = revolutionAtEpoch
    }

    /// Kozai mean motion [rev/day], for files.
    public var meanMotionRevPerDay: Double { meanMotionRadPerMin * Self.revPerDayPerRadPerMin }
}
