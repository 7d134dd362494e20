import LaserMesh
import Orbits
import Results
import Routing

/// The forwarding state of every node to every ground station over a scenario's window.
///
/// Written are `nodes.csv`, `errors.csv` and `rejected.csv`, and `forwarding.nc` or `forwarding.csv`
/// or both. Memory is bounded by the block and not by the window.
public enum ForwardRun {
    /// The most bytes that the results of a block may take, where it holds several instants.
    private static let greatestBlockBytes = 32 << 20

    /// The most instants in a block.
    private static let greatestBlock = 16

    /// Instants in a block, the same for any number of threads.
    static func blockSize(nodes: Int, destinations: Int) -> Int {
        let bytes = nodes * destinations * (MemoryLayout<Int32>.size + MemoryLayout<Float>.size)
        return min(greatestBlock, max(1, greatestBlockBytes / max(1, bytes)))
    }

    /// Finds the forwarding state at every instant and writes it.
    ///
    /// - Parameters:
    ///   - experiment: The scenario; its pairs do not matter.
    ///   - format: CSV, netCDF or both.
    ///   - hasLatency: Whether the netCDF file holds the latencies, which take far more room than the
    ///     next hops.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    /// - Throws: ``ScenarioError`` for a scenario without ground stations, `ResultError` or
    ///   `NetCDFError` when the results cannot be written.
    public static func run(
        _ experiment: Experiment, format: ResultFormat, hasLatency: Bool = true,
        into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws {
        guard !experiment.stations.isEmpty else {
            throw ScenarioError.missingKey(
                place: ScenarioPlace(file: experiment.scenario.file, line: nil, path: "ground"),
                key: "stations", expected: "at least one ground station, as destination")
        }
        try experiment.requireNoStops()
        try writeNodes(of: experiment, into: folder)
        let errors = try ErrorTable.create(in: folder)
        let blockSize = blockSize(
            nodes: experiment.nodeCount, destinations: experiment.stations.count)
        let table = format.hasCSV ? try ForwardTable(experiment, in: folder) : nil
        let grid =
            format.hasNetCDF
            ? try ForwardGrid(
                experiment, hasLatency: hasLatency, blockSize: blockSize, in: folder) : nil
        let pipeline = BlockPipeline(threads: control.threads, blockSize: blockSize)
        let hasLatencyRows = hasLatency || format.hasCSV
        let nodes = experiment.nodeCount
        let spareRows = Spares { ForwardingRows(nodes: nodes, hasLatency: hasLatencyRows) }
        let spareChunks = Spares { ForwardGrid.Chunks() }
        try await pipeline.run(count: experiment.window.count) {
            (solver: BlockSolver(experiment), packer: ChunkPacker())
        } work: { memory, instants in
            let block = ForwardBlock(instants, by: memory.solver, into: spareRows.take())
            var chunks = spareChunks.take()
            grid?.pack(block.rows, instants, by: memory.packer, into: &chunks)
            return (block: block, chunks: chunks)
        } take: { output, instants in
            defer {
                spareRows.put(output.block.rows)
                spareChunks.put(output.chunks)
            }
            try table?.append(output.block.rows, instants)
            try grid?.append(output.chunks)
            var rows = RowBuffer()
            for (instant, satellite, error) in output.block.rejected {
                ErrorTable.append(
                    error, of: experiment.satelliteNames[satellite],
                    at: experiment.window.seconds(at: instant), to: &rows)
            }
            try errors.append(rows)
            control.progress(instants.count)
        }
        try grid?.finish(in: folder)
        try RejectedTable.write(experiment.rejections, into: folder)
    }

    private static func writeNodes(
        of experiment: Experiment, into folder: ResultFolder
    ) throws {
        let table = try folder.table("nodes.csv", columns: ["node", "name", "kind"])
        var rows = RowBuffer()
        let satellites = experiment.satelliteNames
        for (node, name) in satellites.enumerated() { rows.row(node, name, "satellite") }
        for (index, station) in experiment.stations.enumerated() {
            rows.row(satellites.count + index, station.name, "station")
        }
        try table.append(rows)
    }
}

extension Experiment {
    /// The nodes of the ground stations.
    public var stationNodes: [NodeID] {
        stations.indices.map { NodeID(constellation.count + $0) }
    }

    /// The number of nodes, satellites and ground stations.
    var nodeCount: Int { constellation.count + stations.count }
}
