import Results

extension FlowRows {
    /// Begins the tables of a run over flows.
    static func tables(in folder: ResultFolder) throws -> TableSet<FlowRows> {
        var tables = TableSet<FlowRows>(in: folder)
        let pair = ["time_s", "source", "destination"]
        try tables.add("flows.csv", flowsColumns, \.flows)
        try tables.add("flow_routes.csv", pair + ["rate_gbps", "nodes"], \.routes)
        try tables.add(
            "unmet.csv", pair + ["demand_gbps", "rate_gbps", "reason", "a", "b"], \.unmet)
        try tables.add(
            "utilisation.csv", ["time_s", "a", "b", "load_gbps", "capacity_gbps"], \.utilisation)
        try tables.add(
            "places.csv", ["time_s", "node", "kind", "latitude_deg", "longitude_deg"], \.places)
        try tables.add(
            "hot_spots.csv",
            [
                "time_s", "rank", "a", "b", "kind", "utilisation", "load_gbps", "capacity_gbps",
                "demands",
            ], \.hotSpots)
        try tables.add("cuts.csv", pair + ["a", "b", "capacity_gbps"], \.cuts)
        try tables.add("flow_summary.csv", summaryColumns, \.summary)
        try tables.addErrors(\.errors)
        return tables
    }

    /// The columns of `flows.csv`.
    static let flowsColumns = [
        "time_s", "source", "destination", "demand_gbps", "rate_gbps", "routes",
    ]

    /// The columns of `flow_summary.csv`.
    static let summaryColumns = [
        "time_s", "objective", "demands", "unreachable", "unmet", "demand_gbps", "carried_gbps",
        "value", "bound", "gap", "max_utilisation", "rounds", "ending",
    ]
}
