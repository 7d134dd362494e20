extension ElementSet {
    /// The element set as it reads after it was written as a TLE.
    ///
    /// Angles keep four decimals of a degree, in 0..<360°; the eccentricity keeps seven, the mean
    /// motion eight of a rev/day, the epoch eight of a day, and the drag term five digits. The result
    /// is what ``TLE`` reads of the lines that it writes, but for the values that no TLE can hold:
    /// those are rounded all the same, and what is not finite stays so. The name, the designator and
    /// the integers stay.
    ///
    /// - Complexity: O(1).
    public func roundedToTLEPrecision() -> ElementSet {
        var set = self
        let (julianDate, ticks) = TLE.rounded(epoch)
        set.epoch = Instant(julianDate: julianDate, dayFraction: ticks / 1e8)
        set.inclinationRad =
            TLERounding.scaled(inclinationRad / TLERounding.radPerDeg, by: 1e4) / 1e4
            * TLERounding.radPerDeg
        for angle in [\ElementSet.raanRad, \.argumentOfPerigeeRad, \.meanAnomalyRad] {
            set[keyPath: angle] =
                TLERounding.scaledTurn(self[keyPath: angle]) / 1e4 * TLERounding.radPerDeg
        }
        set.eccentricity = TLERounding.scaled(eccentricity, by: 1e7) / 1e7
        set.meanMotionRadPerMin =
            TLERounding.scaled(meanMotionRevPerDay, by: 1e8) / 1e8 / Self.revPerDayPerRadPerMin
        set.halfMeanMotionDotRevPerDay2 =
            TLERounding.scaled(halfMeanMotionDotRevPerDay2, by: 1e8) / 1e8
        for term in [\ElementSet.sixthMeanMotionDdotRevPerDay3, \.bstarPerEarthRadius] {
            let value = self[keyPath: term]
            guard let (digits, power) = TLERounding.exponential(value) else { continue }
            let magnitude = TLERounding.value(digits: digits, power: power)
            set[keyPath: term] = value.sign == .minus ? -magnitude : magnitude
        }
        return set
    }
}
