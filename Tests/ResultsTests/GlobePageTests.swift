import Foundation
import Orbits
import Testing

@testable import Results

struct GlobePageTests {
    private static func scene(name: String = "two") -> GlobeScene {
        var places = PositionPlanes(count: 2)
        places[0] = SIMD3(7_000, 0, 0)
        var scene = GlobeScene(
            name: name, origin: "test", epoch: .j2000, timesS: [0, 60], nodes: ["a", "b\"<"],
            satelliteCount: 2, positions: [places, places],
            sun: [SIMD3(1, 0, 0), SIMD3(1, 0, 0)])
        scene.links = [GlobeLink(a: 0, b: 1)]
        scene.spells = [GlobeSpell(link: 0, frames: 0..<2)]
        return scene
    }

    private static func block(_ name: String, of page: String) throws -> [UInt8] {
        let begin = try #require(page.range(of: "id=\"data-\(name)\">")?.upperBound)
        let end = try #require(page.range(of: "</script>", range: begin..<page.endIndex))
        return try #require(
            Data(base64Encoded: String(page[begin..<end.lowerBound])).map { Array($0) })
    }

    @Test func namesCannotEndTheirBlock() throws {
        let page = String(
            decoding: GlobePage(Self.scene(name: "</script><b>&")).bytes, as: UTF8.self)
        #expect(page.contains("<title>&lt;/script>&lt;b>&amp;</title>"))
        #expect(page.contains(#""name":"\u003c/script>\u003cb>&""#))
        #expect(!page.contains("<b>"))
    }

    @Test func placesAreWholeStepsAndMissingOnesAreMarked() throws {
        let page = String(decoding: GlobePage(Self.scene()).bytes, as: UTF8.self)
        let bytes = try Self.block("positions", of: page)
        let numbers = stride(from: 0, to: bytes.count, by: 2).map {
            Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
        }
        #expect(numbers == [32_767, 0, 0, .min, .min, .min, 32_767, 0, 0, .min, .min, .min])
    }

    @Test func allPlacesOfTheTemplateAreFilled() {
        let page = String(decoding: GlobePage(Self.scene()).bytes, as: UTF8.self)
        #expect(!page.contains("<!--"))
    }

    @Test func compactJSONHasNoBlanks() throws {
        let value: JSONValue = ["a": [1, 2.5, "x y"], "b": [:], "c": [], "d": nil]
        #expect(value.compactText == #"{"a":[1,2.5,"x y"],"b":{},"c":[],"d":null}"#)
    }

    @Test func readsPolygonsAndSaysWhatIsNone() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,1],[2,3],[0,1]]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[5,6],[7,8],[5,6]]]]}}]}
            """
        let rings = try LandOutlines.rings(geoJSON: Array(text.utf8), file: "land")
        #expect(rings.map { $0.map(\.x) } == [[0, 2, 0], [5, 7, 5]])
        for bad in ["{}", "nothing", text.replacing("[7,8]", with: "[7]")] {
            #expect(throws: GlobeError.self) {
                try LandOutlines.rings(geoJSON: Array(bad.utf8), file: "land")
            }
        }
        #expect(throws: GlobeError.self) {
            try LandOutlines.rings(
                geoJSON: Array(text.replacing("[7,8]", with: "[700,8]").utf8), file: "land")
        }
    }
}
