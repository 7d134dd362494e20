import DataCenters
import LaserMesh
import Results

/// The training of a scenario: `training.csv`, `training_networks.csv` and `diloco_bandwidth.csv`.
enum TrainingTables {
    /// A training over a network.
    struct Case: Sendable {
        var network: String
        var laserGbps: Double
        var radioGbps: Double
        /// Whether these are the capacities of the scenario.
        var isBase: Bool
        var method: TrainingKeys.Method
        var sites: Int
        var plan: TrainingPlan
    }

    /// A training and what came of it.
    struct Result: Sendable {
        var training: Case
        var outcome: TrainingOutcome
        var reason: String
    }

    static func write(
        _ keys: TrainingKeys, _ routes: SiteTimelines, _ study: DataCenterStudy,
        into folder: ResultFolder, _ shortfalls: inout Shortfalls, control: RunControl
    ) async throws -> [Result] {
        let cases = try cases(keys, routes.sites, study)
        let window = study.experiment.windowS
        var results: [Result] = []
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 1)
        try await pipeline.run(count: cases.count) { places in
            places.map { run(cases[$0], keys, routes, window) }
        } take: { found, _ in
            results += found
        }
        try writeTables(results, keys, into: folder)
        for result in results {
            // A window always ends somewhere; what counts is a synchronisation that takes longer than any
            // before it, or is the first one.
            let outcome = result.outcome
            guard let unfinished = outcome.unfinished,
                outcome.syncs == 0 || window.upperBound - unfinished.startS > outcome.greatestSyncS
            else { continue }
            shortfalls.add(
                "training", name(of: result.training), atS: unfinished.startS,
                share: unfinished.sentShare, result.reason)
        }
        for parameters in keys.parameters {
            for site in routes.sites where site.storageBytes < stateBytes * parameters {
                shortfalls.add(
                    "training", site.name, atS: .nan,
                    share: site.storageBytes / (stateBytes * parameters),
                    "a checkpoint of \(YAMLValue.plain(parameters)) parameters at 12 bytes each does not "
                        + "fit into its storage")
            }
        }
        if let file = keys.publishedFile {
            var files = InputFiles(beside: study.experiment.scenario.file)
            try PublishedBandwidth.write(file, &files, into: folder)
        }
        return results
    }

    /// What a checkpoint holds of each parameter: weights, and Adam in mixed precision [bytes].
    private static let stateBytes = 12.0

    private static func name(of training: Case) -> String {
        "\(training.method.rawValue), \(training.plan.innerSteps) steps, "
            + "\(YAMLValue.plain(training.plan.parameters)) parameters, \(training.sites) sites, over "
            + training.network
    }

    /// All combinations of what is varied.
    private static func cases(
        _ keys: TrainingKeys, _ sites: [Site], _ study: DataCenterStudy
    ) throws(ScenarioError) -> [Case] {
        let base = study.experiment.scenario.capacity
        let hasBase =
            (keys.laserGbps ?? [base.laserGbps]).contains(base.laserGbps)
            && (keys.radioGbps ?? [base.radioGbps]).contains(base.radioGbps)
        var networks: [(String, Double, Double, Bool)] =
            hasBase ? [] : [("mesh", base.laserGbps, base.radioGbps, true)]
        for laser in keys.laserGbps ?? [base.laserGbps] {
            for radio in keys.radioGbps ?? [base.radioGbps] {
                networks.append(
                    ("mesh", laser, radio, laser == base.laserGbps && radio == base.radioGbps))
            }
        }
        networks.append(("fibre", .nan, .nan, true))
        let counts = keys.siteCounts ?? [sites.count]
        if let many = counts.first(where: { $0 > sites.count }) {
            throw .wrongValue(
                place: keys.place, found: "\(many) of \(sites.count) sites",
                expected: "site_counts of at most all sites")
        }
        var cases: [Case] = []
        for (network, laser, radio, isBase) in networks {
            for count in counts {
                for parameters in keys.parameters {
                    let flops = sites[..<count].reduce(0) { $0 + $1.flops }
                    let stepS =
                        keys.stepS
                        ?? 6 * parameters * keys.tokensPerStep / (flops * keys.flopsUtilisation)
                    for method in keys.methods {
                        for plan in plans(method, keys, parameters, stepS) {
                            cases.append(
                                Case(
                                    network: network, laserGbps: laser, radioGbps: radio,
                                    isBase: isBase, method: method, sites: count, plan: plan))
                        }
                    }
                }
            }
        }
        return cases
    }

    private static func plans(
        _ method: TrainingKeys.Method, _ keys: TrainingKeys, _ parameters: Double, _ stepS: Double
    ) -> [TrainingPlan] {
        if method == .dataParallel {
            return [
                TrainingPlan(
                    parameters: parameters, innerSteps: 1, bytesPerParameter: keys.gradientBytes,
                    stepS: stepS)
            ]
        }
        return keys.innerSteps.flatMap { steps in
            keys.bytesPerParameter.map { bytes in
                let fragments = method == .streaming ? keys.fragments : 1
                let most = Double(steps) / Double(fragments)
                let overlap =
                    method == .streaming
                    ? keys.streamingOverlapSteps ?? most : keys.overlapSteps
                return TrainingPlan(
                    parameters: parameters, innerSteps: steps, bytesPerParameter: bytes,
                    fragments: fragments, overlapSteps: min(overlap, most), stepS: stepS)
            }
        }
    }

    private static func run(
        _ training: Case, _ keys: TrainingKeys, _ routes: SiteTimelines, _ window: Range<Double>
    ) -> Result {
        var timeline = training.network == "mesh" ? routes.mesh : routes.fibre
        if training.network == "mesh" {
            timeline = timeline.replacing(
                laserGbps: training.laserGbps, radioGbps: training.radioGbps)
        }
        if training.sites < timeline.siteCount { timeline = timeline.first(training.sites) }
        let order = CollectiveTables.order(
            keys.algorithm, timeline, atS: window.lowerBound, bytes: training.plan.syncBytes,
            isBest: true)
        let groups = CollectiveTables.countries(Array(routes.sites[..<training.sites]))
        guard
            let schedule = CollectiveSchedule(
                .allReduce, by: keys.algorithm, order: order.order, groups: groups)
        else { preconditionFailure("the keys allow only what does all-reduce") }
        let phases = schedule.messages(bytes: training.plan.syncBytes)
        var simulator = TransferSimulator(timeline, reroutePauseS: keys.reroutePauseS)
        // Within a spell nothing changes, so that one synchronisation is like another.
        var known: [Int: TransferOutcome] = [:]
        let outcome = training.plan.run(fromS: window.lowerBound, toS: window.upperBound) { start in
            let spell = timeline.spell(atS: start)
            if var outcome = known[spell], let duration = outcome.durationS,
                start + duration <= timeline.endS(ofSpell: spell)
            {
                outcome.startS = start
                outcome.endS = start + duration
                return outcome
            }
            let outcome = simulator.run(phases, fromS: start)
            if outcome.isWithinSpell { known[spell] = outcome }
            return outcome
        }
        let reason =
            outcome.unfinished.map {
                CollectiveTables.reason($0, schedule, timeline, routes.sites)
            } ?? ""
        return Result(training: training, outcome: outcome, reason: reason)
    }

    private static func writeTables(
        _ results: [Result], _ keys: TrainingKeys, into folder: ResultFolder
    ) throws {
        let columns = [
            "method", "sites", "parameters", "inner_steps", "bytes_per_parameter", "compute_s",
            "sync_s", "utilisation", "tokens_per_day",
        ]
        let table = try folder.table("training.csv", columns: columns)
        let networks = try folder.table(
            "training_networks.csv",
            columns: ["network", "laser_gbps", "radio_gbps"] + columns + [
                "fragments", "overlap_steps", "step_s", "syncs", "greatest_sync_s",
                "synchronised_tb_per_day",
            ])
        for result in results {
            let (training, outcome) = (result.training, result.outcome)
            let plan = training.plan
            let utilisation = outcome.utilisation(stepS: plan.stepS)
            let tokens = outcome.tokensPerDay(perStep: keys.tokensPerStep)
            if training.network == "mesh", training.isBase {
                try table.row(
                    training.method.rawValue, training.sites, plan.parameters, plan.innerSteps,
                    plan.bytesPerParameter, plan.computeS, outcome.meanSyncS, utilisation, tokens)
            }
            let greatest = outcome.syncs > 0 ? outcome.greatestSyncS : Double.nan
            let terabytes = synchronisedTBPerDay(result)
            try networks.row(
                training.network, training.laserGbps, training.radioGbps,
                training.method.rawValue, training.sites, plan.parameters, plan.innerSteps,
                plan.bytesPerParameter, plan.computeS, outcome.meanSyncS, utilisation, tokens,
                plan.fragments, plan.overlapSteps, plan.stepS, outcome.syncs, greatest, terabytes)
        }
    }

    /// What is synchronised in a day, each synchronisation counted once [TB].
    static func synchronisedTBPerDay(_ result: Result) -> Double {
        let seconds = result.outcome.endS - result.outcome.startS
        return seconds > 0
            ? Double(result.outcome.syncs) * result.training.plan.syncBytes / 1e12 * 86_400
                / seconds
            : .nan
    }
}
