import Orbits

/// Decides about lasers from instant to instant, where a choice depends on the one before.
public protocol LaserDeciding: Sendable {
    /// The instants after a decision at which the satellites are looked at, ascending [s].
    var aheadS: [Double] { get }

    /// Decides at an instant.
    ///
    /// - Parameters:
    ///   - now: The satellites then, later than at the decisions before.
    ///   - ahead: The satellites at ``aheadS`` later.
    ///   - stations: Earth-fixed positions of the ground stations [km].
    mutating func decide(
        _ now: SatelliteStates, ahead: [SatelliteStates], stations: [SIMD3<Double>])

    /// The links that were chosen; those that are held at the last instant last on.
    func timetable() -> LinkTimetable
}
