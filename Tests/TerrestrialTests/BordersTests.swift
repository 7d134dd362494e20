import Foundation
import Orbits
import TestSupport
import Testing

@testable import Terrestrial

@Suite struct BordersTests {
    private static func ring(_ corners: [(Double, Double)]) -> BorderRing {
        BorderRing(longitudesDeg: corners.map(\.0), latitudesDeg: corners.map(\.1))
    }

    private static func polygon(_ positions: String) -> String {
        #"{"features":[{"properties":{"name":"A"},"geometry":{"type":"Polygon","#
            + #""coordinates":[["# + positions + "]]}}]}"
    }

    private static func borders(_ shapes: [[BorderRing]]) -> Borders {
        Borders(
            shapes.enumerated().map { index, rings in
                (Country(name: "\(index)", alpha2: nil, alpha3: nil), rings)
            })
    }

    /// Capitals and harbours of states that the data is often wrong about.
    @Test(arguments: [
        ("NO", 59.91, 10.75), ("FR", 48.86, 2.35), ("XK", 42.66, 21.16), ("RU", 66.0, -175.0),
        ("RU", 66.5, 178.5), ("FJ", -16.6, 179.2), ("US", 38.9, -77.04), ("CA", 49.5, -110.0),
        ("US", 48.5, -110.0), ("AQ", -89.0, 12.0), ("LS", -29.5, 28.3), ("ZA", -26.2, 28.05),
        ("SG", 1.35, 103.82), ("BH", 26.1, 50.55),
    ]) func `places and their countries`(code: String, latitude: Double, longitude: Double) throws {
        let borders = try BorderFiles.countries50m()
        let country = borders.country(latitudeDeg: latitude, longitudeDeg: longitude)
        #expect(country.map { borders.countries[$0].alpha2 } == code)
        #expect(country == borders.index(of: code))
    }

    /// A longitude so near below a whole degree that it is that degree once 180 is added.
    @Test func `places beside a corner are inside or outside, however near`() {
        let borders = Self.borders([[Self.ring([(0, 0), (10, 0), (10, 10), (0, 10)])]])
        for longitude in [(10.0).nextDown, 0, (0.125).nextDown, 0.125, (0.0).nextUp] {
            #expect(borders.country(latitudeDeg: 5, longitudeDeg: longitude) == 0, "\(longitude)")
        }
        for longitude in [10.0, (10.0).nextUp, (0.0).nextDown] {
            #expect(borders.country(latitudeDeg: 5, longitudeDeg: longitude) == nil, "\(longitude)")
        }
    }

    @Test func `longitudes a turn away are the same place`() throws {
        let borders = try BorderFiles.countries110m()
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let latitude = Double.random(in: -90...90, using: &random)
            // Whole eighths of a degree stay themselves when a turn is added.
            let longitude = Double(Int.random(in: -1_439...1_439, using: &random)) / 8 + 1.0 / 1_024
            let country = borders.country(latitudeDeg: latitude, longitudeDeg: longitude)
            for turns in [-2.0, -1, 1, 3] {
                #expect(
                    borders.country(
                        latitudeDeg: latitude, longitudeDeg: longitude + 360 * turns) == country)
            }
        }
    }

    @Test func `a ring across the date line need not be cut`() {
        let whole = Self.borders([[Self.ring([(170, -10), (-170, -10), (-170, 10), (170, 10)])]])
        let unwrapped = Self.borders([[Self.ring([(170, -10), (190, -10), (190, 10), (170, 10)])]])
        let cut = Self.borders([
            [
                Self.ring([(170, -10), (180, -10), (180, 10), (170, 10)]),
                Self.ring([(-180, -10), (-170, -10), (-170, 10), (-180, 10)]),
            ]
        ])
        for longitude in stride(from: -360.0, through: 360, by: 2.5) {
            let distance = abs((longitude - 180).remainder(dividingBy: 360))
            let isInside = distance < 10 || (longitude - 170).remainder(dividingBy: 360) == 0
            for borders in [whole, unwrapped, cut] {
                let country = borders.country(latitudeDeg: 5, longitudeDeg: longitude)
                #expect((country == 0) == isInside, "\(longitude)")
            }
        }
    }

    @Test func `a ring around a pole encloses it`() {
        let north = Self.ring([(0, 80), (90, 80), (180, 80), (-90, 80)])
        let south = Self.ring([(0, -70), (-90, -70), (180, -70), (90, -70)])
        let hole = Self.ring([(0, -85), (90, -85), (180, -85), (-90, -85)])
        let borders = Self.borders([[north], [south, hole]])
        for longitude in stride(from: -180.0, through: 180, by: 30) {
            func country(_ latitude: Double) -> Int? {
                borders.country(latitudeDeg: latitude, longitudeDeg: longitude)
            }
            #expect(country(90) == 0)
            #expect(country(81) == 0)
            #expect(country(79) == nil)
            #expect(country(-69) == nil)
            #expect(country(-71) == 1)
            #expect(country(-86) == nil)
            #expect(country(-90) == nil)
        }
    }

    /// Triangles around shared corners: every place is in exactly one of them.
    @Test func `common borders leave no gap and no overlap`() {
        let hub = (10.0, 20.0)
        let rim = [
            (30.0, 20.0), (17.3, 41.1), (-5.0, 33.0), (-9.7, 20.0), (3.0, -4.0), (21.0, -7.7),
        ]
        let borders = Self.borders(
            rim.indices.map { [Self.ring([hub, rim[$0], rim[($0 + 1) % rim.count]])] })
        let alone = rim.indices.map { index in
            Self.borders([[Self.ring([hub, rim[index], rim[(index + 1) % rim.count]])]])
        }
        var random = SeededGenerator(seed: 9)
        var places = (0..<3_000).map { _ in
            (
                Double.random(in: -10...30, using: &random),
                Double.random(in: -8...42, using: &random)
            )
        }
        places += rim + [hub, (20, 20), (0, 20)]
        let outline = Self.borders([[Self.ring(rim)]])
        for (longitude, latitude) in places {
            let owners = alone.count {
                $0.country(latitudeDeg: latitude, longitudeDeg: longitude) != nil
            }
            let isInside = outline.country(latitudeDeg: latitude, longitudeDeg: longitude) != nil
            #expect(owners == (isInside ? 1 : 0))
            #expect(
                (borders.country(latitudeDeg: latitude, longitudeDeg: longitude) != nil) == isInside
            )
        }
    }

    @Test func `a harbour off the coast of the map is near its country`() throws {
        let box = Self.borders([
            [Self.ring([(0, 0), (10, 0), (10, 10), (0, 10)])],
            [Self.ring([(10.3, 0), (20, 0), (20, 10), (10.3, 10)])],
        ])
        let sea = Geodetic(latitudeDeg: 10.1, longitudeDeg: 5)
        #expect(box.country(at: sea) == nil)
        // A tenth of a degree is 11.1 km.
        #expect(box.country(near: sea, withinKm: 11) == nil)
        #expect(box.country(near: sea, withinKm: 11.3) == 0)
        let strait = Geodetic(latitudeDeg: 10, longitudeDeg: 10.2)
        #expect(box.country(near: strait, withinKm: 25) == 1)
        let dateLine = Self.borders([
            [Self.ring([(179, -10), (179.9, -10), (179.9, 10), (179, 10)])]
        ])
        let across = Geodetic(latitudeDeg: -10.01, longitudeDeg: -179.95)
        #expect(dateLine.country(near: across, withinKm: 25) == 0)
        #expect(dateLine.country(near: across, withinKm: 10) == nil)
    }

    @Test func `what is no number is in no country`() throws {
        let borders = try BorderFiles.countries110m()
        #expect(borders.country(latitudeDeg: .nan, longitudeDeg: 0) == nil)
        #expect(borders.country(latitudeDeg: 0, longitudeDeg: .infinity) == nil)
    }

    @Test(arguments: [
        ("{}", "features"), (#"{"features":[]}"#, "no features"),
        (#"{"features":[{"properties":{},"geometry":null}]}"#, "feature 1: found no name"),
        (
            Self.polygon("[0,0]").replacingOccurrences(of: "Polygon", with: "Point"),
            "features[0].geometry.type"
        ),
        (
            Self.polygon("[0,0],[1,0],[0,99],[0,0]"),
            "off the Earth in 'A'"
        ),
        (
            Self.polygon("[0,0],[1,0],[0,0]"),
            "a ring of 3 positions"
        ),
    ]) func `a wrong file is told in a sentence`(text: String, part: String) {
        let error = #expect(throws: TerrestrialFileError.self) {
            try Borders(geoJSON: Array(text.utf8), file: "x.geojson")
        }
        #expect(error?.sentence.hasPrefix("x.geojson") == true)
        #expect(error?.sentence.contains(part) == true, "\(error?.sentence ?? "")")
    }
}
