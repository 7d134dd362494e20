/// The motif of a zone of latitude.
public struct MotifZone: Sendable, Hashable {
    /// The latitude, north or south, up to which the zone reaches, itself included [rad]. It begins
    /// where the zone before it ends.
    public var maxAbsLatitudeRad: Double

    /// The steps that each satellite takes.
    public var offsets: [MotifOffset]

    /// Creates a zone.
    public init(maxAbsLatitudeRad: Double, offsets: [MotifOffset]) {
        self.maxAbsLatitudeRad = maxAbsLatitudeRad
        self.offsets = offsets
    }
}
