import LaserMesh
import Orbits
import Results

/// Tables that say more of stations: their skylines and their ways.
enum StationTables {
    /// Gives stations the skylines of a table `station,azimuth_deg,elevation_deg`; without the first
    /// column it is the skyline of all.
    static func addMasks(
        _ file: String, _ files: inout InputFiles, to stations: inout [GroundStation]
    ) throws {
        let table = try CSVTable(bytes: files.bytes(file), file: files.path(file))
        let names = table.hasColumn("station") ? try table.strings("station") : nil
        let azimuths = try table.doubles("azimuth_deg")
        let elevations = try table.doubles("elevation_deg")
        var corners: [String: [(azimuthRad: Double, elevationRad: Double)]] = [:]
        var lastRow: [String: Int] = [:]
        for row in azimuths.indices {
            try table.require(
                azimuths[row], row: row, column: "azimuth_deg", in: -180...360, "degrees")
            try table.require(
                elevations[row], row: row, column: "elevation_deg", in: -90...90, "degrees")
            let name = names?[row] ?? ""
            if names != nil, !stations.contains(where: { $0.name == name }) {
                throw table.badCell(row: row, column: "station", expected: "the name of a station")
            }
            lastRow[name] = row
            corners[name, default: []].append(
                (azimuths[row] * .pi / 180, elevations[row] * .pi / 180))
        }
        for index in stations.indices {
            guard let own = corners[names == nil ? "" : stations[index].name] else { continue }
            guard let mask = AzimuthMask(own) else {
                throw table.badCell(
                    row: lastRow[names == nil ? "" : stations[index].name] ?? 0,
                    column: "azimuth_deg", expected: "no azimuth twice in one skyline")
            }
            if stations[index].mask == nil { stations[index].mask = mask }
        }
    }

    /// Adds the users of a table `station,time_s,latitude_deg,longitude_deg,altitude_m`; a station
    /// that is there already gets the way of that name.
    static func addTracks(
        _ file: String, satelliteNames: [String], _ files: inout InputFiles,
        to stations: inout [GroundStation]
    ) throws {
        let table = try CSVTable(bytes: files.bytes(file), file: files.path(file))
        let names = try table.strings("station")
        let times = try table.doubles("time_s")
        let latitudes = try table.doubles("latitude_deg")
        let longitudes = try table.doubles("longitude_deg")
        let altitudes = table.hasColumn("altitude_m") ? try table.doubles("altitude_m") : nil
        var order: [String] = []
        var stops: [String: [(atS: Double, place: Geodetic)]] = [:]
        var lastRow: [String: Int] = [:]
        let satellites = Set(satelliteNames)
        for row in names.indices {
            let name = names[row]
            guard !name.isEmpty, !satellites.contains(NodeLabel.text(name)) else {
                throw table.badCell(
                    row: row, column: "station", expected: "a name that no satellite bears")
            }
            try table.require(
                latitudes[row], row: row, column: "latitude_deg", in: -90...90, "degrees")
            try table.require(
                longitudes[row], row: row, column: "longitude_deg", in: -180...360, "degrees")
            if stops[name] == nil { order.append(name) }
            lastRow[name] = row
            stops[name, default: []].append(
                (
                    times[row],
                    Geodetic(
                        latitudeDeg: latitudes[row], longitudeDeg: longitudes[row],
                        altitudeKm: (altitudes?[row] ?? 0) / 1_000)
                ))
        }
        for name in order {
            guard let track = StationTrack(stops[name] ?? []) else {
                throw table.badCell(
                    row: lastRow[name] ?? 0, column: "time_s",
                    expected: "no time twice for one station")
            }
            if let index = stations.firstIndex(where: { $0.name == name }) {
                stations[index].track = track
                stations[index].place = track.places[0]
            } else {
                stations.append(GroundStation(name: name, place: track.places[0], track: track))
            }
        }
    }
}
