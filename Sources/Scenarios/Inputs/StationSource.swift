import LaserMesh
import Orbits
import Results

/// The ground stations of a scenario: from the scenario itself, or from a table.
enum StationSource {
    /// The stations with their skylines and ways, all with names of their own.
    static func stations(
        _ keys: GroundKeys, satelliteNames: [String], _ files: inout InputFiles
    ) throws -> [GroundStation] {
        var stations = try placed(keys.stations, satelliteNames: satelliteNames, &files)
        if let file = keys.tracksFile {
            try StationTables.addTracks(file, satelliteNames: satelliteNames, &files, to: &stations)
        }
        if let file = keys.masksFile { try StationTables.addMasks(file, &files, to: &stations) }
        if let mask = keys.mask {
            for index in stations.indices where stations[index].mask == nil {
                stations[index].mask = mask
            }
        }
        return stations
    }

    /// The stations as they are listed, without the tables that say more of them.
    static func placed(
        _ keys: GroundKeys.Stations, satelliteNames: [String], _ files: inout InputFiles
    ) throws -> [GroundStation] {
        var taken: Set<String> = []
        switch keys {
        case .none:
            return []
        case .listed(let listed):
            let satellites = Set(satelliteNames)
            for (station, place) in listed {
                let label = NodeLabel.text(station.name)
                guard taken.insert(label).inserted, !satellites.contains(label) else {
                    throw ScenarioError.wrongValue(
                        place: place, found: "a second node '\(station.name)'",
                        expected: "a name of its own for each")
                }
            }
            return listed.map(\.station)
        case .file(let file, let first, let wanted):
            let bytes = try files.bytes(file)
            let path = files.path(file)
            let table =
                StationJSON.isJSON(bytes)
                ? try StationJSON.table(bytes, file: path)
                : try CSVTable(bytes: bytes, file: path)
            let stations = try rows(of: table, where: wanted, first: first)
            let satellites = Set(satelliteNames)
            for (station, line) in stations {
                let label = NodeLabel.text(station.name)
                guard taken.insert(label).inserted, !satellites.contains(label) else {
                    throw ScenarioError.wrongRow(
                        file: files.path(file), line: line,
                        found: "a second node '\(station.name)'",
                        expected: "a name of its own for each")
                }
            }
            return stations.map(\.0)
        }
    }

    private static func rows(
        of table: CSVTable, where wanted: [String: String], first: Int
    ) throws -> [(GroundStation, Int)] {
        let names = try table.strings("name")
        let latitudes = try table.doubles("latitude_deg")
        let longitudes = try table.doubles("longitude_deg")
        let altitudes = table.hasColumn("altitude_m") ? try table.doubles("altitude_m") : nil
        let populations = table.hasColumn("population") ? try table.strings("population") : nil
        var isWanted = [Bool](repeating: true, count: names.count)
        for (column, value) in wanted {
            for (row, cell) in try table.strings(column).enumerated() where cell != value {
                isWanted[row] = false
            }
        }
        let rows = isWanted.indices.filter { isWanted[$0] }
        return try rows.prefix(first == 0 ? rows.count : first).map { row in
            let altitude = altitudes?[row] ?? 0
            guard !names[row].isEmpty else {
                throw table.badCell(row: row, column: "name", expected: "a name")
            }
            try table.require(
                latitudes[row], row: row, column: "latitude_deg", in: -90...90, "degrees")
            try table.require(
                longitudes[row], row: row, column: "longitude_deg", in: -180...360, "degrees")
            try table.require(
                altitude, row: row, column: "altitude_m", in: -12_000...100_000, "metres")
            let place = Geodetic(
                latitudeDeg: latitudes[row], longitudeDeg: longitudes[row],
                altitudeKm: altitude / 1_000)
            // Routes do without it, so that a gap in the column is no mistake; traffic says so.
            let people = populations.flatMap { YAMLValue.number($0[row]) }.flatMap {
                $0 >= 0 ? $0 : nil
            }
            return (
                GroundStation(name: names[row], place: place, population: people),
                table.line(ofRow: row)
            )
        }
    }
}
