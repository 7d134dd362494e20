/// The `constellation.elements` of a scenario: real satellites from a file.
public struct ElementKeys: Sendable {
    /// The file, relative to the scenario's: TLE, 3LE or OMM, told by its content.
    public var file: String

    /// Only satellites whose name contains this; empty for all.
    public var nameContains: String

    /// Only the first so many of them; 0 for all.
    public var limit: Int

    /// Whether TLE lines with a wrong checksum count.
    public var allowsBadChecksum: Bool

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping(["file", "name_contains", "limit", "allow_bad_checksum"])
        file = try map.required("file", expected: "the name of a TLE or OMM file").text()
        nameContains = try map["name_contains"]?.text() ?? ""
        limit = try map["limit"]?.integer("satellites", in: 0...10_000_000) ?? 0
        allowsBadChecksum = try map["allow_bad_checksum"]?.bool() ?? false
    }
}
