import LaserMesh
import Orbits

/// The `ground` of a scenario.
public struct GroundKeys: Sendable {
    /// Where the stations come from.
    public enum Stations: Sendable {
        /// No stations.
        case none
        /// A table, relative to the scenario's file; of its rows, or of those in which some columns have
        /// given values, the first so many, 0 for all.
        case file(String, first: Int, where: [String: String])
        /// Stations that stand in the scenario, with their places there.
        case listed([(station: GroundStation, place: ScenarioPlace)])
    }

    /// The stations.
    public var stations: Stations

    /// The Earth on which they stand, and over which lasers must stay.
    public var earth: EarthName

    /// A table of radio links with their lengths, relative to the scenario's file; `nil` where the
    /// rules decide.
    public var linksFile: String?

    /// When a station may reach a satellite.
    public var rules: GroundRules

    /// When stations choose among the satellites that they see.
    public var reassignment: ChoiceKeys

    /// A skyline for stations that have none of their own.
    public var mask: AzimuthMask?

    /// A table of skylines by station, relative to the scenario's file.
    public var masksFile: String?

    /// A table of the ways of moving users, relative to the scenario's file.
    public var tracksFile: String?

    init(_ value: YAMLValue?) throws(ScenarioError) {
        let map = try value?.mapping(
            [
                "stations", "earth", "min_elevation_deg", "max_slant_range_km", "azimuth_mask",
                "gso_avoidance_deg", "satellites_per_station", "stations_per_satellite", "choice",
                "tracks", "links",
            ] + ChoiceKeys.keys)
        stations = try Self.stations(map?["stations"])
        earth = try map?["earth"]?.choice() ?? .wgs84
        let elevation = try map?["min_elevation_deg"]?.number("degrees", in: -90...90)
        let cap = try map?["max_slant_range_km"]?.positive("kilometres", upTo: 1_000_000)
        if let links = map?["links"] {
            linksFile = try links.mapping(["file"])
                .required("file", expected: "a table with the header \(GroundLinkSource.header)")
                .text()
            if let rule = map?["min_elevation_deg"] ?? map?["max_slant_range_km"] {
                throw rule.wrong(expected: "no rule beside links that are given")
            }
        }
        rules =
            elevation == nil && cap == nil
            ? .standard
            : GroundRules(
                minElevationRad: elevation.map { $0 * .pi / 180 },
                maxSlantRangeKm: cap ?? .infinity)
        let avoidance = try map?["gso_avoidance_deg"]?.number("degrees", in: 0...90)
        rules.geostationaryAvoidanceRad = avoidance.map { $0 * .pi / 180 }
        rules.satellitesPerStation = try map?["satellites_per_station"]?
            .integer("satellites", in: 1...1_000_000)
        rules.stationsPerSatellite = try map?["stations_per_satellite"]?
            .integer("stations", in: 1...1_000_000)
        rules.choice = try map?["choice"]?.choice() ?? .all
        reassignment = try ChoiceKeys(map, rules.choice)
        tracksFile = try map?["tracks"]?.mapping(["file"])
            .required("file", expected: "a table of places at times").text()
        if let mask = map?["azimuth_mask"] {
            if case .mapping = mask.node {
                masksFile = try mask.mapping(["file"])
                    .required("file", expected: "a table of azimuths and elevations").text()
            } else {
                self.mask = try MaskKeys.mask(mask)
            }
        }
    }

    static func stations(_ value: YAMLValue?) throws(ScenarioError) -> Stations {
        guard let value else { return .none }
        if case .sequence = value.node {
            var listed: [(station: GroundStation, place: ScenarioPlace)] = []
            for item in try value.items(expected: "a list of stations") {
                listed.append((try station(item), item.place))
            }
            return .listed(listed)
        }
        let map = try value.mapping(["file", "first", "where"])
        let file = try map.required("file", expected: "a table of stations").text()
        var columns: [String: String] = [:]
        for (column, wanted) in try map["where"]?.entries(expected: "columns and values") ?? [] {
            columns[column] = try wanted.text(expected: "the value of a column")
        }
        return .file(
            file, first: try map["first"]?.integer("stations", in: 0...10_000_000) ?? 0,
            where: columns)
    }

    private static func station(_ value: YAMLValue) throws(ScenarioError) -> GroundStation {
        let map = try value.mapping(
            ["name", "latitude_deg", "longitude_deg", "altitude_m", "population", "azimuth_mask"]
                + MotionKeys.keys)
        let place = Geodetic(
            latitudeDeg: try map.required("latitude_deg", expected: "the latitude")
                .number("degrees", in: -90...90),
            longitudeDeg: try map.required("longitude_deg", expected: "the longitude")
                .number("degrees", in: -180...360),
            altitudeKm: (try map["altitude_m"]?.number("metres", in: -12_000...100_000) ?? 0)
                / 1_000)
        var station = GroundStation(
            name: try map.required("name", expected: "the name of the station").text(),
            place: place, track: try MotionKeys.track(map, from: place),
            population: try map["population"]?.number("people", in: 0...1e12))
        if let mask = map["azimuth_mask"] { station.mask = try MaskKeys.mask(mask) }
        return station
    }
}
