import Orbits

extension LaserRules {
    /// The longest line that may be a laser between points of at most a distance from the Earth's
    /// centre; never less than what the rules would allow [km].
    func reachKm(greatestRadiusKm radiusKm: Double) -> Double {
        let least = clearance.ellipsoid.polarRadiusKm + grazingAltitudeKm
        guard least > 0 else { return min(maxRangeKm, 2 * radiusKm) }
        let square = radiusKm * radiusKm - least * least
        return square > 0 ? min(maxRangeKm, 2 * square.squareRoot() * (1 + 1e-12) + 1e-6) : 0
    }

    /// The rules that are in force, in the order in which tables name them.
    public var rules: [LinkRule] {
        (maxRangeKm < .infinity ? [.range, .grazing] : [.grazing])
            + (terminals?.areRestricted == true ? [.fieldOfRegard] : [])
    }

    /// By how much a rule holds between two satellites.
    ///
    /// - Parameters:
    ///   - rule: One of ``rules``.
    ///   - state: The two satellites.
    /// - Returns: The margin in the rule's unit inside, km or rad: zero or more when it holds, below
    ///   zero when not; infinite for a rule that is not one of a laser, NaN without a position.
    /// - Complexity: O(1); the grazing altitude takes about ten conversions to geodetic coordinates.
    public func margin(of rule: LinkRule, _ state: LinkState) -> Double {
        switch rule {
        case .range:
            return maxRangeKm - LengthGrid.nearest(km: state.lengthKm)
        case .grazing:
            let (a, b) = (state.a.positionKm, state.b.positionKm)
            return LinkRule.signed(
                clearance.leastHeightKm(from: a, to: b) - grazingAltitudeKm,
                holds: clearance.isClear(ofHeightKm: grazingAltitudeKm, from: a, to: b))
        case .fieldOfRegard:
            guard let terminals else { return .infinity }
            let (a, b) = (state.a.positionKm, state.b.positionKm)
            return min(
                terminals.marginRad(Self.orbitAxes(state.a).components(of: b - a)),
                terminals.marginRad(Self.orbitAxes(state.b).components(of: a - b)))
        default:
            return .infinity
        }
    }

    /// The local orbital frame of a satellite in the axes of the turning Earth; NaN without a velocity.
    static func orbitAxes(_ end: LinkEnd) -> OrbitAxes {
        let velocity = end.velocityKmPerS ?? SIMD3(repeating: .nan)
        // The Earth's turning added, the velocity is the inertial one.
        let turning = SIMD3(-end.positionKm.y, end.positionKm.x, 0) * earthRateRadPerS
        return OrbitAxes(position: end.positionKm, velocity: velocity + turning)
    }

    /// The local orbital frames of satellites, from positions [km] and velocities [km/s] relative to the
    /// turning Earth.
    static func orbitAxes(
        _ satellites: PositionPlanes, _ velocities: PositionPlanes
    ) -> [OrbitAxes] {
        satellites.x.indices.map {
            orbitAxes(
                LinkEnd(
                    node: NodeID($0), positionKm: satellites[$0], velocityKmPerS: velocities[$0]))
        }
    }

    /// Rate of the Earth's rotation against the stars [rad/s].
    ///
    /// - Note: WGS-84; NIMA TR8350.2, table 3.1.
    static let earthRateRadPerS = 7.292_115e-5
}
