/// A theory that gives a satellite's inertial state at any instant.
public protocol Propagator: Sendable {
    /// The epoch of the elements.
    var epoch: Instant { get }

    /// The state at a time since the epoch.
    ///
    /// - Parameter minutes: Time since ``epoch`` [min]; may be negative.
    /// - Throws: The code by which the theory rejects the satellite at that time.
    func state(minutesSinceEpoch minutes: Double) throws(SGP4Error) -> TEMEState
}

extension Propagator {
    /// The state at an instant.
    ///
    /// - Throws: The code by which the theory rejects the satellite at that instant.
    public func state(at instant: Instant) throws(SGP4Error) -> TEMEState {
        try state(minutesSinceEpoch: instant.minutes(since: epoch))
    }
}
