/// The two ends of a possible link at an instant: what its rules look at.
public struct LinkState: Sendable, Hashable {
    /// One end.
    public var a: LinkEnd

    /// The other end.
    public var b: LinkEnd

    /// The instant, since the scenario's epoch [s].
    public var seconds: Double

    /// Creates the state of a link at an instant.
    public init(_ a: LinkEnd, _ b: LinkEnd, seconds: Double = 0) {
        self.a = a
        self.b = b
        self.seconds = seconds
    }

    /// The length of the straight line between the ends [km].
    public var lengthKm: Double {
        let d = a.positionKm - b.positionKm
        return (d.x * d.x + d.y * d.y + d.z * d.z).squareRoot()
    }
}
