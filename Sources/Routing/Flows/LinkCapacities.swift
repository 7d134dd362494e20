import LaserMesh

/// What a link carries in each direction, by its kind [Gbps].
///
/// A link is full duplex: a laser terminal sends on one beam while it receives on another, and radio
/// has separate bands for up and down. So each direction has the whole capacity to itself, and
/// traffic one way takes nothing from traffic the other way.
public struct LinkCapacities: Sendable, Hashable {
    /// Satellite to satellite [Gbps].
    public var laserGbps: Double

    /// Ground station to satellite, and back [Gbps].
    public var radioGbps: Double

    /// Ground to ground [Gbps].
    public var fibreGbps: Double

    /// Creates capacities; by default 100 Gbps a laser, 20 Gbps a radio link, and fibre without
    /// limit.
    ///
    /// 100 Gbps is what Starlink's lasers sustain as reported at SPIE Photonics West in January
    /// 2024; 20 Gbps is about the capacity of a Starlink satellite of the first generation towards
    /// the ground.
    public init(
        laserGbps: Double = 100, radioGbps: Double = 20, fibreGbps: Double = .infinity
    ) {
        precondition(laserGbps >= 0 && radioGbps >= 0 && fibreGbps >= 0)
        self.laserGbps = laserGbps
        self.radioGbps = radioGbps
        self.fibreGbps = fibreGbps
    }

    /// The capacity of a kind of link in each direction [Gbps].
    @inlinable
    public func gbps(of kind: LinkKind) -> Double {
        switch kind {
        case .laser: laserGbps
        case .radio: radioGbps
        case .fibre: fibreGbps
        }
    }
}
