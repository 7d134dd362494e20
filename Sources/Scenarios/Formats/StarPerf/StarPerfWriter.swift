import Results

/// StarPerf's file, written slot by slot.
///
/// HDF5 is written through netCDF-4, whose dimensions stand beside the two groups in the root.
final class StarPerfWriter {
    private let file: NetCDFWriter
    private let axes: NetCDFDimension
    private var shells: [Shell] = []

    private struct Shell {
        var position: NetCDFGroup
        var delay: NetCDFGroup
        var satellites: NetCDFDimension
        var nodes: NetCDFDimension
    }

    /// Creates the file with its groups.
    init(path: String, satelliteCounts: [Int]) throws(NetCDFError) {
        file = try NetCDFWriter(path: path, conventions: nil)
        axes = try file.dimension("longitude_latitude_altitude", count: 3)
        let position = try file.group("position")
        let delay = try file.group("delay")
        for (index, count) in satelliteCounts.enumerated() {
            let name = "shell\(index + 1)"
            shells.append(
                Shell(
                    position: try file.group(name, in: position),
                    delay: try file.group(name, in: delay),
                    satellites: try file.dimension("\(name)_satellites", count: count),
                    nodes: try file.dimension("\(name)_rows", count: count + 1)))
        }
    }

    /// Writes a slot of a shell, both counted from 1.
    func write(_ slot: StarPerfSlot, shell: Int, number: Int) throws(NetCDFError) {
        let parts = shells[shell - 1]
        let name = "timeslot\(number)"
        try file.texts(name, slot.positions, over: [parts.satellites, axes], in: parts.position)
        let width = parts.nodes.count ?? 0
        // Nearly all of a matrix is zero.
        let delays = try file.variable(
            name, of: Double.self, over: [parts.nodes, parts.nodes],
            storage: NetCDFStorage(chunk: [width, width], deflateLevel: 1), in: parts.delay)
        try file.write(slot.delays, to: delays, from: [0, 0], count: [width, width])
    }

    /// Writes what is left.
    func close() throws(NetCDFError) { try file.close() }
}
