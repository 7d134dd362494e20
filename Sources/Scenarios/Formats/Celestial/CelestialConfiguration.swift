import Orbits
import Results

/// A configuration of Celestial, read: shells, stations and their rules.
///
/// The scenario has what its satellites do: periods of whole seconds over a sphere of 6371 km, planes
/// without phasing, +Grid that joins the last plane with the first also in a star, stations 100 m high,
/// and the first node over the meridian of Greenwich when time begins. The bounding box and the
/// machines are left out, and so is that Celestial turns the Earth once in 86,400 s and puts satellite n
/// of a plane by up to a degree beside its slot.
///
/// - Note: T. Pfandzelter, D. Bermbach, "Celestial: Virtual Software System Testbeds for the LEO Edge",
///   Middleware 2022, DOI 10.1145/3528535.3531517.
struct CelestialConfiguration {
    /// A shell.
    private struct Shell {
        var planes: Int
        var slots: Int
        var altitudeKm: Double
        var inclinationDeg: Double
        var spreadDeg: Double
        var eccentricity: Double
    }

    /// A ground station.
    private struct Station {
        var name: String
        var latitudeDeg: Double
        var longitudeDeg: Double
        var minElevationDeg: Double
    }

    /// What holds for links, of the whole, or of a shell or station.
    private struct Network: Hashable {
        var bandwidthKbits: Double
        var minElevationDeg: Double
        var isOne: Bool
    }

    /// The instant at which Celestial's time begins.
    private static let epoch = Instant(year: 2023, month: 1, day: 1, secondOfDay: 0)
    private static let networkKeys = [
        "bandwidth_kbits", "min_elevation", "ground_station_connection_type",
    ]

    private let name: String
    private let durationS: Double
    private let stepS: Double
    private let offsetS: Double
    private var shells: [Shell] = []
    private var stations: [Station] = []
    private var laserGbps = 0.0
    private var radioGbps: Double?
    private var isOne = false

    /// Reads a file.
    ///
    /// - Throws: `InputError` when it is missing,
    ///   ``ExchangeError/malformed(file:place:found:expected:)`` for what a scenario cannot say.
    init(path: String) throws {
        let top = try TOMLSection(InputFile.bytes(of: path), file: path)
        name =
            (path.split(separator: "/").last ?? "").split(separator: ".").first.map(String.init)
            ?? "celestial"
        try top.require(only: [
            "bbox", "resolution", "duration", "offset", "network_params", "compute_params", "shell",
            "ground_station",
        ])
        stepS = try top.number("resolution", in: 1e-3...1e9)
        durationS = try top.number("duration", in: 1e-3...1e9)
        offsetS = top.has("offset") ? try top.number("offset", in: 0...1e9) : 0
        guard let section = try top.section("network_params") else {
            throw top.malformed("network_params", found: "nothing", expected: "[network_params]")
        }
        let network = try Self.network(section, nil)
        try readShells(top, network)
        try readStations(top, network)
    }

    private static func network(
        _ section: TOMLSection?, _ base: Network?
    ) throws(ExchangeError) -> Network {
        guard let section else {
            return base ?? Network(bandwidthKbits: 0, minElevationDeg: 0, isOne: false)
        }
        try section.require(only: networkKeys)
        var network = base ?? Network(bandwidthKbits: 0, minElevationDeg: 0, isOne: false)
        if base == nil || section.has("bandwidth_kbits") {
            network.bandwidthKbits = try section.number("bandwidth_kbits", in: 0...1e15)
        }
        if base == nil || section.has("min_elevation") {
            network.minElevationDeg = try section.number("min_elevation", in: 0...90)
        }
        if base == nil || section.has("ground_station_connection_type") {
            let text = try section.text("ground_station_connection_type", expected: "all or one")
            guard ["all", "one"].contains(text) else {
                throw section.malformed(
                    "ground_station_connection_type", found: "'\(text)'", expected: "all or one")
            }
            network.isOne = text == "one"
        }
        return network
    }

    private mutating func readShells(
        _ top: TOMLSection, _ network: Network
    ) throws(ExchangeError) {
        let sections = try top.sections("shell")
        guard !sections.isEmpty else {
            throw top.malformed("shell", found: "nothing", expected: "[[shell]] at least once")
        }
        for section in sections {
            try section.require(only: [
                "planes", "sats", "altitude_km", "inclination", "arc_of_ascending_nodes",
                "eccentricity", "network_params", "compute_params",
            ])
            let planes = try section.integer("planes", in: 1...16_384)
            let slots = try section.integer("sats", in: 1...16_384)
            guard planes * slots <= 16_384 else {
                throw section.malformed(
                    "sats", found: "\(planes * slots) satellites",
                    expected: "at most 16384 in a shell")
            }
            shells.append(
                Shell(
                    planes: planes, slots: slots,
                    altitudeKm: try section.number("altitude_km", in: 100...400_000),
                    inclinationDeg: try section.number("inclination", in: 0...180),
                    spreadDeg: try section.number("arc_of_ascending_nodes", in: 1e-3...360),
                    eccentricity: try section.number("eccentricity", in: 0...0.99)))
            let own = try Self.network(try section.section("network_params"), network)
            let gbps = own.bandwidthKbits / 1e6
            guard shells.count == 1 || gbps == laserGbps else {
                throw section.malformed(
                    "bandwidth_kbits", found: "\(gbps) Gbit/s after \(laserGbps) Gbit/s",
                    expected: "the same for all shells, as a scenario has one for all lasers")
            }
            laserGbps = gbps
        }
    }

    private mutating func readStations(
        _ top: TOMLSection, _ network: Network
    ) throws(ExchangeError) {
        for section in try top.sections("ground_station") {
            try section.require(only: ["name", "lat", "long", "network_params", "compute_params"])
            let own = try Self.network(try section.section("network_params"), network)
            let name = try section.text("name", expected: "the name of the station")
            guard !name.isEmpty, !stations.contains(where: { $0.name == name }) else {
                throw section.malformed(
                    "name", found: "'\(name)'", expected: "a name of its own for each station")
            }
            let gbps = own.bandwidthKbits / 1e6
            guard radioGbps == nil || radioGbps == gbps else {
                throw section.malformed(
                    "bandwidth_kbits", found: "\(gbps) Gbit/s after \(radioGbps ?? 0) Gbit/s",
                    expected: "the same for all stations, as a scenario has one for all radio links"
                )
            }
            guard stations.isEmpty || own.isOne == isOne else {
                throw section.malformed(
                    "ground_station_connection_type", found: own.isOne ? "'one'" : "'all'",
                    expected: "the same for all stations")
            }
            guard !own.isOne || shells.count == 1 else {
                throw section.malformed(
                    "ground_station_connection_type", found: "'one' with \(shells.count) shells",
                    expected: "'all', or one shell: a scenario counts the satellites of all shells")
            }
            isOne = own.isOne
            radioGbps = gbps
            stations.append(
                Station(
                    name: name, latitudeDeg: try section.number("lat", in: -90...90),
                    longitudeDeg: try section.number("long", in: -180...180),
                    minElevationDeg: own.minElevationDeg))
        }
    }

    /// The scenario.
    var scenarioText: String {
        let least = stations.map(\.minElevationDeg).min()
        var text = """
            name: \(JSONValue.string(name).compactText)
            epoch: \(Self.epoch.iso8601(fractionDigits: 6))
            window: { start_s: \(offsetS), duration_s: \(durationS), step_s: \(stepS) }
            constellation:
              shells:

            """
        for (index, shell) in shells.enumerated() { text += Self.text(of: shell, index: index) }
        text += "lasers: { topology: plus-grid, seam: linked, grazing_altitude_km: 80 }\n"
        text += "ground:\n  earth: sphere\n"
        if let least { text += "  min_elevation_deg: \(least)\n" }
        if isOne { text += "  choice: nearest\n  satellites_per_station: 1\n" }
        if !stations.isEmpty { text += "  stations:\n" }
        for station in stations {
            text += "    - name: \(JSONValue.string(station.name).compactText)\n"
            text += "      latitude_deg: \(station.latitudeDeg)\n"
            text += "      longitude_deg: \(station.longitudeDeg)\n      altitude_m: 100\n"
            if let least, station.minElevationDeg > least {
                text += "      azimuth_mask: [[0, \(station.minElevationDeg)]]\n"
            }
        }
        text += "capacity: { laser_gbps: \(laserGbps)"
        if let radioGbps { text += ", radio_gbps: \(radioGbps)" }
        return text + " }\n"
    }

    private static func text(of shell: Shell, index: Int) -> String {
        // Kepler's third law with the radius and the parameter that Celestial takes.
        let a = 6_371 + shell.altitudeKm
        let periodS = (2 * Double.pi * (a * a * a / 398_600.4418).squareRoot()).rounded(.down)
        let node = SiderealTime.gmst1982(at: epoch) * 180 / .pi
        return """
                - name: S\(index + 1)
                  planes: \(shell.planes)
                  slots: \(shell.slots)
                  inclination_deg: \(shell.inclinationDeg)
                  mean_motion_rev_per_day: \(86_400 / periodS)
                  raan_spread_deg: \(shell.spreadDeg)
                  raan_offset_deg: \(node)
                  eccentricity: \(shell.eccentricity)

            """
    }
}
