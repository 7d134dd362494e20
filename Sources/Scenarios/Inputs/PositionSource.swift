import LaserMesh
import Orbits
import Results

/// Satellites whose positions a table gives, at one time or at many.
struct PositionSource {
    private(set) var names: [String] = []
    private(set) var positions: GivenPositions
    private(set) var layouts: [ShellLayout] = []

    static let header = "satellite,plane,slot,latitude_deg,longitude_deg,altitude_km"

    /// A satellite as its first row has it.
    private struct Satellite {
        var shell: String
        var plane: Int?
        var slot: Int?
        var row: Int
        var rows: [(seconds: Double, position: ITRFPosition)] = []
    }

    private let table: CSVTable
    private var satellites: [Satellite] = []

    /// - Parameters:
    ///   - keys: The table.
    ///   - epoch: The instant from which its `time_s` counts.
    ///   - earth: The surface to which its latitudes and heights refer.
    init(
        _ keys: PositionKeys, epoch: Instant, earth: Ellipsoid, _ files: inout InputFiles
    ) throws {
        table = try CSVTable(bytes: files.bytes(keys.file), file: files.path(keys.file))
        positions = GivenPositions(fixed: [], epoch: epoch)
        let isTimed = table.hasColumn("time_s")
        try readRows(isTimed: isTimed, earth: earth)
        guard !satellites.isEmpty else {
            throw ScenarioError.wrongValue(
                place: keys.place, found: "a table without rows", expected: "at least one satellite"
            )
        }
        positions =
            isTimed
            ? GivenPositions(rows: satellites.map(\.rows), epoch: epoch)
            : GivenPositions(fixed: satellites.map { $0.rows[0].position }, epoch: epoch)
        try makeLayouts(seamShiftSlots: keys.seamShiftSlots)
    }

    private mutating func readRows(isTimed: Bool, earth: Ellipsoid) throws {
        let names = try table.strings("satellite")
        let shells = table.hasColumn("shell") ? try table.strings("shell") : nil
        let planes = table.hasColumn("plane") ? try table.optionalInts("plane") : nil
        let slots = table.hasColumn("slot") ? try table.optionalInts("slot") : nil
        let latitudes = try table.doubles("latitude_deg")
        let longitudes = try table.doubles("longitude_deg")
        let altitudes = try table.doubles("altitude_km")
        let times = isTimed ? try table.doubles("time_s") : nil
        var indices: [String: Int] = [:]
        var taken: [Set<Double>] = []
        for row in names.indices {
            func check(_ isRight: Bool, _ column: String, _ expected: String) throws {
                guard isRight else {
                    throw table.badCell(row: row, column: column, expected: expected)
                }
            }
            try check(!names[row].isEmpty, "satellite", "a name")
            try table.require(
                latitudes[row], row: row, column: "latitude_deg", in: -90...90, "degrees")
            try table.require(
                longitudes[row], row: row, column: "longitude_deg", in: -180...360, "degrees")
            try table.require(
                altitudes[row], row: row, column: "altitude_km", in: 0...1_000_000, "kilometres")
            let seconds = times?[row] ?? 0
            try check(abs(seconds) <= TimeGrid.greatestSpanS, "time_s", "seconds since the epoch")
            let shell = shells?[row] ?? ""
            let index = indices[names[row]] ?? satellites.count
            if index == satellites.count {
                indices[names[row]] = index
                self.names.append(names[row])
                taken.append([])
                satellites.append(
                    Satellite(shell: shell, plane: planes?[row], slot: slots?[row], row: row))
            }
            let first = satellites[index]
            try check(
                taken[index].insert(seconds).inserted, isTimed ? "time_s" : "satellite",
                isTimed ? "each time once for a satellite" : "each satellite once")
            try check(first.shell == shell, "shell", "the shell of its first row")
            try check(first.plane == planes?[row], "plane", "the plane of its first row")
            try check(first.slot == slots?[row], "slot", "the slot of its first row")
            let place = Geodetic(
                latitudeDeg: latitudes[row], longitudeDeg: longitudes[row],
                altitudeKm: altitudes[row])
            satellites[index].rows.append((seconds, earth.position(of: place)))
        }
    }

    /// Places the satellites that have a plane and a slot, shell by shell.
    private mutating func makeLayouts(seamShiftSlots: Int) throws {
        var shells: [String] = []
        for satellite in satellites where !shells.contains(satellite.shell) {
            shells.append(satellite.shell)
        }
        for shell in shells {
            var members: [(index: Int, plane: Int, slot: Int)] = []
            for (index, satellite) in satellites.enumerated() where satellite.shell == shell {
                guard satellite.plane != nil || satellite.slot != nil else { continue }
                let limit = 0..<ShellKeys.mostSatellites
                guard let plane = satellite.plane, limit.contains(plane) else {
                    throw table.badCell(
                        row: satellite.row, column: "plane", expected: "a plane, from 0")
                }
                guard let slot = satellite.slot, limit.contains(slot) else {
                    throw table.badCell(
                        row: satellite.row, column: "slot", expected: "a slot, from 0")
                }
                members.append((index, plane, slot))
            }
            guard let planes = members.map(\.plane).max(), let slots = members.map(\.slot).max(),
                let first = members.first
            else { continue }
            guard (planes + 1) * (slots + 1) <= ShellKeys.mostSatellites else {
                throw table.badCell(
                    row: satellites[first.index].row, column: "plane",
                    expected: "planes times slots of at most \(ShellKeys.mostSatellites)")
            }
            var places = [[Int?]](
                repeating: Array(repeating: nil, count: slots + 1), count: planes + 1)
            for (index, plane, slot) in members {
                guard places[plane][slot] == nil else {
                    throw table.badCell(
                        row: satellites[index].row, column: "slot",
                        expected: "a plane and a slot that no other satellite has")
                }
                places[plane][slot] = index
            }
            layouts.append(ShellLayout(satellites: places, seamShiftSlots: seamShiftSlots))
        }
    }
}
