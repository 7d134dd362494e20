import Orbits
import Routing

/// One of the `routing.regions` of a scenario: a region with the place where it stands.
public struct RegionKeys: Sendable {
    /// The region.
    public var region: Region

    /// Where it stands.
    public var place: ScenarioPlace

    static func list(_ value: YAMLValue?) throws(ScenarioError) -> [RegionKeys] {
        var list: [RegionKeys] = []
        for item in try value?.items(expected: "a list of regions") ?? [] {
            let keys = try RegionKeys(item)
            guard !list.contains(where: { $0.region.name == keys.region.name }) else {
                throw .wrongValue(
                    place: item.place, found: "a second region '\(keys.region.name)'",
                    expected: "a name of its own for each region")
            }
            list.append(keys)
        }
        return list
    }

    private init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping(["name", "box", "polygon_deg"])
        let name = try map.required("name", expected: "the name of the region").text()
        let shape = try map.exactlyOne(of: ["box", "polygon_deg"])
        region =
            map["box"] != nil
            ? try Self.box(shape, name: name) : try Self.polygon(shape, name: name)
        place = value.place
    }

    private static func box(_ value: YAMLValue, name: String) throws(ScenarioError) -> Region {
        let map = try value.mapping(["south_deg", "north_deg", "west_deg", "east_deg"])
        func angle(_ key: String, _ range: ClosedRange<Double>) throws(ScenarioError) -> Double {
            try map.required(key, expected: "an edge of the box").number("degrees", in: range)
                * (.pi / 180)
        }
        let south = try angle("south_deg", -90...90)
        let north = try angle("north_deg", -90...90)
        guard south < north else {
            throw .wrongValue(
                place: value.place, found: "a south_deg that is not below the north_deg",
                expected: "the southern edge first")
        }
        let west = try angle("west_deg", -180...360)
        let east = try angle("east_deg", -180...360)
        guard west != east, east - west <= 2 * .pi + 1e-12 else {
            throw .wrongValue(
                place: value.place, found: "a west_deg and an east_deg that bound no box",
                expected: "two different ones, up to one turn apart")
        }
        return Region(name: name, southRad: south, northRad: north, westRad: west, eastRad: east)
    }

    private static func polygon(
        _ value: YAMLValue, name: String
    ) throws(ScenarioError) -> Region {
        let expected = "corners such as [[50, 0], [60, 0], [55, 20]], latitude first"
        var corners: [Geodetic] = []
        for item in try value.items(expected: expected) {
            let numbers = try item.items(expected: "a latitude and a longitude")
            guard numbers.count == 2 else {
                throw item.wrong(expected: "a latitude and a longitude")
            }
            corners.append(
                Geodetic(
                    latitudeDeg: try numbers[0].number("degrees of latitude", in: -90...90),
                    longitudeDeg: try numbers[1].number("degrees of longitude", in: -180...360)))
        }
        guard let region = Region(name: name, corners: corners) else {
            throw value.wrong(
                expected: "three corners or more, within 90 degrees of their middle")
        }
        return region
    }
}
