/// The mean orbit of one satellite, carried to an epoch that it shares with others.
///
/// The secular rates of J2 and J4 turn the node, the perigee and the mean anomaly; drag is left out,
/// since a satellite on station makes up for it.
struct MeanOrbit {
    /// Place of the satellite in the list that it comes from.
    let satellite: Int

    /// Catalogue number.
    let catalogNumber: CatalogNumber

    /// The catalogue number shuffled, for drawing lots: Fibonacci hashing.
    ///
    /// - Note: Knuth, "The Art of Computer Programming", volume 3, section 6.4.
    var lot: UInt32 { catalogNumber.rawValue &* 2_654_435_769 }

    /// Inclination [rad].
    let inclinationRad: Double

    /// Semi-major axis less the Earth's radius [km].
    let heightKm: Double

    /// Right ascension of the ascending node, 0..<2π [rad]; 0 for an orbit along the equator.
    let raanRad: Double

    /// Mean argument of latitude, that is of perigee plus the mean anomaly, 0..<2π [rad]; the mean
    /// longitude for an orbit along the equator, whose node is not defined.
    let argumentOfLatitudeRad: Double

    /// Below this inclination the node says nothing [rad].
    static let equatorialInclinationRad = 1 * Double.pi / 180

    /// Carries the elements of a satellite to an epoch.
    ///
    /// - Throws: What ``BrouwerElements`` throws.
    init(
        _ elements: ElementSet, satellite: Int, at epoch: Instant, gravity: GravityModel
    ) throws(SGP4Error) {
        let orbit = try BrouwerElements(elements, gravity: gravity)
        let rates = SecularRates(orbit: orbit, gravity: gravity)
        let minutes = epoch.minutes(since: elements.epoch)
        self.satellite = satellite
        catalogNumber = elements.catalogNumber
        inclinationRad = orbit.inclo
        heightKm = (orbit.ao - 1) * gravity.earthRadiusKm
        let node = elements.raanRad + rates.nodedot * minutes
        let along =
            elements.argumentOfPerigeeRad + elements.meanAnomalyRad
            + (rates.argpdot + rates.mdot) * minutes
        let isEquatorial = inclinationRad < Self.equatorialInclinationRad
        raanRad = isEquatorial ? 0 : Angle.wrapped(node)
        argumentOfLatitudeRad = Angle.wrapped(isEquatorial ? node + along : along)
    }
}
