#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

extension GroundRules {
    /// The rules that are in force, in the order in which tables name them.
    public var rules: [LinkRule] {
        (minElevationRad == nil ? [] : [.elevation])
            + (maxSlantRangeKm < .infinity ? [.slantRange] : [])
            + (geostationaryAvoidanceRad == nil ? [] : [.geostationaryArc])
    }

    /// The rules that are in force at a station: ``rules``, and its skyline where it has one.
    public func rules(at observer: Observer) -> [LinkRule] {
        rules + (observer.mask == nil ? [] : [.mask])
    }

    /// By how much a rule holds between a station and a satellite.
    ///
    /// - Parameters:
    ///   - rule: One of ``rules``.
    ///   - observer: The station with its horizon.
    ///   - satellite: The satellite.
    ///   - seconds: The instant, since the scenario's epoch [s].
    /// - Returns: The margin in the rule's unit inside, km or rad: zero or more when it holds, below
    ///   zero when not; infinite for a rule that is not one of a station, NaN without a position.
    /// - Complexity: O(1).
    public func margin(
        of rule: LinkRule, from observer: Observer, to satellite: LinkEnd, seconds: Double = 0
    ) -> Double {
        let target = satellite.positionKm
        let d = target - observer.position.km
        let rangeKm = (d.x * d.x + d.y * d.y + d.z * d.z).squareRoot()
        switch rule {
        case .elevation:
            guard let minElevationRad else { return .infinity }
            // The expression by which the mesh builders decide, so that the signs are the same.
            let up = observer.up
            let horizonKm = (up * observer.position.km).sum()
            let heightKm = (target.x * up.x + target.y * up.y + target.z * up.z) - horizonKm
            let sine = heightKm / rangeKm
            return LinkRule.signed(
                (rangeKm == 0 ? .pi / 2 : asin(sine > 1 ? 1 : sine < -1 ? -1 : sine))
                    - minElevationRad,
                holds: heightKm >= leastSine * rangeKm)
        case .slantRange:
            return maxSlantRangeKm - rangeKm
        case .mask:
            guard let mask = observer.mask else { return .infinity }
            let look = observer.lookAngles(to: ITRFPosition(km: target))
            return look.elevationRad - mask.elevationRad(atAzimuthRad: look.azimuthRad)
        case .geostationaryArc:
            guard let geostationaryAvoidanceRad else { return .infinity }
            guard rangeKm.isFinite else { return .nan }
            return GeostationaryArc(seenFrom: observer).separationRad(to: target)
                - geostationaryAvoidanceRad
        default:
            return .infinity
        }
    }

    /// Whether the rules beyond elevation and range let a station use a satellite.
    func permit(_ observer: Observer, _ satelliteKm: SIMD3<Double>) -> Bool {
        let end = LinkEnd(node: NodeID(0), positionKm: satelliteKm)
        if observer.mask != nil, !(margin(of: .mask, from: observer, to: end) >= 0) {
            return false
        }
        return geostationaryAvoidanceRad == nil
            || margin(of: .geostationaryArc, from: observer, to: end) >= 0
    }
}
