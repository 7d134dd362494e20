import LaserMesh
import Orbits

/// When ground stations choose their satellites, from the keys of `ground`.
public struct ChoiceKeys: Sendable {
    /// Time between choices [s]; `nil` for a choice at every instant by itself.
    public var periodS: Double?

    /// A choice is made when the seconds since midnight of UTC less this are a multiple of the period
    /// [s].
    public var offsetS: Double

    static let keys = ["reassign_s", "reassign_offset_s"]

    init(_ map: YAMLMapping?, _ choice: SatelliteChoice) throws(ScenarioError) {
        let period = try map?["reassign_s"]?.number("seconds", in: 0.001...86_400)
        // A choice that looks back or ahead is made at instants of its own, each second if not said.
        periodS = period ?? (choice.dependsOnTime ? 1 : nil)
        offsetS = try map?["reassign_offset_s"]?.number("seconds", in: 0...86_400) ?? 0
        if let value = map?["reassign_offset_s"], period == nil {
            throw value.wrong(expected: "this key beside reassign_s only")
        }
    }

    /// The instants of choice for a window, from the last one at or before its start on, since the
    /// scenario's epoch [s].
    func instants(for window: TimeGrid, epoch: Instant) -> [Double] {
        guard let periodS else { return [] }
        let midnightS = -(epoch.dayFraction * Instant.secondsPerDay * 1e6).rounded() / 1e6
        let zero = midnightS + offsetS
        // A little tolerance, so that an instant of choice at the very start counts.
        let first = ((window.seconds(at: 0) - zero) / periodS + 1e-9).rounded(.down)
        var instants: [Double] = []
        var index = first
        while true {
            let seconds = ((zero + index * periodS) * 1e6).rounded() / 1e6
            if seconds >= window.endS, !instants.isEmpty { return instants }
            instants.append(seconds)
            index += 1
        }
    }
}
