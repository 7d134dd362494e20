/// The `constellation.positions` of a scenario: satellites whose positions a table gives.
public struct PositionKeys: Sendable {
    /// The table, relative to the scenario's file.
    public var file: String

    /// Where the table is named.
    public var place: ScenarioPlace

    /// What to add to a slot of the last plane to reach its neighbour in plane 0.
    public var seamShiftSlots: Int

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping(["file", "seam_shift_slots"])
        let file = try map.required(
            "file", expected: "a table with the header \(PositionSource.header)")
        self.file = try file.text()
        place = file.place
        seamShiftSlots =
            try map["seam_shift_slots"]?.integer("slots", in: -100_000...100_000) ?? 0
    }
}
