import Results

/// The tables of a run over failures.
struct ResilienceTables {
    let pairs: TableWriter
    let distribution: TableWriter
    let samples: TableWriter
    let errors: TableWriter

    init(in folder: ResultFolder) throws {
        pairs = try folder.table(
            "resilience.csv",
            columns: [
                "time_s", "source", "destination", "rtt_ms", "samples", "reachable",
                "reachability", "min_rtt_ms", "p05_rtt_ms", "median_rtt_ms", "mean_rtt_ms",
                "p95_rtt_ms", "p99_rtt_ms", "max_rtt_ms", "median_stretch", "max_stretch",
            ])
        distribution = try folder.table(
            "resilience_distribution.csv", columns: ["time_s", "quantile", "rtt_ms", "stretch"])
        samples = try folder.table(
            "resilience_samples.csv",
            columns: [
                "time_s", "sample", "failed_satellites", "failed_links", "pairs", "reachable",
                "median_rtt_ms", "max_rtt_ms", "median_stretch", "max_stretch",
            ])
        errors = try ErrorTable.create(in: folder)
    }

    /// Writes rows.
    func append(_ rows: ResilienceRows) throws {
        try pairs.append(rows.pairs)
        try distribution.append(rows.distribution)
        try samples.append(rows.samples)
        try errors.append(rows.errors)
    }
}
