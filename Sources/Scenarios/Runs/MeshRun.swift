import LaserMesh
import Orbits
import Results

/// The links of a scenario at chosen instants, as a table.
///
/// Written are `edges.csv`, `errors.csv` and `rejected.csv`.
public enum MeshRun {
    /// Builds the mesh at each of some instants and writes its links.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - seconds: The instants, since its epoch [s], in the order of the table.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    public static func run(
        _ experiment: Experiment, atSeconds seconds: [Double], into folder: ResultFolder,
        control: RunControl = RunControl()
    ) async throws {
        try experiment.requireCover(ofSeconds: seconds)
        let edges = try folder.table(
            "edges.csv", columns: ["time_s", "a", "b", "kind", "length_km", "delay_ms"])
        let errors = try ErrorTable.create(in: folder)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 1)
        try await pipeline.run(count: seconds.count) { block in
            Self.rows(experiment, at: seconds[block.lowerBound])
        } take: { rows, block in
            try edges.append(rows.edges)
            try errors.append(rows.errors)
            control.progress(block.count)
        }
        try RejectedTable.write(experiment.rejections, into: folder)
    }

    private static func rows(
        _ experiment: Experiment, at seconds: Double
    ) -> (edges: RowBuffer, errors: RowBuffer) {
        let (mesh, rejected) = experiment.mesh(atSeconds: seconds)
        var edges = RowBuffer()
        for link in mesh.links {
            edges.row(
                seconds, experiment.name(of: link.a), experiment.name(of: link.b),
                link.kind.description, link.lengthKm, link.delayS * 1_000)
        }
        var errors = RowBuffer()
        for (satellite, error) in rejected {
            ErrorTable.append(
                error, of: experiment.satelliteNames[satellite], at: seconds, to: &errors)
        }
        return (edges, errors)
    }
}
