import Foundation

extension Borders {
    /// Reads the borders of a GeoJSON file: a collection of features with polygons.
    ///
    /// Of the properties, the first of these counts, in either case of letters: `name`, `admin`; for
    /// the two-letter code `iso_a2_eh`, `iso_a2`; for the three-letter code `adm0_a3`, `iso_a3_eh`,
    /// `iso_a3`. Natural Earth writes `-99` for a code that there is none of.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - file: Its name, for messages.
    /// - Throws: ``TerrestrialFileError`` for a file of another form.
    /// - Note: H. Butler et al., RFC 7946, DOI 10.17487/RFC7946.
    public init(geoJSON bytes: [UInt8], file: String) throws(TerrestrialFileError) {
        let collection: FeatureCollection
        do {
            collection = try JSONDecoder().decode(FeatureCollection.self, from: Data(bytes))
        } catch {
            throw TerrestrialFileError(
                file: file, place: Self.place(of: error), found: "something else",
                expected: "a GeoJSON collection of features with properties and polygons")
        }
        var shapes: [(country: Country, rings: [BorderRing])] = []
        for (index, feature) in collection.features.enumerated() {
            func wrong(_ found: String, _ expected: String) -> TerrestrialFileError {
                TerrestrialFileError(
                    file: file, place: "feature \(index + 1)", found: found, expected: expected)
            }
            guard let name = feature.properties.first(of: ["name", "admin"]) else {
                throw wrong("no name", "a property 'name'")
            }
            var rings: [BorderRing] = []
            for corners in feature.geometry?.rings ?? [] {
                guard corners.count >= 4 else {
                    throw wrong("a ring of \(corners.count) positions", "four or more")
                }
                guard
                    corners.allSatisfy({
                        $0.count >= 2 && abs($0[0]) <= 540 && abs($0[1]) <= 90
                    })
                else {
                    throw wrong(
                        "a position off the Earth in '\(name)'",
                        "longitude and latitude in degrees")
                }
                rings.append(
                    BorderRing(
                        longitudesDeg: corners.map { $0[0] }, latitudesDeg: corners.map { $0[1] }))
            }
            let country = Country(
                name: name, alpha2: feature.properties.first(of: ["iso_a2_eh", "iso_a2"]),
                alpha3: feature.properties.first(of: ["adm0_a3", "iso_a3_eh", "iso_a3"]))
            shapes.append((country, rings))
        }
        guard !shapes.isEmpty else {
            throw TerrestrialFileError(
                file: file, found: "no features", expected: "at least one country")
        }
        self.init(shapes)
    }

    /// Where the decoder stopped, such as `features[3].geometry`.
    private static func place(of error: any Error) -> String? {
        let path: [any CodingKey]
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            path = context.codingPath
        default: path = []
        }
        let text = path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text.isEmpty ? nil : text
    }
}

/// What is read of a GeoJSON collection.
private struct FeatureCollection: Decodable {
    var features: [Feature]

    struct Feature: Decodable {
        var properties: Properties
        var geometry: Geometry?
    }

    /// The properties that are texts.
    struct Properties: Decodable {
        private var texts: [String: String] = [:]

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            for key in container.allKeys {
                guard let text = try? container.decode(String.self, forKey: key) else { continue }
                texts[key.stringValue.lowercased()] = text
            }
        }

        func first(of keys: [String]) -> String? {
            keys.lazy.compactMap { texts[$0] }.first { $0 != "-99" && !$0.isEmpty }
        }
    }

    struct Geometry: Decodable {
        /// Outlines and holes: rings of positions.
        var rings: [[[Double]]]

        private enum Kind: String, Decodable {
            case polygon = "Polygon"
            case multiPolygon = "MultiPolygon"
        }

        private enum CodingKeys: CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            switch try container.decode(Kind.self, forKey: .type) {
            case .polygon:
                rings = try container.decode([[[Double]]].self, forKey: .coordinates)
            case .multiPolygon:
                rings = try container.decode([[[[Double]]]].self, forKey: .coordinates)
                    .flatMap { $0 }
            }
        }
    }
}
