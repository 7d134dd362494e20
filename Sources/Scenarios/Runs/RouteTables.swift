import Results
import Routing

/// The tables of a run over routes.
struct RouteTables {
    private let tables: TableSet<RouteRows>

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

    init(in folder: ResultFolder, algorithm: RouteAlgorithm? = nil) throws {
        func columns(_ plain: [String]) -> [String] {
            algorithm == nil ? plain : Self.ranked(plain)
        }
        var tables = TableSet<RouteRows>(in: folder)
        try tables.add("latency.csv", columns(Self.latencyColumns), \.latency)
        try tables.add("routes.csv", Self.routesColumns, \.routes)
        try tables.add(
            "waypoints.csv",
            ["route", "time_s", "node", "kind", "latitude_deg", "longitude_deg", "altitude_km"],
            \.waypoints)
        try tables.add("intervals.csv", columns(Self.intervalsColumns), \.intervals)
        try tables.add("summary.csv", columns(Self.summaryColumns), \.summary)
        try tables.addErrors(\.errors)
        if let algorithm { try Self.add(algorithm, to: &tables) }
        self.tables = tables
    }

    /// Begins the tables of an algorithm beside those of all routes.
    private static func add(
        _ algorithm: RouteAlgorithm, to tables: inout TableSet<RouteRows>
    ) throws {
        let pair = ["time_s", "source", "destination"]
        try tables.add("notes.csv", pair + ["found", "note"], \.notes)
        if case .widest = algorithm {
            try tables.add("widths.csv", pair + ["width_gbps"], \.widths)
        }
        guard algorithm.isBaseline else { return }
        try tables.add(
            "stretch.csv", pair + ["outcome", "node", "rtt_ms", "best_rtt_ms", "stretch"],
            \.stretch)
        try tables.add(
            "stretch_summary.csv", ["source", "destination"] + StretchSummary.columns,
            \.stretchSummary)
    }

    /// How many notes there are.
    var noteCount: Int { tables.rowCount(of: \.notes) }

    /// Writes rows.
    func append(_ rows: RouteRows) throws { try tables.append(rows) }
}
