import Results
import Routing

/// The tables of a run over routes.
struct RouteTables {
    let latency: TableWriter
    let routes: TableWriter
    let waypoints: TableWriter
    let intervals: TableWriter
    let summary: TableWriter
    let errors: TableWriter
    /// Those of ranked routes, with the rows that go there.
    private let more: [(table: TableWriter, rows: KeyPath<RouteRows, RowBuffer>)]

    /// The columns of `latency.csv`.
    static let latencyColumns = ["time_s", "source", "destination", "rtt_ms", "hops", "route"]

    /// The columns of `routes.csv`.
    static let routesColumns = ["route", "nodes"]

    /// The columns of `intervals.csv`.
    static let intervalsColumns = [
        "source", "destination", "start_s", "end_s", "route", "hops", "min_rtt_ms", "max_rtt_ms",
        "cause",
    ]

    /// The columns of `summary.csv`.
    static let summaryColumns = [
        "source", "destination", "great_circle_km", "fibre_rtt_ms", "instants", "reachable",
        "min_rtt_ms", "median_rtt_ms", "mean_rtt_ms", "max_rtt_ms", "route_changes", "min_hops",
        "max_hops",
    ]

    /// Columns with that of the rank after those of the pair.
    static func ranked(_ columns: [String]) -> [String] {
        columns.flatMap { $0 == "destination" ? [$0, "rank"] : [$0] }
    }

    /// The tables of an algorithm beside those of all routes, with their columns.
    private static func more(
        _ algorithm: RouteAlgorithm
    ) -> [(name: String, columns: [String], rows: KeyPath<RouteRows, RowBuffer>)] {
        let pair = ["time_s", "source", "destination"]
        var tables: [(name: String, columns: [String], rows: KeyPath<RouteRows, RowBuffer>)] = [
            ("notes.csv", pair + ["found", "note"], \.notes)
        ]
        if case .widest = algorithm {
            tables.append(("widths.csv", pair + ["width_gbps"], \.widths))
        }
        if algorithm.isBaseline {
            tables.append(
                (
                    "stretch.csv",
                    pair + ["outcome", "node", "rtt_ms", "best_rtt_ms", "stretch"], \.stretch
                ))
            tables.append(
                (
                    "stretch_summary.csv", ["source", "destination"] + StretchSummary.columns,
                    \.stretchSummary
                ))
        }
        return tables
    }

    init(in folder: ResultFolder, algorithm: RouteAlgorithm? = nil) throws {
        func columns(_ plain: [String]) -> [String] {
            algorithm == nil ? plain : Self.ranked(plain)
        }
        latency = try folder.table("latency.csv", columns: columns(Self.latencyColumns))
        routes = try folder.table("routes.csv", columns: Self.routesColumns)
        waypoints = try folder.table(
            "waypoints.csv",
            columns: [
                "route", "time_s", "node", "kind", "latitude_deg", "longitude_deg", "altitude_km",
            ])
        intervals = try folder.table("intervals.csv", columns: columns(Self.intervalsColumns))
        summary = try folder.table("summary.csv", columns: columns(Self.summaryColumns))
        errors = try ErrorTable.create(in: folder)
        more =
            try algorithm.map(Self.more)?.map {
                (try folder.table($0.name, columns: $0.columns), $0.rows)
            } ?? []
    }

    /// How many notes there are.
    var noteCount: Int { more.first { $0.rows == \.notes }?.table.rows ?? 0 }

    /// Writes rows.
    func append(_ rows: RouteRows) throws {
        try latency.append(rows.latency)
        try routes.append(rows.routes)
        try waypoints.append(rows.waypoints)
        try intervals.append(rows.intervals)
        try summary.append(rows.summary)
        try errors.append(rows.errors)
        for (table, buffer) in more { try table.append(rows[keyPath: buffer]) }
    }
}
