/// The `routing.parcel` of a scenario: data that may wait at nodes on its way.
public struct ParcelKeys: Sendable {
    /// How long each parcel is [Mbit].
    public var sizeMbit: Double

    /// When it is worthless, from the time at which it is ready [s].
    public var expiryS: Double

    init?(_ value: YAMLValue?) throws(ScenarioError) {
        guard let map = try value?.mapping(["size_mbit", "expiry_s"]) else { return nil }
        sizeMbit = try map["size_mbit"]?.number("megabits", in: 0...1e15) ?? 0
        expiryS = try map["expiry_s"]?.positive("seconds", upTo: 1e10) ?? .infinity
    }
}
