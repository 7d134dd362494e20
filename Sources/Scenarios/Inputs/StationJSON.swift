import Foundation
import Results

/// Lists of places in JSON, as communities keep them of gateways and points of presence: a list of
/// objects, or an object with such a list under `stations`.
///
/// An object has a name (`name`, or else `code`), a latitude (`lat`, `latitude` or `latitude_deg`) and a
/// longitude (`lon`, `lng`, `longitude` or `longitude_deg`) in degrees; its other texts, numbers and
/// truth values are columns like those of a table.
enum StationJSON {
    private static let latitudes = ["latitude_deg", "lat", "latitude"]
    private static let longitudes = ["longitude_deg", "lon", "lng", "longitude"]
    private static let names = ["name", "code"]

    /// Whether a file begins like JSON.
    static func isJSON(_ bytes: [UInt8]) -> Bool {
        let first = bytes.first { !" \t\r\n".utf8.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// The list as a table with the columns `name`, `latitude_deg` and `longitude_deg`, and those of its
    /// own; its lines count the places from 2 on.
    ///
    /// - Throws: ``ScenarioError/wrongRow(file:line:found:expected:)`` for another form.
    static func table(_ bytes: [UInt8], file: String) throws -> CSVTable {
        let places = try list(bytes, file: file)
        let taken = Set(names + latitudes + longitudes)
        let columns = Set(places.flatMap(\.keys)).subtracting(taken).sorted()
        var rows = RowBuffer()
        for name in ["name", "latitude_deg", "longitude_deg"] + columns { rows.append(name) }
        rows.endRow()
        for (index, place) in places.enumerated() {
            func first(_ keys: [String]) throws(ScenarioError) -> String {
                if let value = keys.lazy.compactMap({ place[$0] }).first { return value }
                throw .wrongRow(
                    file: file, line: index + 2,
                    found: "place \(index + 1) without \(keys.joined(separator: ", "))",
                    expected: "a name, a latitude and a longitude")
            }
            rows.append(try first(names))
            rows.append(try first(latitudes))
            rows.append(try first(longitudes))
            for column in columns { rows.append(place[column] ?? "") }
            rows.endRow()
        }
        return try CSVTable(bytes: Array(rows.bytes), file: file)
    }

    private static func list(
        _ bytes: [UInt8], file: String
    ) throws(ScenarioError) -> [[String: String]] {
        do {
            let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
            return document.stations.map { $0.compactMapValues(\.text) }
        } catch {
            throw .wrongRow(
                file: file, line: 1, found: "JSON of another form",
                expected: "a list of places with name, lat and lon, by itself or under 'stations'")
        }
    }

    private struct Document: Decodable {
        var stations: [[String: Cell]]

        private enum CodingKeys: String, CodingKey { case stations }

        init(from decoder: any Decoder) throws {
            if let list = try? [[String: Cell]](from: decoder) {
                stations = list
            } else {
                stations = try decoder.container(keyedBy: CodingKeys.self)
                    .decode([[String: Cell]].self, forKey: .stations)
            }
        }
    }

    /// A value as it would stand in a table; no text for a list, an object or a text of several lines.
    private struct Cell: Decodable {
        var text: String?

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let flag = try? value.decode(Bool.self) {
                text = flag ? "true" : "false"
            } else if let number = try? value.decode(Double.self) {
                text = number.description
            } else if let word = try? value.decode(String.self), !word.contains(where: \.isNewline)
            {
                text = word
            }
        }
    }
}
