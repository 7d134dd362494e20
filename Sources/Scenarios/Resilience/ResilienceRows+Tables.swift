import Results

extension ResilienceRows {
    /// Begins the tables of a run over failures.
    static func tables(in folder: ResultFolder) throws -> TableSet<ResilienceRows> {
        var tables = TableSet<ResilienceRows>(in: folder)
        try tables.add(
            "resilience.csv",
            [
                "time_s", "source", "destination", "rtt_ms", "samples", "reachable",
                "reachability", "min_rtt_ms", "p05_rtt_ms", "median_rtt_ms", "mean_rtt_ms",
                "p95_rtt_ms", "p99_rtt_ms", "max_rtt_ms", "median_stretch", "max_stretch",
            ], \.pairs)
        try tables.add(
            "resilience_distribution.csv", ["time_s", "quantile", "rtt_ms", "stretch"],
            \.distribution)
        try tables.add(
            "resilience_samples.csv",
            [
                "time_s", "sample", "failed_satellites", "failed_links", "pairs", "reachable",
                "median_rtt_ms", "max_rtt_ms", "median_stretch", "max_stretch",
            ], \.samples)
        try tables.addErrors(\.errors)
        return tables
    }
}
