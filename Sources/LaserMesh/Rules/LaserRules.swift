import Orbits

/// When two satellites may be joined by a laser.
public struct LaserRules: Sendable, Hashable {
    /// The longest link [km].
    public var maxRangeKm: Double

    /// The height that no point of the link may be below [km].
    public var grazingAltitudeKm: Double

    /// The Earth over which that height is measured.
    public var clearance: Clearance

    /// The terminals of each satellite; `nil` for as many as the topology likes, that point anywhere.
    ///
    /// The mesh builders ask nothing of them: whether a terminal is free depends on what came before,
    /// and a ``LaserPlanner`` settles it for a whole window.
    public var terminals: LaserTerminals?

    /// Creates rules; without arguments, any line that stays 80 km above WGS-84.
    public init(
        maxRangeKm: Double = .infinity, grazingAltitudeKm: Double = 80,
        earth ellipsoid: Ellipsoid = .wgs84
    ) {
        self.maxRangeKm = maxRangeKm
        self.grazingAltitudeKm = grazingAltitudeKm
        clearance = Clearance(over: ellipsoid)
    }

    /// Whether the rules allow a link of a length between two Earth-fixed positions [km].
    ///
    /// A position of NaN allows none.
    public func allow(lengthKm: Double, from a: SIMD3<Double>, to b: SIMD3<Double>) -> Bool {
        lengthKm <= maxRangeKm
            && clearance.isClear(ofHeightKm: grazingAltitudeKm, from: a, to: b)
    }
}
