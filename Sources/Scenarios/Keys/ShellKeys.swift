import Orbits

/// One of the `constellation.shells` of a scenario or of a preset.
public struct ShellKeys: Sendable {
    /// Height or mean motion; the two differ where a paper states both.
    enum Size: Sendable {
        case altitudeKm(Double)
        case meanMotionRevPerDay(Double)
    }

    /// Whether the elements are rounded as a TLE would round them.
    public var hasTLEPrecision: Bool

    /// Name of the shell.
    public var name: String { shape.name }

    private var size: Size
    /// All but the mean motion, which waits for the gravity model.
    private var shape: Shell

    static let keys = [
        "name", "planes", "slots", "inclination_deg", "altitude_km", "mean_motion_rev_per_day",
        "phasing", "raan_spread_deg", "raan_offset_deg", "eccentricity", "argument_of_perigee_deg",
        "mean_anomaly_offset_deg", "tle_precision",
    ]

    /// The most satellites that a shell may have.
    static let mostSatellites = 2_000_000

    /// The most planes of a shell, and the most satellites of a plane.
    static let mostPlanes = 100_000

    init(_ value: YAMLValue, index: Int) throws(ScenarioError) {
        let map = try value.mapping(Self.keys)
        let planes = try map.required("planes", expected: "the number of planes")
            .integer("planes", in: 1...Self.mostPlanes)
        let slots = try map.required("slots", expected: "the satellites in a plane")
            .integer("slots", in: 1...Self.mostPlanes)
        guard planes * slots <= Self.mostSatellites else {
            throw .wrongValue(
                place: value.place, found: "\(planes * slots) satellites",
                expected: "at most \(Self.mostSatellites) in a shell")
        }
        let chosen = try map.exactlyOne(of: ["altitude_km", "mean_motion_rev_per_day"])
        size =
            map["altitude_km"] != nil
            ? .altitudeKm(try chosen.number("kilometres", in: 100...400_000))
            : .meanMotionRevPerDay(try chosen.positive("revolutions a day", upTo: 17))
        func angle(_ key: String, _ range: ClosedRange<Double>) throws(ScenarioError) -> Double? {
            try map[key]?.number("degrees", in: range)
        }
        let radians = Double.pi / 180
        let inclination = try map.required("inclination_deg", expected: "the inclination")
            .number("degrees", in: 0...180)
        let spread = try map["raan_spread_deg"]?.positive("degrees", upTo: 360) ?? 360
        shape = Shell(
            name: try map["name"]?.text() ?? "S\(index + 1)", planes: planes, slots: slots,
            inclinationRad: inclination * radians, meanMotionRadPerMin: 0,
            phasing: try Self.phasing(map["phasing"], planes: planes),
            raanSpreadRad: spread * radians,
            raanOffsetRad: (try angle("raan_offset_deg", -360...360) ?? 0) * radians,
            eccentricity: try map["eccentricity"]?.number("an eccentricity", in: 0...0.99) ?? 0,
            argumentOfPerigeeRad: (try angle("argument_of_perigee_deg", -360...360) ?? 0) * radians,
            meanAnomalyOffsetRad: (try angle("mean_anomaly_offset_deg", -360...360) ?? 0) * radians
        )
        hasTLEPrecision = try map["tle_precision"]?.bool() ?? false
        if shape.name.contains(where: \.isWhitespace) {
            throw map.values["name", default: value].wrong(expected: "a name without blanks")
        }
    }

    static func list(_ value: YAMLValue) throws(ScenarioError) -> [ShellKeys] {
        let items = try value.items(expected: "a list of shells")
        guard !items.isEmpty else { throw value.wrong(expected: "at least one shell") }
        var shells: [ShellKeys] = []
        for (index, item) in items.enumerated() {
            let shell = try ShellKeys(item, index: index)
            guard !shells.contains(where: { $0.name == shell.name }) else {
                throw .wrongValue(
                    place: item.place, found: "a second shell '\(shell.name)'",
                    expected: "a name of its own for each shell")
            }
            shells.append(shell)
        }
        return shells
    }

    /// The shell, with its mean motion under a gravity model.
    public func shell(gravity: GravityModel) -> Shell {
        var shell = shape
        switch size {
        case .altitudeKm(let altitude):
            shell.meanMotionRadPerMin = Shell.meanMotionRadPerMin(
                altitudeKm: altitude, gravity: gravity)
        case .meanMotionRevPerDay(let motion):
            shell.meanMotionRadPerMin = motion / ElementSet.revPerDayPerRadPerMin
        }
        return shell
    }

    /// Walker's F as a whole number, `half-slot`, or a fraction of a slot: `0.5` or `13/24`.
    private static func phasing(
        _ value: YAMLValue?, planes: Int
    ) throws(ScenarioError) -> Phasing {
        guard let value else { return .walker(0) }
        let expected = "Walker's F from 0 to \(planes - 1), half-slot, or a fraction of a slot"
        let text = try value.text(expected: expected)
        if text == "half-slot" { return .halfSlot }
        if let f = Int(text) {
            guard (0..<planes).contains(f) else { throw value.wrong(expected: expected) }
            return .walker(f)
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, let above = Int(parts[0]), let below = Int(parts[1]), below > 0 {
            return .slotFraction(Double(above) / Double(below))
        }
        guard let fraction = YAMLValue.number(text), abs(fraction) <= 1_000 else {
            throw value.wrong(expected: expected)
        }
        return .slotFraction(fraction)
    }
}
