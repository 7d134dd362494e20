import Results

/// The tables of a run, in memory: the same rows that ``RouteRun`` and ``FlowRun`` write to a folder.
public enum SweepTables {
    /// Runs a scenario on this thread and gives the kept tables, each with its header line.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - keep: Which tables.
    /// - Throws: ``ScenarioError`` for a pair of unknown names, no pairs at all, or flows without traffic.
    public static func run(
        _ experiment: Experiment, keep: [SweepTable]
    ) throws -> [SweepTable: RowBuffer] {
        let ofFlows = keep.filter(\.isOfFlows)
        let ofRoutes = keep.filter { !$0.isOfFlows }
        var tables = ofRoutes.isEmpty ? [:] : try routes(experiment, keep: ofRoutes)
        if !ofFlows.isEmpty {
            try tables.merge(flows(experiment, keep: ofFlows)) { one, _ in one }
        }
        return tables
    }

    private static func flows(
        _ experiment: Experiment, keep: [SweepTable]
    ) throws -> [SweepTable: RowBuffer] {
        let traffic = try FlowRun.traffic(of: experiment)
        var kept: [SweepTable: RowBuffer] = [:]
        var rows = FlowRows()
        rows.flows.header(FlowRows.flowsColumns)
        rows.summary.header(FlowRows.summaryColumns)
        for instant in 0..<experiment.window.count {
            let seconds = experiment.window.seconds(at: instant)
            rows.take(
                FlowOutcome(experiment, traffic: traffic, atSeconds: seconds), of: experiment,
                atSeconds: seconds)
            rows.removeUnkept(keepsFlows: keep.contains(.flows))
        }
        for table in keep { kept[table] = table == .flows ? rows.flows : rows.summary }
        return kept
    }

    private static func routes(
        _ experiment: Experiment, keep: [SweepTable]
    ) throws -> [SweepTable: RowBuffer] {
        let pairs = try RouteRows.pairs(of: experiment)
        let algorithm = try experiment.algorithm()
        let stations = experiment.stations(of: pairs)
        var rows = RouteRows(experiment, pairs: pairs, algorithm: algorithm)
        for table in keep {
            rows[keyPath: table.rows].header(table.columns(ranked: algorithm != nil))
        }
        let solver = BlockSolver(experiment)
        for start in stride(from: 0, to: experiment.window.count, by: RouteRun.blockSize) {
            let instants = start..<min(start + RouteRun.blockSize, experiment.window.count)
            if let algorithm {
                rows.take(
                    RankedBlock(
                        experiment, by: algorithm, pairs: pairs, stations: stations,
                        instants: instants), instants)
            } else {
                rows.take(
                    RouteBlock(instants, of: pairs, stations: stations, by: solver), instants)
            }
            rows.removeUnkept()
            for table in SweepTable.allCases where !table.isOfFlows && !keep.contains(table) {
                rows[keyPath: table.rows].removeAll()
            }
        }
        if keep.contains(.intervals) || keep.contains(.routes) {
            try rows.takeExactIntervals(of: experiment.routeIntervals(of: pairs))
        }
        try rows.finish()
        return Dictionary(uniqueKeysWithValues: keep.map { ($0, rows[keyPath: $0.rows]) })
    }
}

extension SweepTable {
    /// Where the rows of a table of routes stand.
    fileprivate var rows: WritableKeyPath<RouteRows, RowBuffer> {
        switch self {
        case .latency: \.latency
        case .intervals: \.intervals
        case .routes: \.routes
        case .summary: \.summary
        case .flows, .flowSummary: preconditionFailure("no table of routes")
        }
    }
}
