import LaserMesh

/// What the laser terminals of a scenario can do, from the keys of `lasers`.
public struct TerminalKeys: Sendable {
    /// The terminals; `nil` where they neither move nor wait and the topology counts them itself.
    public var terminals: LaserTerminals?

    /// Time between decisions about lasers [s].
    public var decisionStepS: Double

    static let keys = ["fields_of_regard", "slew_deg_per_s", "acquisition_s", "decision_s"]

    /// - Parameters:
    ///   - map: The keys of `lasers`.
    ///   - counted: The `terminals` that the scenario asks of a topology which does not count them
    ///     itself; `nil` where it does not ask.
    ///   - decisionStepS: Time between decisions where the scenario does not say [s].
    init(
        _ map: YAMLMapping?, counted: Int?, decisionStepS: Double
    ) throws(ScenarioError) {
        self.decisionStepS =
            try map?["decision_s"]?.number("seconds", in: 0.001...86_400) ?? decisionStepS
        let slew = try map?["slew_deg_per_s"]?.positive("degrees a second", upTo: 100_000)
        let acquisition = try map?["acquisition_s"]?.number("seconds", in: 0...1e6)
        var fields: [FieldOfRegard]?
        if let value = map?["fields_of_regard"] {
            var listed: [FieldOfRegard] = []
            for item in try value.items(expected: "a list of fields of regard, one a terminal") {
                listed.append(try Self.field(item))
            }
            guard listed.count <= 64 else { throw value.wrong(expected: "at most 64 terminals") }
            if let counted, counted != listed.count {
                throw value.wrong(expected: "as many fields as terminals, \(counted)")
            }
            fields = listed
        }
        guard fields != nil || slew != nil || acquisition != nil || counted != nil else {
            terminals = nil
            return
        }
        terminals = LaserTerminals(
            fields: fields ?? Array(repeating: .everywhere, count: counted ?? 4),
            slewRateRadPerS: slew.map { $0 * .pi / 180 } ?? .infinity,
            acquisitionS: acquisition ?? 0)
    }

    private static func field(_ value: YAMLValue) throws(ScenarioError) -> FieldOfRegard {
        let map = try value.mapping(["azimuth_deg", "elevation_deg"])
        let radians = Double.pi / 180
        var field = FieldOfRegard.everywhere
        if let azimuth = map["azimuth_deg"] {
            let ends = try ends(azimuth, -360...360)
            let width = ends.1 - ends.0
            field.fromAzimuthRad = ends.0 * radians
            // From 300° to 60° goes through north.
            field.azimuthWidthRad = (width < 0 ? width + 360 : min(width, 360)) * radians
        }
        if let elevation = map["elevation_deg"] {
            let ends = try ends(elevation, -90...90)
            (field.leastElevationRad, field.greatestElevationRad) = (
                ends.0 * radians, ends.1 * radians
            )
        }
        return field
    }

    private static func ends(
        _ value: YAMLValue, _ range: ClosedRange<Double>
    ) throws(ScenarioError) -> (Double, Double) {
        let items = try value.items(expected: "two angles, from and to")
        guard items.count == 2 else { throw value.wrong(expected: "two angles, from and to") }
        return (
            try items[0].number("degrees", in: range), try items[1].number("degrees", in: range)
        )
    }
}
