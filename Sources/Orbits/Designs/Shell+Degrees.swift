extension Shell {
    /// Creates a shell of circular orbits from the numbers of a filing, in degrees and kilometres.
    ///
    /// - Parameters:
    ///   - name: Name, the first part of its satellites' names.
    ///   - planes: Number of orbital planes.
    ///   - slots: Number of satellites in each plane.
    ///   - inclinationDeg: Inclination [deg].
    ///   - altitudeKm: Height over the equatorial radius [km]; see
    ///     ``meanMotionRadPerMin(altitudeKm:gravity:)``.
    ///   - phasing: Shift of the slots from plane to plane.
    ///   - raanSpreadDeg: 360 for a Walker delta, 180 for a Walker star [deg].
    ///   - gravity: The gravity model that turns the height into a mean motion.
    public init(
        name: String, planes: Int, slots: Int, inclinationDeg: Double, altitudeKm: Double,
        phasing: Phasing = .walker(0), raanSpreadDeg: Double = 360, gravity: GravityModel = .wgs72
    ) {
        self.init(
            name: name, planes: planes, slots: slots, inclinationRad: inclinationDeg * (.pi / 180),
            meanMotionRadPerMin: Self.meanMotionRadPerMin(
                altitudeKm: altitudeKm, gravity: gravity),
            phasing: phasing, raanSpreadRad: raanSpreadDeg * (.pi / 180))
    }
}
