import Contacts
import LaserMesh
import Results
import Routing

/// The tables of lifetimes and of policies: `lifetimes.csv`, and `held.csv` and `policies.csv` where
/// the scenario has a policy.
enum LifetimeTables {
    /// The columns of `lifetimes.csv`.
    static let lifetimeColumns = [
        "source", "destination", "route", "start_s", "end_s", "exists_from_s", "exists_to_s",
        "use_percent", "is_cut", "rtt_before_ms", "rtt_after_ms", "gain_ms", "greatest_gain_ms",
        "greatest_gain_percent",
    ]

    /// The columns of `held.csv`.
    static let heldColumns = ["source", "destination", "start_s", "end_s", "route"]

    /// The columns of `policies.csv`.
    static let policyColumns = [
        "source", "destination", "changes", "best_changes", "outage_s", "mean_rtt_ms",
        "mean_excess_ms", "greatest_excess_ms",
    ]

    /// How long before and after the window lives are followed [s].
    private static let beyondS = 1_800.0

    /// Pairs that are worked on together.
    private static let pairsAtOnce = 16

    static func write(
        _ timelines: [RouteTimeline], of experiment: Experiment, rows: inout RouteRows,
        into folder: ResultFolder, _ control: RunControl
    ) async throws {
        let mesh = experiment.movingMesh
        let windowS = experiment.window.seconds(at: 0)..<experiment.window.endS
        let policy = experiment.scenario.overTime.hold
        let lifetimes = try folder.table("lifetimes.csv", columns: lifetimeColumns)
        let held =
            policy == nil ? nil : try folder.table("held.csv", columns: heldColumns)
        let policies =
            policy == nil ? nil : try folder.table("policies.csv", columns: policyColumns)
        let beyond = max(beyondS, (policy?.acquisitionS ?? 0) + 1)
        let plan = await ContactFinder(mesh).plan(
            over: (windowS.lowerBound - beyond)..<(windowS.upperBound + beyond),
            linking: experiment.stations(of: timelines.map(\.pair)), threads: control.threads)
        var numbered = rows
        let pipeline = BlockPipeline(threads: control.threads, blockSize: pairsAtOnce)
        try await pipeline.run(count: timelines.count) { range in
            let uses = RouteUses(mesh, in: plan, windowS: windowS)
            let holder = policy.map {
                RouteHolder(mesh, in: plan, policy: $0, windowS: windowS)
            }
            return range.map { (uses.uses(timelines[$0]), holder?.hold(timelines[$0])) }
        } take: { found, range in
            var lifetimeRows = RowBuffer()
            var heldRows = RowBuffer()
            var policyRows = RowBuffer()
            for (index, (uses, routes)) in zip(range, found) {
                for use in uses {
                    append(use, index, &numbered, to: &lifetimeRows)
                }
                guard let routes else { continue }
                let pair = timelines[index].pair
                for interval in routes.intervals {
                    experiment.begin(&heldRows, pair, rank: nil)
                    heldRows.row(
                        interval.startS, interval.endS,
                        interval.nodes.map {
                            numbered.number(of: $0, ofPair: index, at: interval.startS)
                        })
                }
                experiment.begin(&policyRows, pair, rank: nil)
                policyRows.row(
                    routes.changes, timelines[index].changes, routes.outageS, routes.meanRttMs,
                    routes.meanExcessMs, routes.greatestExcessMs)
            }
            try lifetimes.append(lifetimeRows)
            try held?.append(heldRows)
            try policies?.append(policyRows)
        }
        rows = numbered
    }

    private static func append(
        _ use: RouteUse, _ pair: Int, _ rows: inout RouteRows, to table: inout RowBuffer
    ) {
        guard let nodes = use.interval.nodes else { return }
        rows.experiment.begin(&table, rows.pairs[pair], rank: nil)
        table.row(
            rows.number(of: nodes, ofPair: pair, at: use.interval.startS), use.interval.startS,
            use.interval.endS, use.life.lowerBound, use.life.upperBound, 100 * use.share,
            use.isCut ? 1 : 0, use.rttBeforeMs, use.rttAfterMs, use.rttBeforeMs - use.rttAfterMs,
            use.greatestGainMs, 100 * use.greatestGainShare)
    }
}
