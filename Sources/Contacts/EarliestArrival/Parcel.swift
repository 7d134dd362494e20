import LaserMesh

/// Data to be carried from one node to another, which may wait at nodes on its way: a bundle.
public struct Parcel: Sendable, Hashable {
    /// Where it is.
    public var source: NodeID

    /// Where it goes.
    public var destination: NodeID

    /// When it is ready to be sent [s].
    public var readyS: Double

    /// How long it is [bit].
    public var sizeBits: Double

    /// When it is worthless: it must have arrived before [s].
    public var expiryS: Double

    /// Creates a parcel; without size or expiry, one of a single instant that lasts for ever.
    public init(
        from source: NodeID, to destination: NodeID, readyS: Double, sizeBits: Double = 0,
        expiryS: Double = .infinity
    ) {
        precondition(sizeBits >= 0)
        self.source = source
        self.destination = destination
        self.readyS = readyS
        self.sizeBits = sizeBits
        self.expiryS = expiryS
    }
}
