import LaserMesh
import Orbits

/// The keys of a station that moves along a great circle: `to`, `speed_km_h`, `depart_s`.
enum MotionKeys {
    static let keys = ["to", "speed_km_h", "depart_s"]

    /// The way of a station from its place; `nil` for one that stays.
    static func track(
        _ map: YAMLMapping, from start: Geodetic
    ) throws(ScenarioError) -> StationTrack? {
        guard let to = map["to"] else {
            for key in keys {
                if let value = map[key] { throw value.wrong(expected: "this key beside 'to' only") }
            }
            return nil
        }
        let end = try to.mapping(["latitude_deg", "longitude_deg", "altitude_m"])
        let altitude = try end["altitude_m"]?.number("metres", in: -12_000...100_000)
        let speed = try map.required("speed_km_h", expected: "the speed over the ground")
            .positive("kilometres an hour", upTo: 100_000)
        let span = TimeGrid.greatestSpanS
        return StationTrack(
            from: start,
            to: Geodetic(
                latitudeDeg: try end.required("latitude_deg", expected: "the latitude")
                    .number("degrees", in: -90...90),
                longitudeDeg: try end.required("longitude_deg", expected: "the longitude")
                    .number("degrees", in: -180...360),
                altitudeKm: altitude.map { $0 / 1_000 } ?? start.altitudeKm),
            speedKmPerS: speed / 3_600,
            departureS: try map["depart_s"]?.number("seconds", in: -span...span) ?? 0)
    }
}
