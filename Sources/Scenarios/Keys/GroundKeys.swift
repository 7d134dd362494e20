import LaserMesh
import Orbits

/// The `ground` of a scenario.
public struct GroundKeys: Sendable {
    /// Where the stations come from.
    public enum Stations: Sendable {
        /// No stations.
        case none
        /// A table, relative to the scenario's file; of its rows the first so many, 0 for all.
        case file(String, first: Int)
        /// Stations that stand in the scenario, with their places there.
        case listed([(station: GroundStation, place: ScenarioPlace)])
    }

    /// The stations.
    public var stations: Stations

    /// The Earth on which they stand, and over which lasers must stay.
    public var earth: EarthName

    /// When a station may reach a satellite.
    public var rules: GroundRules

    init(_ value: YAMLValue?) throws(ScenarioError) {
        let map = try value?.mapping([
            "stations", "earth", "min_elevation_deg", "max_slant_range_km",
        ])
        stations = try Self.stations(map?["stations"])
        earth = try map?["earth"]?.choice() ?? .wgs84
        let elevation = try map?["min_elevation_deg"]?.number("degrees", in: -90...90)
        let cap = try map?["max_slant_range_km"]?.positive("kilometres", upTo: 1_000_000)
        rules =
            elevation == nil && cap == nil
            ? .standard
            : GroundRules(
                minElevationRad: elevation.map { $0 * .pi / 180 },
                maxSlantRangeKm: cap ?? .infinity)
    }

    private static func stations(_ value: YAMLValue?) throws(ScenarioError) -> Stations {
        guard let value else { return .none }
        if case .sequence = value.node {
            var listed: [(station: GroundStation, place: ScenarioPlace)] = []
            for item in try value.items(expected: "a list of stations") {
                listed.append((try station(item), item.place))
            }
            return .listed(listed)
        }
        let map = try value.mapping(["file", "first"])
        let file = try map.required("file", expected: "a table of stations").text()
        return .file(file, first: try map["first"]?.integer("stations", in: 0...10_000_000) ?? 0)
    }

    private static func station(_ value: YAMLValue) throws(ScenarioError) -> GroundStation {
        let map = try value.mapping(["name", "latitude_deg", "longitude_deg", "altitude_m"])
        return GroundStation(
            name: try map.required("name", expected: "the name of the station").text(),
            place: Geodetic(
                latitudeDeg: try map.required("latitude_deg", expected: "the latitude")
                    .number("degrees", in: -90...90),
                longitudeDeg: try map.required("longitude_deg", expected: "the longitude")
                    .number("degrees", in: -180...360),
                altitudeKm: (try map["altitude_m"]?.number("metres", in: -12_000...100_000) ?? 0)
                    / 1_000))
    }
}
