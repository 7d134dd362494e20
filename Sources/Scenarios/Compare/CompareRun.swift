import Results

/// The mesh of a scenario against fibre and measurements over its window, as tables.
///
/// Written are `comparison.csv`, `comparison_summary.csv`, `comparison_matrix.csv`,
/// `crossover.csv`, `crossover_times.csv`, `calibration.csv`, `calibration_pairs.csv`, `sites.csv`,
/// `errors.csv` and `rejected.csv`; with country sets `sovereignty.csv`, `sovereignty_summary.csv` and
/// `alibis.csv`.
public enum CompareRun {
    /// How many instants there are to go through, those of country sets included.
    public static func progressCount(of comparison: Comparison) -> Int {
        comparison.experiment.window.count * (1 + SovereigntyRun.caseCount(of: comparison))
    }

    /// Compares, and writes the tables into a folder.
    ///
    /// - Throws: `ResultError` when the tables cannot be written.
    public static func run(
        _ comparison: Comparison, into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws {
        let experiment = comparison.experiment
        try experiment.requireNoStops()
        let table = try folder.table(
            "comparison.csv",
            columns: [
                "time_s", "source", "destination", "mesh_rtt_ms", "fibre_rtt_ms", "hybrid_rtt_ms",
                "measured_rtt_ms",
            ])
        let errors = try ErrorTable.create(in: folder)
        var summary = ComparisonSummary(comparison)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 8)
        try await pipeline.run(count: experiment.window.count) {
            BlockSolver(experiment)
        } work: { solver, instants in
            ComparisonBlock(instants, of: comparison, by: solver)
        } take: { block, instants in
            try table.append(block.rows)
            try errors.append(block.errors)
            summary.take(block)
            control.progress(instants.count)
        }
        try summary.write(into: folder)
        try CalibrationTable.write(comparison, into: folder)
        let sites = try folder.table(
            "sites.csv",
            columns: ["name", "kind", "country", "latitude_deg", "longitude_deg"])
        for (index, site) in comparison.sites.enumerated() {
            try sites.row(
                site.name, index < comparison.siteCount ? "station" : "gateway", site.country,
                site.place.latitudeDeg, site.place.longitudeDeg)
        }
        try await SovereigntyRun.run(comparison, into: folder, control: control)
        try RejectedTable.write(experiment.rejections, into: folder)
    }
}
