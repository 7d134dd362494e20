extension Instant: Comparable {
    /// Whether the first instant is the earlier one.
    public static func < (left: Instant, right: Instant) -> Bool {
        (left.julianDate, left.dayFraction) < (right.julianDate, right.dayFraction)
    }
}
