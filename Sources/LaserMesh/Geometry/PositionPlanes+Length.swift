import Orbits

extension PositionPlanes {
    /// The length of the straight line between two nodes, on the ``LengthGrid`` [km].
    @inlinable
    public func lengthKm(_ a: Int, _ b: Int) -> Double {
        let dx = x[a] - x[b]
        let dy = y[a] - y[b]
        let dz = z[a] - z[b]
        return LengthGrid.nearest(km: (dx * dx + dy * dy + dz * dz).squareRoot())
    }
}
