/// Many satellites under one theory, propagated together.
///
/// A satellite that the theory rejects, be it once and for all or at some instants only, has no
/// position there and is reported with its code; the others go on.
public struct Constellation: Sendable {
    /// The element sets, in the order of the satellites.
    public let elements: [ElementSet]

    private let propagators: [Result<SatellitePropagator, SGP4Error>]

    /// Prepares the propagation of element sets.
    ///
    /// - Parameters:
    ///   - elements: One element set for each satellite.
    ///   - kind: The theory.
    ///   - gravity: The gravity model.
    /// - Complexity: O(satellites).
    public init(
        _ elements: [ElementSet], propagator kind: PropagatorKind = .sgp4,
        gravity: GravityModel = .wgs72
    ) {
        self.elements = elements
        propagators = elements.map { set in
            Result { () throws(SGP4Error) in
                try SatellitePropagator(set, kind: kind, gravity: gravity)
            }
        }
    }

    /// The number of satellites.
    public var count: Int { elements.count }

    /// The inertial state of one satellite at an instant.
    ///
    /// - Throws: The code by which the theory rejects the satellite there.
    public func state(of satellite: Int, at instant: Instant) throws(SGP4Error) -> TEMEState {
        try propagators[satellite].get().state(at: instant)
    }

    /// Puts the Earth-fixed positions of all satellites at an instant into planes.
    ///
    /// - Parameters:
    ///   - instant: The instant.
    ///   - planes: Where to put them; NaN for a satellite without a position. Its first ``count``
    ///     nodes are the satellites.
    ///   - rejected: Called with each satellite that is rejected, in ascending order, and its code.
    /// - Complexity: O(satellites); allocates nothing.
    public func positions(
        at instant: Instant, into planes: inout PositionPlanes,
        rejected: (Int, SGP4Error) -> Void = { _, _ in }
    ) {
        precondition(planes.count >= count)
        let rotation = EarthRotation(at: instant)
        for satellite in 0..<count {
            do {
                let state = try state(of: satellite, at: instant)
                planes[satellite] = rotation.itrf(temePositionKm: state.positionKm).km
            } catch {
                planes[satellite] = SIMD3(repeating: .nan)
                rejected(satellite, error)
            }
        }
    }
}
