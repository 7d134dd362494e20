extension LaserRules {
    /// The rules that are in force, in the order in which tables name them.
    public var rules: [LinkRule] {
        maxRangeKm < .infinity ? [.range, .grazing] : [.grazing]
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
        default:
            return .infinity
        }
    }
}
