import LaserMesh
import Orbits
import Results

/// The states of all satellites of a scenario over its window.
///
/// Written are `ephemeris.csv` or `ephemeris.nc` or both, `errors.csv` and `rejected.csv`, and with TLEs `satellites.tle`.
public enum PropagationRun {
    /// Instants in a block.
    static let blockSize = 4

    /// Propagates all satellites and writes their states.
    ///
    /// - Parameters:
    ///   - experiment: The scenario; its ground stations and lasers do not matter.
    ///   - frame: The frame of the states.
    ///   - format: CSV, netCDF or both.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    public static func run(
        _ experiment: Experiment, frame: OutputFrame, format: ResultFormat = .csv,
        into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws {
        let table =
            format.hasCSV
            ? try folder.table(
                "ephemeris.csv", columns: ["time_s", "satellite"] + frame.columns) : nil
        let grid =
            format.hasNetCDF
            ? try EphemerisGrid(
                experiment, frame: frame, blockSize: Self.blockSize, in: folder) : nil
        let errors = try ErrorTable.create(in: folder)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: Self.blockSize)
        try await pipeline.run(count: experiment.window.count) {
            ChunkPacker()
        } work: { packer, instants in
            let block = PropagationBlock(experiment, instants, frame: frame, format: format)
            let chunks = grid?.pack(block.columns, instants, by: packer) ?? []
            return (states: block.states, chunks: chunks, errors: block.errors)
        } take: { output, instants in
            try table?.append(output.states)
            try grid?.append(output.chunks)
            try errors.append(output.errors)
            control.progress(instants.count)
        }
        try grid?.finish(in: folder)
        try RejectedTable.write(experiment.rejections, into: folder)
    }

    /// Writes the element sets as TLEs, each with a line of its name before it.
    ///
    /// - Throws: ``ScenarioError`` for a satellite that no TLE can hold, such as the 340,000th.
    public static func writeTLEs(of experiment: Experiment, into folder: ResultFolder) throws {
        guard experiment.constellation.givenPositions == nil else {
            throw ScenarioError.wrongValue(
                place: ScenarioPlace(
                    file: experiment.scenario.file, line: nil, path: "constellation"),
                found: "positions that are given, of which there are no TLEs",
                expected: "shells, a preset or elements")
        }
        var text = ""
        for (set, name) in zip(experiment.constellation.elements, experiment.satelliteNames) {
            let lines: (String, String)
            do {
                lines = try TLE.lines(of: set)
            } catch {
                throw ScenarioError.wrongValue(
                    place: ScenarioPlace(
                        file: experiment.scenario.file, line: nil, path: "constellation"),
                    found: "satellite '\(name)', of which there is no TLE: \(error.message)",
                    expected: "elements that fit into a TLE")
            }
            text += "\(set.name.isEmpty ? name : set.name)\n\(lines.0)\n\(lines.1)\n"
        }
        try folder.write(text, to: "satellites.tle")
    }
}
