/// One satellite with the theory that propagates it, for lists of satellites without existentials.
public enum SatellitePropagator: Propagator {
    /// By SGP4 or SDP4.
    case sgp4(SGP4)

    /// By Kepler motion with the secular terms of J2.
    case keplerJ2(J2Propagator)

    /// Initialises the theory of a kind from an element set.
    ///
    /// - Parameters:
    ///   - elements: The mean elements.
    ///   - kind: The theory.
    ///   - gravity: The gravity model.
    /// - Throws: What the initialiser of ``SGP4`` or ``J2Propagator`` throws.
    public init(
        _ elements: ElementSet, kind: PropagatorKind = .sgp4, gravity: GravityModel = .wgs72
    ) throws(SGP4Error) {
        switch kind {
        case .sgp4: self = .sgp4(try SGP4(elements, gravity: gravity))
        case .keplerJ2: self = .keplerJ2(try J2Propagator(elements, gravity: gravity))
        }
    }

    /// The epoch of the elements.
    public var epoch: Instant {
        switch self {
        case .sgp4(let theory): theory.epoch
        case .keplerJ2(let theory): theory.epoch
        }
    }

    /// The state at a time since the epoch, by the theory at hand.
    ///
    /// - Parameter minutes: Time since ``epoch`` [min]; may be negative.
    /// - Throws: The code by which the theory rejects the satellite at that time.
    public func state(minutesSinceEpoch minutes: Double) throws(SGP4Error) -> TEMEState {
        switch self {
        case .sgp4(let theory): try theory.state(minutesSinceEpoch: minutes)
        case .keplerJ2(let theory): try theory.state(minutesSinceEpoch: minutes)
        }
    }

    /// The state at a time since the epoch, resuming the integrator of a resonant orbit.
    ///
    /// - Parameters:
    ///   - minutes: Time since ``epoch`` [min]; may be negative.
    ///   - cursor: The integrator's state of this satellite; it is moved.
    /// - Throws: The code by which the theory rejects the satellite at that time.
    public func state(
        minutesSinceEpoch minutes: Double, resuming cursor: inout ResonanceCursor
    ) throws(SGP4Error) -> TEMEState {
        switch self {
        case .sgp4(let theory):
            try theory.state(minutesSinceEpoch: minutes, resuming: &cursor)
        case .keplerJ2(let theory): try theory.state(minutesSinceEpoch: minutes)
        }
    }
}
