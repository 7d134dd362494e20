import ElementFiles
import Foundation
import Orbits
import Results

/// A directory of network state in Hypatia's form, read.
///
/// - Complexity: O(bytes) to read it, and to write it.
public struct HypatiaDirectory {
    /// The element sets of the satellites, two lines each.
    private let elementLines: [String]

    /// The satellites, in the order of their numbers.
    let elements: [ElementSet]

    private let stations: [HypatiaStation]
    private let lasers: [(a: Int, b: Int)]
    private let greatestRadioM: Double
    private let greatestLaserM: Double
    private let path: String

    /// The folder of forwarding states, its step [ms] and its duration [s]; `nil` where there is none.
    private let states: (folder: String, stepMs: Int, durationS: Int)?

    /// Reads the files that do not change in time.
    ///
    /// - Throws: `InputError` for a file that is missing,
    ///   ``ExchangeError/malformed(file:place:found:expected:)`` for one that is not of the form.
    public init(path: String) throws {
        self.path = path
        let element = try ExchangeLines(path + "/tles.txt")
        (elementLines, elements) = try Self.elements(element)
        stations = try Self.stations(try ExchangeLines(path + "/ground_stations.txt"))
        lasers = try Self.lasers(try ExchangeLines(path + "/isls.txt"), satellites: elements.count)
        let description = try ExchangeLines(path + "/description.txt")
        greatestRadioM = try description.value(of: "max_gsl_length_m")
        greatestLaserM = try description.value(of: "max_isl_length_m")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        states = names.sorted().lazy.compactMap(Self.states).first
    }

    /// The numbers in the name of a folder of states.
    private static func states(_ name: String) -> (folder: String, stepMs: Int, durationS: Int)? {
        guard let match = name.wholeMatch(of: /dynamic_state_([0-9]+)ms_for_([0-9]+)s/),
            let step = Int(match.1), let duration = Int(match.2), step > 0
        else { return nil }
        return (name, step, duration)
    }

    private static func elements(
        _ lines: ExchangeLines
    ) throws -> ([String], [ElementSet]) {
        let header = lines.fields(0, separatedBy: " ").compactMap { Int($0) }
        guard header.count == 2, header[0] > 0, header[1] > 0 else {
            throw lines.malformed(0, expected: "the numbers of planes and of slots")
        }
        let count = header[0] * header[1]
        guard lines.count == 1 + 3 * count else {
            throw lines.malformed(
                lines.count - 1, found: "\(lines.count) lines",
                expected: "three for each of \(count) satellites after the first")
        }
        var texts: [String] = []
        var sets: [ElementSet] = []
        for index in 0..<count {
            let first = 1 + 3 * index
            guard lines.fields(first, separatedBy: " ").last.flatMap({ Int($0) }) == index else {
                throw lines.malformed(first, expected: "a name and the number \(index)")
            }
            let (one, two) = (lines[first + 1], lines[first + 2])
            do {
                sets.append(try TLE.read(line1: one, line2: two))
            } catch {
                throw lines.malformed(first + 1, expected: "a two-line element set (\(error))")
            }
            texts += [one, two]
        }
        return (texts, sets)
    }

    private static func stations(_ lines: ExchangeLines) throws -> [HypatiaStation] {
        try (0..<lines.count).map { line in
            let fields = lines.fields(line, separatedBy: ",")
            let numbers = fields.dropFirst(2).compactMap { Double($0) }
            guard fields.count == 8, numbers.count == 6, Int(fields[0]) == line else {
                throw lines.malformed(
                    line,
                    expected: "the number \(line), a name, latitude, longitude, altitude, x, y, z")
            }
            return HypatiaStation(
                name: fields[1], latitudeDeg: numbers[0], longitudeDeg: numbers[1],
                altitudeM: numbers[2], positionM: SIMD3(numbers[3], numbers[4], numbers[5]))
        }
    }

    private static func lasers(
        _ lines: ExchangeLines, satellites: Int
    ) throws -> [(a: Int, b: Int)] {
        try (0..<lines.count).map { line in
            let ends = lines.fields(line, separatedBy: " ").compactMap { Int($0) }
            guard ends.count == 2, ends[0] >= 0, ends[0] < ends[1], ends[1] < satellites else {
                throw lines.malformed(
                    line, expected: "two numbers of satellites below \(satellites), ascending")
            }
            return (ends[0], ends[1])
        }
    }

    /// Writes the network as a scenario with its tables, and the forwarding state, where there is
    /// one, as the changes of next hops.
    ///
    /// - Throws: ``ExchangeError`` for states that are not of the form, `ResultError` when the files
    ///   cannot be written.
    public func write(into folder: ResultFolder) throws {
        let names = elements.map { String($0.catalogNumber.rawValue) }
        try folder.write(elementLines.joined(separator: "\n") + "\n", to: "elements.tle")
        let stationTable = try folder.table(
            "stations.csv", columns: ["name", "latitude_deg", "longitude_deg", "altitude_m"])
        var rows = RowBuffer()
        for station in stations {
            rows.row(station.name, station.latitudeDeg, station.longitudeDeg, station.altitudeM)
        }
        try stationTable.append(rows)
        let laserTable = try folder.table("lasers.csv", columns: ["a", "b"])
        rows.removeAll()
        for laser in lasers { rows.row(names[laser.a], names[laser.b]) }
        try laserTable.append(rows)
        try folder.write(scenarioText, to: "scenario.yaml")
        guard states != nil else { return }
        let table = try folder.table(
            "next_hops.csv", columns: ["time_s", "node", "destination", "next_hop"])
        let nodes = names + stations.map(\.name)
        try forEachChange { time, changes in
            rows.removeAll()
            for change in changes {
                rows.row(
                    time, nodes[change.node], nodes[change.destination],
                    change.next < 0 ? nil : nodes[change.next])
            }
            try table.append(rows)
        }
    }

    /// The network as a scenario beside its tables.
    private var scenarioText: String {
        let epoch = elements.first?.epoch ?? .j2000
        let duration = states?.durationS ?? 200
        let stepMs = states?.stepMs ?? 1_000
        return """
            epoch: \(epoch.iso8601(fractionDigits: 6))
            window: { start_s: 0, duration_s: \(duration), step_s: \(Double(stepMs) / 1_000) }
            constellation: { elements: { file: elements.tle } }
            lasers: { topology: file, file: lasers.csv, max_range_km: \(greatestLaserM / 1_000) }
            ground:
              stations: { file: stations.csv }
              earth: \(HypatiaStation.earth(of: stations).rawValue)
              max_slant_range_km: \(greatestRadioM / 1_000)

            """
    }

    /// A next hop that is another one than before; negative for a packet that is dropped.
    struct Change {
        var node: Int
        var destination: Int
        var next: Int
    }

    /// Calls with each instant [s] and what changes then, all at the first.
    func forEachChange(_ body: (Double, [Change]) throws -> Void) throws {
        guard let states else { return }
        let nodes = elements.count + stations.count
        for step in 0..<(states.durationS * 1_000 / states.stepMs) {
            let nanoseconds = step * states.stepMs * 1_000_000
            let lines = try ExchangeLines("\(path)/\(states.folder)/fstate_\(nanoseconds).txt")
            let changes = try (0..<lines.count).map { line in
                let fields = lines.fields(line, separatedBy: ",").compactMap { Int($0) }
                guard fields.count == 5, (0..<nodes).contains(fields[0]),
                    (elements.count..<nodes).contains(fields[1]), (-1..<nodes).contains(fields[2])
                else {
                    throw lines.malformed(
                        line, expected: "node, destination, next hop and two interfaces")
                }
                return Change(node: fields[0], destination: fields[1], next: fields[2])
            }
            try body(Double(nanoseconds) / 1e9, changes)
        }
    }
}
