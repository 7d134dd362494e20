import Results

/// The tables of a run over flows.
struct FlowTables {
    let flows: TableWriter
    let routes: TableWriter
    let unmet: TableWriter
    let utilisation: TableWriter
    let hotSpots: TableWriter
    let cuts: TableWriter
    let summary: TableWriter
    let errors: TableWriter

    init(in folder: ResultFolder) throws {
        flows = try folder.table(
            "flows.csv",
            columns: ["time_s", "source", "destination", "demand_gbps", "rate_gbps", "routes"])
        routes = try folder.table(
            "flow_routes.csv", columns: ["time_s", "source", "destination", "rate_gbps", "nodes"])
        unmet = try folder.table(
            "unmet.csv",
            columns: [
                "time_s", "source", "destination", "demand_gbps", "rate_gbps", "reason", "a", "b",
            ])
        utilisation = try folder.table(
            "utilisation.csv", columns: ["time_s", "a", "b", "load_gbps", "capacity_gbps"])
        hotSpots = try folder.table(
            "hot_spots.csv",
            columns: [
                "time_s", "rank", "a", "b", "kind", "utilisation", "load_gbps", "capacity_gbps",
                "demands",
            ])
        cuts = try folder.table(
            "cuts.csv", columns: ["time_s", "source", "destination", "a", "b", "capacity_gbps"])
        summary = try folder.table(
            "flow_summary.csv",
            columns: [
                "time_s", "objective", "demands", "unreachable", "unmet", "demand_gbps",
                "carried_gbps", "value", "bound", "gap", "max_utilisation", "rounds", "ending",
            ])
        errors = try ErrorTable.create(in: folder)
    }

    /// Writes rows.
    func append(_ rows: FlowRows) throws {
        try flows.append(rows.flows)
        try routes.append(rows.routes)
        try unmet.append(rows.unmet)
        try utilisation.append(rows.utilisation)
        try hotSpots.append(rows.hotSpots)
        try cuts.append(rows.cuts)
        try summary.append(rows.summary)
        try errors.append(rows.errors)
    }
}
