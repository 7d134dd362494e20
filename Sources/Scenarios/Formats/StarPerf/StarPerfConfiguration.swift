import Foundation
import Orbits
import Results

/// A constellation of StarPerf's `config/XML_constellation`, read, and the ground stations of the same
/// name in `config/ground_stations` beside it.
///
/// The scenario has what its satellites do: elements of 2023-10-01, the mean motion of a circle about a
/// sphere of 6371.393 km, planes over half a circle where the inclination is between 80 and 100 degrees,
/// and no phasing between planes, for it does not apply the `phase_shift` that it reads; +Grid, with no
/// laser barred by the Earth. Its satellites have a little drag, which is left out. A station that
/// stands there once for each of its bands is one.
///
/// - Note: Z. Lai et al., "StarPerf: Characterizing Network Performance for Emerging Mega-Constellations",
///   ICNP 2020, DOI 10.1109/ICNP49622.2020.9259357.
struct StarPerfConfiguration {
    /// A shell.
    private struct Shell {
        var altitudeKm: Double
        var periodS: Double
        var inclinationDeg: Double
        var planes: Int
        var slots: Int
    }

    private let name: String
    private let stepS: Double?
    private var shells: [Shell] = []
    private var stations: [(name: String, latitudeDeg: Double, longitudeDeg: Double)] = []

    /// Whether a file begins as XML does.
    static func isXML(_ bytes: [UInt8]) -> Bool {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        return text.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "<")
    }

    /// Reads a constellation.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: Where it is.
    ///   - stepS: The step of the scenario's window [s]; `nil` for the default.
    /// - Throws: `InputError` for stations that cannot be read,
    ///   ``ExchangeError/malformed(file:place:found:expected:)`` for what is not of the form.
    init(bytes: [UInt8], path: String, stepS: Double?) throws {
        self.stepS = stepS
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let file = parts.last ?? ""
        name = file.split(separator: ".").first.map(String.init) ?? "starperf"
        try readShells(XMLLeaf.all(in: bytes, file: path), path)
        let folder = parts.dropLast().joined(separator: "/")
        let beside = (parts.count > 1 ? folder + "/" : "") + "../ground_stations/" + file
        if InputFile.exists(beside) {
            try readStations(XMLLeaf.all(in: InputFile.bytes(of: beside), file: beside), beside)
        }
    }

    private mutating func readShells(_ leaves: [XMLLeaf], _ file: String) throws(ExchangeError) {
        let values = Values(leaves, root: "constellation", file: file)
        let count = Int(try values.number("number_of_shells", in: 1...1_000, isWhole: true))
        for shell in 1...count {
            let key = "shell\(shell)/"
            shells.append(
                Shell(
                    altitudeKm: try values.number(key + "altitude", in: 100...50_000),
                    periodS: try values.number(key + "orbit_cycle", in: 1...1e7),
                    inclinationDeg: try values.number(key + "inclination", in: 0...180),
                    planes: Int(
                        try values.number(
                            key + "number_of_orbit", in: 1...Double(ShellKeys.mostPlanes),
                            isWhole: true)),
                    slots: Int(
                        try values.number(
                            key + "number_of_satellite_per_orbit",
                            in: 1...Double(ShellKeys.mostPlanes),
                            isWhole: true))))
            _ = try values.number(key + "phase_shift", in: 0...1e9)
        }
        let total = shells.map { $0.planes * $0.slots }.reduce(0, +)
        guard total <= ShellKeys.mostSatellites else {
            throw .malformed(
                file: file, place: nil, found: "\(total) satellites",
                expected: "at most \(ShellKeys.mostSatellites)")
        }
    }

    private mutating func readStations(
        _ leaves: [XMLLeaf], _ file: String
    ) throws(ExchangeError) {
        let values = Values(leaves, root: "GSs", file: file)
        var number = 1
        while values.has("GS\(number)/Latitude") || values.has("GS\(number)/Longitude") {
            let key = "GS\(number)/"
            let latitude = try values.number(key + "Latitude", in: -90...90)
            let longitude = try values.number(key + "Longitude", in: -180...360)
            let name = values.text(key + "Description") ?? "GS\(number)"
            number += 1
            let alike = stations.filter { $0.name == name || $0.name.hasPrefix(name + " #") }
            if alike.contains(where: {
                $0.latitudeDeg == latitude && $0.longitudeDeg == longitude
            }) {
                continue
            }
            stations.append(
                (
                    alike.isEmpty ? name : "\(name) #\(alike.count + 1)", latitude, longitude
                ))
        }
    }

    /// Writes the scenario, and its stations as a table.
    func writeScenario(into folder: ResultFolder) throws {
        var text = """
            name: \(JSONValue.string(name).compactText)
            epoch: 2023-10-01T00:00:00Z
            window: { duration_s: \(shells.map(\.periodS).max() ?? 0)
            """
        if let stepS { text += ", step_s: \(stepS)" }
        text += " }\nconstellation:\n  shells:\n"
        for (index, shell) in shells.enumerated() {
            text += """
                    - name: shell\(index + 1)
                      planes: \(shell.planes)
                      slots: \(shell.slots)
                      inclination_deg: \(shell.inclinationDeg)
                      mean_motion_rev_per_day: \(Self.revolutionsPerDay(shell.altitudeKm))

                """
            let isStar = shell.inclinationDeg > 80 && shell.inclinationDeg < 100
            if isStar { text += "      raan_spread_deg: 180\n" }
        }
        text += "lasers: { topology: plus-grid, grazing_altitude_km: -6000 }\n"
        if !stations.isEmpty {
            var rows = RowBuffer()
            for station in stations {
                rows.row(station.name, station.latitudeDeg, station.longitudeDeg)
            }
            try folder.table("stations.csv", columns: ["name", "latitude_deg", "longitude_deg"])
                .append(rows)
            text += "ground: { stations: { file: stations.csv } }\n"
        }
        try folder.write(text, to: "scenario.yaml")
    }

    /// The mean motion that StarPerf gives to its satellites, by Kepler's third law.
    private static func revolutionsPerDay(_ altitudeKm: Double) -> Double {
        let axisKm = 6_371.393 + altitudeKm
        return (398_600.44 / (axisKm * axisKm * axisKm)).squareRoot() * 86_400 / (2 * .pi)
    }
}

/// The values of a document by the names of their elements within the root, joined by `/`.
private struct Values {
    private var leaves: [String: XMLLeaf] = [:]
    private let root: String
    private let file: String

    init(_ leaves: [XMLLeaf], root: String, file: String) {
        self.root = root
        self.file = file
        for leaf in leaves where leaf.path.first == root {
            self.leaves[leaf.path.dropFirst().joined(separator: "/")] = leaf
        }
    }

    func has(_ key: String) -> Bool { leaves[key] != nil }

    func text(_ key: String) -> String? { leaves[key].flatMap { $0.text.isEmpty ? nil : $0.text } }

    /// A number in a range.
    func number(
        _ key: String, in range: ClosedRange<Double>, isWhole: Bool = false
    ) throws(ExchangeError) -> Double {
        let leaf = leaves[key]
        guard let leaf, let value = YAMLValue.number(leaf.text), range.contains(value),
            !isWhole || value == value.rounded()
        else {
            throw .malformed(
                file: file, place: leaf.map { "line \($0.line)" },
                found: leaf.map { "'\($0.text.prefix(60))' as \(root)/\(key)" }
                    ?? "no \(root)/\(key)",
                expected: "a \(isWhole ? "whole " : "")number from \(range.lowerBound) to "
                    + "\(range.upperBound)")
        }
        return value
    }
}
