import Foundation
import Orbits
import Results

/// A directory of StarryNet's matrices, read: `position/<t>.txt` from 0 and `delay/<t>.txt` from 1.
///
/// Nodes are named by their numbers, from 1, but for stations that a `stations.csv` names.
struct StarryNetDirectory {
    /// What it holds.
    private(set) var timeline: DelayTimeline

    /// Reads a directory.
    ///
    /// - Throws: `InputError` for a file that is missing,
    ///   ``ExchangeError/malformed(file:place:found:expected:)`` for one that is not of the form.
    /// - Complexity: O(instants · nodes²).
    init(path: String) throws {
        var instants: [DelayInstant] = []
        var nodes: Int?
        // The last instant is the last one that has a matrix.
        while instants.isEmpty
            || InputFile.exists("\(path)/delay/\(instants.count + 1).txt")
        {
            let time = instants.count
            let places = try Self.places("\(path)/position/\(time).txt")
            if let first = instants.first, first.places.count != places.count {
                throw ExchangeError.malformed(
                    file: "\(path)/position/\(time).txt", place: nil,
                    found: "\(places.count) satellites",
                    expected: "\(first.places.count), as in the files before")
            }
            let (links, count) = try Self.links(
                "\(path)/delay/\(time + 1).txt", nodes: nodes, satellites: places.count)
            nodes = count
            instants.append(DelayInstant(places: places, links: links))
        }
        let satellites = instants[0].places.count
        let name = path.split(separator: "/").last.map(String.init) ?? "starrynet"
        timeline = DelayTimeline(
            name: name, satellites: (1...max(1, satellites)).map(String.init),
            stations: try Self.stations(
                "\(path)/stations.csv", numbers: satellites..<(nodes ?? satellites)),
            stepS: 1, instants: instants)
    }

    private static func places(_ path: String) throws -> [Geodetic] {
        let lines = try ExchangeLines(path)
        let places = try (0..<lines.count).compactMap { line -> Geodetic? in
            // Later versions part the orbits by empty lines.
            if lines[line].isEmpty { return nil }
            let values = lines.fields(line, separatedBy: ",").compactMap { YAMLValue.number($0) }
            guard values.count == 3, (-90...90).contains(values[0]),
                (-180...360).contains(values[1]), (0...1_000_000).contains(values[2])
            else {
                throw lines.malformed(
                    line, expected: "latitude [deg], longitude [deg] and altitude [km]")
            }
            return Geodetic(
                latitudeDeg: values[0], longitudeDeg: values[1], altitudeKm: values[2])
        }
        guard !places.isEmpty else {
            throw lines.malformed(0, found: "no satellite", expected: "one at least")
        }
        return places
    }

    /// The links of a matrix, and its size.
    private static func links(
        _ path: String, nodes: Int?, satellites: Int
    ) throws -> ([DelayInstant.Link], Int) {
        let lines = try ExchangeLines(path)
        let count = nodes ?? lines.count
        guard lines.count == count, count >= satellites else {
            throw lines.malformed(
                max(0, lines.count - 1), found: "\(lines.count) rows",
                expected: nodes.map { "\($0), as in the matrices before" }
                    ?? "at least one for each of \(satellites) satellites")
        }
        var links: [DelayInstant.Link] = []
        var lower: [Int: Double] = [:]
        for row in 0..<count {
            let fields = lines.fields(row, separatedBy: ",")
            guard fields.count == count else {
                throw lines.malformed(
                    row, found: "\(fields.count) numbers", expected: "\(count), one for each node")
            }
            for (column, field) in fields.enumerated() where field != "0.00" {
                guard let delayMs = YAMLValue.number(field), (0...1e6).contains(delayMs) else {
                    throw lines.malformed(
                        row, found: "'\(field.prefix(40))' for node \(column + 1)",
                        expected: "a delay in milliseconds, or 0 for no link")
                }
                guard delayMs > 0 else { continue }
                guard column != row else {
                    throw lines.malformed(
                        row, found: "a delay of node \(row + 1) to itself", expected: "0")
                }
                if column > row {
                    links.append(.init(a: row, b: column, delayS: delayMs / 1_000))
                    lower[column * count + row] = delayMs
                } else if lower.removeValue(forKey: row * count + column) != delayMs {
                    throw lines.malformed(
                        row, found: "\(field) to node \(column + 1)",
                        expected: "the same as the other way")
                }
            }
        }
        if let missing = lower.keys.min() {
            let (row, column) = missing.quotientAndRemainder(dividingBy: count)
            throw lines.malformed(
                row, found: "0 to node \(column + 1)", expected: "the same as the other way")
        }
        return (links, count)
    }

    private static func stations(
        _ path: String, numbers: Range<Int>
    ) throws -> [(name: String, place: Geodetic?)] {
        guard InputFile.exists(path) else {
            return numbers.map { (String($0 + 1), nil) }
        }
        let table = try CSVTable(contentsOf: path)
        guard table.rowCount == numbers.count else {
            throw ExchangeError.malformed(
                file: path, place: nil, found: "\(table.rowCount) stations",
                expected: "\(numbers.count), as the matrices have nodes after the satellites")
        }
        let latitudes = try table.doubles("latitude_deg")
        let longitudes = try table.doubles("longitude_deg")
        let altitudes = try table.doubles("altitude_m")
        return try table.strings("name").enumerated().map { row, name in
            (
                name,
                Geodetic(
                    latitudeDeg: latitudes[row], longitudeDeg: longitudes[row],
                    altitudeKm: altitudes[row] / 1_000)
            )
        }
    }
}
