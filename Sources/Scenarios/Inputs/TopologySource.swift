import LaserMesh
import Orbits
import Results

/// The topology of a scenario.
enum TopologySource {
    /// The topology that a scenario names, or the one that suits its satellites; `nil` for `dynamic`,
    /// which is nothing that an instant could tell.
    ///
    /// - Parameters:
    ///   - satellites: The satellites, with their planes and slots where these are known.
    ///   - placement: The planes and slots of real satellites, asked for where they matter.
    static func topology(
        _ keys: LaserKeys, satellites: SatelliteSource, _ files: inout InputFiles,
        placement: () -> Placement
    ) throws -> (any Topology)? {
        let base = try withinShells(keys, satellites: satellites, &files, placement: placement)
        guard let base, keys.shellTerminals > 0 else { return base }
        let shells = satellites.isReal ? ShellLayout.layouts(of: placement()) : satellites.layouts
        guard shells.count >= 2 else {
            throw ScenarioError.wrongValue(
                place: keys.place ?? ScenarioPlace(file: "", line: nil, path: "lasers"),
                found:
                    "shell_terminals for satellites of \(shells.count == 1 ? "one shell" : "no shell")",
                expected: "two shells at least")
        }
        return ShellBridges(
            base, joining: shells, terminals: keys.shellTerminals,
            maxRangeKm: keys.maxShellRangeKm)
    }

    private static func withinShells(
        _ keys: LaserKeys, satellites: SatelliteSource, _ files: inout InputFiles,
        placement: () -> Placement
    ) throws -> (any Topology)? {
        let layouts = satellites.layouts
        let names = satellites.names
        switch keys.topology ?? (layouts.isEmpty ? .nearest : .plusGrid) {
        case .none:
            return LinkList.none
        case .nearest:
            return Nearest(terminals: keys.terminals, names: names)
        case .ring:
            try requirePlaces(keys, satellites)
            return satellites.isReal ? LinkList.ring(placement()) : LinkList.ring(layouts)
        case .plusGrid:
            try requirePlaces(keys, satellites)
            return satellites.isReal
                ? LinkList.plusGrid(placement(), slotShift: keys.slotShift, seam: keys.seam)
                : LinkList.plusGrid(layouts, slotShift: keys.slotShift, seam: keys.seam)
        case .motif:
            try requirePlaces(keys, satellites)
            let shells = satellites.isReal ? ShellLayout.layouts(of: placement()) : layouts
            let maxDegree = keys.motif.maxDegree ?? keys.terminals
            return keys.motif.zones.isEmpty
                ? LinkList.motif(
                    keys.motif.offsets, of: shells, maxDegree: maxDegree, seam: keys.seam)
                : Motif(zones: keys.motif.zones, of: shells, maxDegree: maxDegree, seam: keys.seam)
        case .fiveLaser:
            try requirePlaces(keys, satellites)
            return FiveLaser(
                satellites.isReal ? ShellLayout.layouts(of: placement()) : layouts,
                slotShift: keys.slotShift, seam: keys.seam, maxCrossingKm: keys.maxCrossingKm)
        case .dynamic:
            return nil
        case .file:
            return try links(keys.file ?? "", names: names, &files)
        }
    }

    /// Some topologies need to know which satellite stands in which plane and slot.
    private static func requirePlaces(
        _ keys: LaserKeys, _ satellites: SatelliteSource
    ) throws(ScenarioError) {
        guard satellites.layouts.isEmpty, !satellites.isReal else { return }
        throw .wrongValue(
            place: keys.place ?? ScenarioPlace(file: "", line: nil, path: "lasers.topology"),
            found:
                "'\(keys.topology?.rawValue ?? "")' for positions without planes and slots",
            expected: "nearest, file or none, or a table with the columns plane and slot")
    }

    private static func links(
        _ file: String, names: [String], _ files: inout InputFiles
    ) throws -> any Topology {
        let path = files.path(file)
        let table = try CSVTable(bytes: files.bytes(file), file: path)
        var satellites: [String: Int] = [:]
        for (index, name) in names.enumerated() { satellites[name] = index }
        let ends = (try table.strings("a"), try table.strings("b"))
        let links = try zip(ends.0, ends.1).enumerated().map { row, pair in
            func satellite(_ name: String) throws(ScenarioError) -> Int {
                if let index = satellites[name] { return index }
                throw .wrongRow(
                    file: path, line: table.line(ofRow: row), found: "'\(name)'",
                    expected: "the name of a satellite")
            }
            let a = try satellite(pair.0)
            let b = try satellite(pair.1)
            guard a != b else {
                throw ScenarioError.wrongRow(
                    file: path, line: table.line(ofRow: row), found: "'\(pair.0)' with itself",
                    expected: "two different satellites")
            }
            return LaserLink(a, b)
        }
        guard table.hasColumn("up_s") || table.hasColumn("down_s") else { return LinkList(links) }
        let up = try table.doubles("up_s", allowing: .infinity)
        let down = try table.doubles("down_s", allowing: .infinity)
        return try LinkTimetable(
            links.indices.map { row in
                guard up[row] < down[row] else {
                    throw table.badCell(
                        row: row, column: "down_s", expected: "a time after that of up_s")
                }
                return TimedLink(links[row], upS: up[row], downS: down[row])
            })
    }
}
