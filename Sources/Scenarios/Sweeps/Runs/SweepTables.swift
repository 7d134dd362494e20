import Results

/// The tables of a run of routes, in memory: the same rows that ``RouteRun`` writes to a folder.
enum SweepTables {
    /// Runs a scenario on this thread and gives the kept tables, each with its header line.
    ///
    /// - Throws: ``ScenarioError`` for a pair of unknown names or no pairs at all.
    static func run(
        _ experiment: Experiment, keep: [SweepTable]
    ) throws -> [SweepTable: RowBuffer] {
        let pairs = try RouteRows.pairs(of: experiment)
        let algorithm = try experiment.algorithm()
        let stations = experiment.stations(of: pairs)
        var rows = RouteRows(experiment, pairs: pairs, algorithm: algorithm)
        for table in keep {
            for column in table.columns(ranked: algorithm != nil) {
                rows[keyPath: table.rows].append(column)
            }
            rows[keyPath: table.rows].endRow()
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
            for table in SweepTable.allCases where !keep.contains(table) {
                rows[keyPath: table.rows].removeAll()
            }
        }
        if keep.contains(.intervals) || keep.contains(.routes) {
            rows.takeExactIntervals(of: experiment.routeIntervals(of: pairs))
        }
        try rows.finish()
        return Dictionary(uniqueKeysWithValues: keep.map { ($0, rows[keyPath: $0.rows]) })
    }
}

extension SweepTable {
    /// Where the rows of the table stand.
    fileprivate var rows: WritableKeyPath<RouteRows, RowBuffer> {
        switch self {
        case .latency: \.latency
        case .intervals: \.intervals
        case .routes: \.routes
        case .summary: \.summary
        }
    }
}
