/// A satellite that has no state at an instant of a batch, and why.
public struct EphemerisRejection: Error, Sendable, Hashable {
    /// The satellite, counted from zero.
    public var satellite: Int

    /// The instant, counted from zero in the batch that was asked for.
    public var instant: Int

    /// The code by which the theory rejects the satellite there.
    public var error: SGP4Error

    /// Creates a rejection.
    public init(satellite: Int, instant: Int, error: SGP4Error) {
        self.satellite = satellite
        self.instant = instant
        self.error = error
    }
}
