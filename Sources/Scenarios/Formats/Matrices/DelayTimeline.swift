import LaserMesh
import Orbits
import Results

/// Places and delays at evenly spaced instants, as files of matrices hold them.
struct DelayTimeline: Sendable {
    /// Name of the scenario.
    var name: String

    /// Names of the satellites.
    var satellites: [String]

    /// For each satellite its shell; empty where there is one alone.
    var shells: [String] = []

    /// The nodes after the satellites: ground stations by name, with their places where these are
    /// known.
    var stations: [(name: String, place: Geodetic?)] = []

    /// The time between instants [s].
    var stepS: Double

    /// The instants.
    var instants: [DelayInstant]

    /// Writes a scenario with its tables, and all delays as `delays.csv`.
    ///
    /// Lasers are pointed from the instant at which they first have a delay to the one at which they
    /// have none, and measured anew between the places. Radio links of stations follow the scenario's
    /// rules, for a scenario cannot be given ones that change.
    func writeScenario(into folder: ResultFolder) throws {
        let names = satellites + stations.map(\.name)
        let delays = try folder.table("delays.csv", columns: ["time_s", "a", "b", "delay_ms"])
        var rows = RowBuffer()
        for (index, instant) in instants.enumerated() {
            for link in instant.links {
                rows.row(seconds(index), names[link.a], names[link.b], link.delayS * 1_000)
            }
            try delays.append(rows)
            rows.removeAll()
        }
        var tables = GivenMeshTables(
            name: name, epoch: .j2000, earth: .wgs84, startS: 0,
            durationS: stepS * Double(instants.count), stepS: stepS)
        tables.isTimed = true
        tables.hasShells = !shells.isEmpty
        for (index, instant) in instants.enumerated() {
            for (satellite, place) in instant.places.enumerated() {
                tables.positions.append(satellites[satellite])
                if !shells.isEmpty { tables.positions.append(shells[satellite]) }
                for value in [
                    seconds(index), place.latitudeDeg, place.longitudeDeg, place.altitudeKm,
                ] { tables.positions.append(value) }
                tables.positions.endRow()
            }
        }
        for station in stations {
            guard let place = station.place else { continue }
            tables.stations.row(
                station.name, place.latitudeDeg, place.longitudeDeg, place.altitudeKm * 1_000)
        }
        for spell in laserSpells {
            tables.lasers.row(names[spell.a], names[spell.b], spell.upS, spell.downS)
        }
        try tables.write(into: folder)
    }

    private func seconds(_ index: Int) -> Double { Double(index) * stepS }

    /// When each laser is there, ordered by its ends and then by time.
    private var laserSpells: [(a: Int, b: Int, upS: Double, downS: Double)] {
        var open: [LaserLink: Double] = [:]
        var spells: [(a: Int, b: Int, upS: Double, downS: Double)] = []
        for (index, instant) in instants.enumerated() {
            let links = Set(
                instant.links.lazy.filter { $0.b < satellites.count }
                    .map { LaserLink($0.a, $0.b) })
            for (link, up) in open where !links.contains(link) {
                spells.append((Int(link.a), Int(link.b), up, seconds(index)))
                open[link] = nil
            }
            for link in links where open[link] == nil {
                open[link] = index == 0 ? -.infinity : seconds(index)
            }
        }
        for (link, up) in open { spells.append((Int(link.a), Int(link.b), up, .infinity)) }
        return spells.sorted { ($0.a, $0.b, $0.upS) < ($1.a, $1.b, $1.upS) }
    }
}
