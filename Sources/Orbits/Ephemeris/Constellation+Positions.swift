extension Constellation {
    /// The Earth-fixed positions of all satellites at an instant; NaN for one that is rejected.
    ///
    /// - Complexity: O(satellites); allocates the planes.
    public func positions(at instant: Instant) -> PositionPlanes {
        var planes = PositionPlanes(count: count)
        positions(at: instant, into: &planes)
        return planes
    }
}
