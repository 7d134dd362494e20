import LaserMesh

/// The keys of `lasers` that a topology `motif` reads.
public struct MotifKeys: Sendable {
    /// The steps of each satellite, where there are no zones.
    public var offsets: [MotifOffset]

    /// The zones of latitude; empty where the motif is the same everywhere.
    public var zones: [MotifZone]

    /// The most links of a satellite; `nil` for as many as it has terminals.
    public var maxDegree: Int?

    static let keys = ["offsets", "zones", "max_degree"]

    init(_ map: YAMLMapping?) throws(ScenarioError) {
        offsets = try map?["offsets"].map(Self.offsets) ?? []
        zones = try map?["zones"].map(Self.zones) ?? []
        maxDegree = try map?["max_degree"]?.integer("links", in: 0...64)
    }

    /// Checks that the keys stand where they mean something.
    func check(in map: YAMLMapping?, isMotif: Bool) throws(ScenarioError) {
        guard isMotif else {
            for key in Self.keys {
                if let value = map?[key] {
                    throw value.wrong(expected: "this key beside 'topology: motif' only")
                }
            }
            return
        }
        guard let map else { return }
        _ = try map.exactlyOne(of: ["offsets", "zones"])
    }

    private static func offsets(_ value: YAMLValue) throws(ScenarioError) -> [MotifOffset] {
        let expected = "a list of steps, each [planes, slots], such as [[0, 1], [1, 0]]"
        var offsets: [MotifOffset] = []
        for item in try value.items(expected: expected) {
            let numbers = try item.items(expected: "[planes, slots]")
            guard numbers.count == 2 else { throw item.wrong(expected: "[planes, slots]") }
            let limit = -100_000...100_000
            let offset = MotifOffset(
                planes: try numbers[0].integer("planes", in: limit),
                slots: try numbers[1].integer("slots", in: limit))
            guard offset.planes != 0 || offset.slots != 0 else {
                throw item.wrong(expected: "a step to another satellite")
            }
            offsets.append(offset)
        }
        guard !offsets.isEmpty else { throw value.wrong(expected: expected) }
        return offsets
    }

    private static func zones(_ value: YAMLValue) throws(ScenarioError) -> [MotifZone] {
        let expected = "a list of zones, such as { max_abs_latitude_deg: 18, offsets: [[0, 1]] }"
        var zones: [MotifZone] = []
        for item in try value.items(expected: expected) {
            let map = try item.mapping(["max_abs_latitude_deg", "offsets"])
            let latitude = try map.required("max_abs_latitude_deg", expected: "the zone's end")
            let degrees = try latitude.number("degrees", in: 0...90)
            if let last = zones.last, degrees * (.pi / 180) <= last.maxAbsLatitudeRad {
                throw latitude.wrong(expected: "more than the zone before it reaches")
            }
            zones.append(
                MotifZone(
                    maxAbsLatitudeRad: degrees * (.pi / 180),
                    offsets: try offsets(
                        map.required("offsets", expected: "the steps of the zone"))))
        }
        guard !zones.isEmpty else { throw value.wrong(expected: expected) }
        return zones
    }
}
