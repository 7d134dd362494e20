import Results

/// The tables of a run over routes.
struct RouteTables {
    let latency: TableWriter
    let routes: TableWriter
    let waypoints: TableWriter
    let intervals: TableWriter
    let summary: TableWriter
    let errors: TableWriter

    /// The columns of `latency.csv`.
    static let latencyColumns = ["time_s", "source", "destination", "rtt_ms", "hops", "route"]

    /// The columns of `routes.csv`.
    static let routesColumns = ["route", "nodes"]

    /// The columns of `intervals.csv`.
    static let intervalsColumns = [
        "source", "destination", "start_s", "end_s", "route", "hops", "min_rtt_ms", "max_rtt_ms",
    ]

    /// The columns of `summary.csv`.
    static let summaryColumns = [
        "source", "destination", "great_circle_km", "fibre_rtt_ms", "instants", "reachable",
        "min_rtt_ms", "median_rtt_ms", "mean_rtt_ms", "max_rtt_ms", "route_changes", "min_hops",
        "max_hops",
    ]

    init(in folder: ResultFolder) throws {
        latency = try folder.table("latency.csv", columns: Self.latencyColumns)
        routes = try folder.table("routes.csv", columns: Self.routesColumns)
        waypoints = try folder.table(
            "waypoints.csv",
            columns: [
                "route", "time_s", "node", "kind", "latitude_deg", "longitude_deg", "altitude_km",
            ])
        intervals = try folder.table("intervals.csv", columns: Self.intervalsColumns)
        summary = try folder.table("summary.csv", columns: Self.summaryColumns)
        errors = try ErrorTable.create(in: folder)
    }

    /// Writes rows.
    func append(_ rows: RouteRows) throws {
        try latency.append(rows.latency)
        try routes.append(rows.routes)
        try waypoints.append(rows.waypoints)
        try intervals.append(rows.intervals)
        try summary.append(rows.summary)
        try errors.append(rows.errors)
    }
}
