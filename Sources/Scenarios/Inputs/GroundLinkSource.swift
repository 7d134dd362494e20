import LaserMesh
import Results

/// The radio links of a scenario that a table gives with their lengths.
enum GroundLinkSource {
    static let header = "station,satellite,length_km"

    /// The links of a table.
    static func links(
        _ file: String, stations: [GroundStation], satelliteNames: [String],
        _ files: inout InputFiles
    ) throws -> GroundLinkList {
        let table = try CSVTable(bytes: files.bytes(file), file: files.path(file))
        var stationOf: [String: Int] = [:]
        for (index, station) in stations.enumerated() { stationOf[station.name] = index }
        var satelliteOf: [String: Int] = [:]
        for (index, name) in satelliteNames.enumerated() { satelliteOf[name] = index }
        let names = (try table.strings("station"), try table.strings("satellite"))
        let lengths = try table.doubles("length_km")
        var seen: Set<LaserLink> = []
        let links = try lengths.indices.map { row in
            func index(_ name: String, _ column: String, _ known: [String: Int]) throws -> Int {
                guard let index = known[name] else {
                    throw table.badCell(
                        row: row, column: column, expected: "the name of a \(column)")
                }
                return index
            }
            let station = try index(names.0[row], "station", stationOf)
            let satellite = try index(names.1[row], "satellite", satelliteOf)
            guard (0...1_000_000).contains(lengths[row]) else {
                throw table.badCell(
                    row: row, column: "length_km", expected: "kilometres from 0 to 1000000")
            }
            guard seen.insert(LaserLink(satellite, satelliteNames.count + station)).inserted else {
                throw table.badCell(
                    row: row, column: "satellite", expected: "each link of a station once")
            }
            return (station: station, satellite: satellite, lengthKm: lengths[row])
        }
        return GroundLinkList(links, stationCount: stations.count)
    }
}
