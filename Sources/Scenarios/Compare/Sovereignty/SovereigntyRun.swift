import Results

/// The price of a comparison's country sets over its window, and what the routes prove by their times.
///
/// Written are `sovereignty.csv`, `sovereignty_summary.csv` and `alibis.csv`.
enum SovereigntyRun {
    /// How many windows there are to go through.
    static func caseCount(of comparison: Comparison) -> Int {
        comparison.countrySets.isEmpty
            ? 0 : 1 + comparison.countrySets.reduce(0) { $0 + $1.cases.count }
    }

    /// Writes the tables of a comparison that has country sets; another one has none.
    static func run(
        _ comparison: Comparison, into folder: ResultFolder, control: RunControl
    ) async throws {
        guard !comparison.countrySets.isEmpty else { return }
        let base = try await times(
            of: .free(in: comparison.experiment), comparison, control)
        var tables = try SovereigntyTables(comparison, base: base, in: folder)
        for set in comparison.countrySets {
            for one in set.cases {
                tables.append(one, try await times(of: one, comparison, control))
            }
            tables.appendAlibis(of: set)
        }
        try tables.write()
    }

    /// Round-trip times of all pairs, instant by instant [ms]; NaN where there is no route.
    private static func times(
        of one: SovereigntyCase, _ comparison: Comparison, _ control: RunControl
    ) async throws -> [Double] {
        let experiment = one.experiment
        let count = experiment.stations.count
        var times: [Double] = []
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 8)
        try await pipeline.run(count: experiment.window.count) {
            BlockSolver(experiment)
        } work: { solver, instants in
            solver.solve(instants, to: experiment.stationNodes)
            var rtts: [Double] = []
            var oneWayMs = [Double](repeating: .infinity, count: count * count)
            for offset in 0..<instants.count {
                solver.stationLatenciesMs(at: offset, into: &oneWayMs)
                rtts += one.rttMs(of: comparison.pairs, oneWayMs: oneWayMs, count: count)
            }
            return rtts
        } take: { (rtts: [Double], instants) in
            times += rtts
            control.progress(instants.count)
        }
        return times
    }
}
