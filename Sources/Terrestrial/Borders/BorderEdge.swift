/// A piece of a border from west to east that does not cross the date line.
struct BorderEdge: Sendable {
    /// Where it begins, from -180 on [deg].
    var westDeg: Double

    /// Where it ends, up to 180 [deg].
    var eastDeg: Double

    /// Latitude at its western end [deg].
    var latitudeWestDeg: Double

    /// Latitude at its eastern end [deg].
    var latitudeEastDeg: Double

    /// The country that it bounds.
    var country: Int32

    /// Whether the meridian from a place to the north pole crosses it; of its two ends the western
    /// one belongs to it.
    ///
    /// Two countries with a common edge get the same answer, since its ends stand in the same order.
    @inline(__always)
    func isNorth(ofLatitudeDeg latitude: Double, longitudeDeg longitude: Double) -> Bool {
        guard westDeg <= longitude, longitude < eastDeg else { return false }
        let part = (longitude - westDeg) / (eastDeg - westDeg)
        return latitudeWestDeg + part * (latitudeEastDeg - latitudeWestDeg) > latitude
    }
}
