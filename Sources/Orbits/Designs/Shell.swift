/// A regular shell: planes of equal inclination and height, each with the same number of slots.
///
/// Satellites are counted plane-major: slot s of plane p has the index `p * slots + s`.
public struct Shell: Sendable, Hashable {
    /// Name, the first part of its satellites' names.
    public var name: String

    /// Number of orbital planes.
    public var planes: Int

    /// Number of satellites in each plane.
    public var slots: Int

    /// Inclination [rad].
    public var inclinationRad: Double

    /// Mean motion, as an element set carries it [rad/min].
    public var meanMotionRadPerMin: Double

    /// Shift of the slots from plane to plane.
    public var phasing: Phasing

    /// Range of right ascension over which the planes are spread: 2π for a Walker delta, π for a
    /// Walker star [rad]. Plane p stands at p/planes of it.
    public var raanSpreadRad: Double

    /// Right ascension of plane 0 [rad].
    public var raanOffsetRad: Double

    /// Eccentricity.
    public var eccentricity: Double

    /// Argument of perigee [rad].
    public var argumentOfPerigeeRad: Double

    /// Mean anomaly of slot 0 of plane 0 [rad].
    public var meanAnomalyOffsetRad: Double

    /// Creates a shell from its mean motion [rad/min].
    public init(
        name: String, planes: Int, slots: Int, inclinationRad: Double, meanMotionRadPerMin: Double,
        phasing: Phasing = .walker(0), raanSpreadRad: Double = 2 * .pi, raanOffsetRad: Double = 0,
        eccentricity: Double = 0, argumentOfPerigeeRad: Double = 0, meanAnomalyOffsetRad: Double = 0
    ) {
        precondition(planes >= 1 && slots >= 1)
        self.name = name
        self.planes = planes
        self.slots = slots
        self.inclinationRad = inclinationRad
        self.meanMotionRadPerMin = meanMotionRadPerMin
        self.phasing = phasing
        self.raanSpreadRad = raanSpreadRad
        self.raanOffsetRad = raanOffsetRad
        self.eccentricity = eccentricity
        self.argumentOfPerigeeRad = argumentOfPerigeeRad
        self.meanAnomalyOffsetRad = meanAnomalyOffsetRad
    }

    /// The number of satellites.
    public var satelliteCount: Int { planes * slots }

    /// Whether the planes go all the way round, so that the last one is a neighbour of the first.
    public var isFullCircle: Bool { abs(raanSpreadRad - 2 * .pi) < 1e-9 }

    /// The mean motion of a circular orbit by Kepler's third law [rad/min].
    ///
    /// The height is counted from the equatorial radius of the gravity model. SGP4 orbits with that
    /// mean motion fly within 3 km of that height; a mean motion that a paper states need not fit
    /// the height that it states (15.19 rev/day is 509 km, not 550).
    public static func meanMotionRadPerMin(altitudeKm: Double, gravity: GravityModel) -> Double {
        let a = gravity.earthRadiusKm + altitudeKm
        return 60 * (gravity.muKm3PerS2 / (a * a * a)).squareRoot()
    }

    /// The element sets of all satellites at an epoch, plane-major.
    ///
    /// - Parameters:
    ///   - epoch: Epoch of every element set.
    ///   - firstCatalogNumber: Catalogue number of the first satellite; the others follow.
    /// - Complexity: O(satellites).
    public func elementSets(epoch: Instant, firstCatalogNumber: UInt32 = 1) -> [ElementSet] {
        var sets: [ElementSet] = []
        sets.reserveCapacity(satelliteCount)
        for plane in 0..<planes {
            let raan = raanOffsetRad + raanSpreadRad * Double(plane) / Double(planes)
            let offset = phasing.offsetSlots(plane: plane, of: planes)
            for slot in 0..<slots {
                let turns = (Double(slot) + offset) / Double(slots)
                sets.append(
                    ElementSet(
                        name: "\(name)-\(plane)-\(slot)",
                        catalogNumber: CatalogNumber(firstCatalogNumber + UInt32(sets.count)),
                        epoch: epoch, inclinationRad: inclinationRad,
                        raanRad: Self.wrapped(raan), eccentricity: eccentricity,
                        argumentOfPerigeeRad: Self.wrapped(argumentOfPerigeeRad),
                        meanAnomalyRad: Self.wrapped(
                            meanAnomalyOffsetRad + 2 * .pi * (turns - turns.rounded(.down))),
                        meanMotionRadPerMin: meanMotionRadPerMin))
            }
        }
        return sets
    }

    /// The slot of plane 0 that stands nearest to a slot of the last plane across the seam, less
    /// that slot's number.
    ///
    /// Going once round shifts the pattern by `planes` times the phasing: F slots for Walker's F,
    /// none for half slots that alternate, the nearest whole number for any other fraction, and the
    /// smaller one of two that are equally near.
    public var seamShiftSlots: Int {
        switch phasing {
        case .walker(let f): return f
        case .halfSlot: return 0
        case .slotFraction(let fraction):
            let shift = fraction * Double(planes)
            let nearest = shift.rounded(.down)
            return Int(shift - nearest > 0.5 + 1e-9 ? nearest + 1 : nearest)
        }
    }

    private static func wrapped(_ angle: Double) -> Double {
        let rest = angle.truncatingRemainder(dividingBy: 2 * .pi)
        return rest < 0 ? rest + 2 * .pi : rest
    }
}
