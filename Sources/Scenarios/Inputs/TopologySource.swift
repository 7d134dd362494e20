import LaserMesh
import Orbits
import Results

/// The topology of a scenario.
enum TopologySource {
    /// The topology that a scenario names, or the one that suits its satellites.
    ///
    /// - Parameters:
    ///   - shells: The shells of a design; empty for real satellites.
    ///   - placement: The planes and slots of real satellites, asked for where they matter.
    static func topology(
        _ keys: LaserKeys, shells: [Shell], names: [String], _ files: inout InputFiles,
        placement: () -> Placement
    ) throws -> any Topology {
        let layouts = ShellLayout.layouts(of: shells)
        switch keys.topology ?? (shells.isEmpty ? .nearest : .plusGrid) {
        case .none:
            return LinkList.none
        case .nearest:
            return Nearest(terminals: keys.terminals, names: names)
        case .ring:
            return shells.isEmpty ? LinkList.ring(placement()) : LinkList.ring(layouts)
        case .plusGrid:
            return shells.isEmpty
                ? LinkList.plusGrid(placement(), slotShift: keys.slotShift, seam: keys.seam)
                : LinkList.plusGrid(layouts, slotShift: keys.slotShift, seam: keys.seam)
        case .file:
            return try LinkList(links(keys.file ?? "", names: names, &files))
        }
    }

    private static func links(
        _ file: String, names: [String], _ files: inout InputFiles
    ) throws -> [LaserLink] {
        let path = files.path(file)
        let table = try CSVTable(bytes: files.bytes(file), file: path)
        var satellites: [String: Int] = [:]
        for (index, name) in names.enumerated() { satellites[name] = index }
        let ends = (try table.strings("a"), try table.strings("b"))
        return try zip(ends.0, ends.1).enumerated().map { row, pair in
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
    }
}
