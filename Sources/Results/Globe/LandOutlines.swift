import Foundation

/// The rings of a GeoJSON file of polygons, such as `Datasets/borders/countries-110m.geojson`.
///
/// - Note: RFC 7946, section 3.1.6.
public enum LandOutlines {
    /// Reads the rings, holes among them, as longitude and latitude [deg].
    ///
    /// - Throws: ``GlobeError/badOutlines(file:reason:)``.
    public static func rings(
        geoJSON bytes: [UInt8], file: String
    ) throws(GlobeError) -> [[SIMD2<Double>]] {
        let collection: Collection
        do {
            collection = try JSONDecoder().decode(Collection.self, from: Data(bytes))
        } catch {
            throw .badOutlines(
                file: file, reason: "a GeoJSON FeatureCollection of polygons was expected")
        }
        let rings = collection.features.flatMap(\.geometry.rings)
        guard rings.allSatisfy({ $0.allSatisfy { abs($0.x) <= 180 && abs($0.y) <= 90 } }) else {
            throw .badOutlines(
                file: file, reason: "a place lies beyond 180° of longitude or 90° of latitude")
        }
        return rings
    }

    private struct Collection: Decodable {
        var features: [Feature]
    }

    private struct Feature: Decodable {
        var geometry: Geometry
    }

    private struct Geometry: Decodable {
        var rings: [[SIMD2<Double>]]

        private enum Keys: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Keys.self)
            let polygons: [[[[Double]]]]
            switch try values.decode(String.self, forKey: .type) {
            case "Polygon":
                polygons = [try values.decode([[[Double]]].self, forKey: .coordinates)]
            case "MultiPolygon":
                polygons = try values.decode([[[[Double]]]].self, forKey: .coordinates)
            default: polygons = []
            }
            rings = try polygons.flatMap { $0 }.map { ring in
                try ring.map { place in
                    guard place.count >= 2 else {
                        throw DecodingError.dataCorruptedError(
                            forKey: .coordinates, in: values, debugDescription: "too few numbers")
                    }
                    return SIMD2(place[0], place[1])
                }
            }
        }
    }
}
