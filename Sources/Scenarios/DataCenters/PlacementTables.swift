import DataCenters
import LaserMesh
import Orbits
import Results

/// Which sites to build: `placement.csv`.
enum PlacementTables {
    /// What an instant without a way counts as [ms].
    private static let unreachedMs = 1_000.0

    static func write(
        _ keys: PlacementKeys, _ study: DataCenterStudy, into folder: ResultFolder,
        _ shortfalls: inout Shortfalls, _ control: RunControl
    ) async throws {
        let experiment = study.experiment
        let candidates = study.sites.filter { keys.kinds.contains($0.keys.kind) }
        let place = ScenarioPlace(file: experiment.scenario.file, line: nil, path: "placement")
        if candidates.isEmpty,
            let barred = study.barredSites.first(where: { keys.kinds.contains($0.keys.kind) })
        {
            shortfalls.add(
                "placement", "sites such as \(barred.name)", atS: .nan, share: 0,
                "none of the sites to choose from is in the countries that must_compute_in names")
            return
        }
        guard !candidates.isEmpty, study.userCount > 0 else {
            throw ScenarioError.wrongValue(
                place: place,
                found: candidates.isEmpty ? "no site of these kinds" : "no ground station as user",
                expected: "sites to choose from, and users")
        }
        let latency = try await latencies(candidates, keys, study, control)
        let weights = experiment.stations[..<study.userCount].map { $0.population ?? 1 }
        let table = try folder.table(
            "placement.csv",
            columns: [
                "objective", "k", "method", "value", "unit", "bound", "gap", "mean_rtt_ms",
                "worst_rtt_ms", "covered_share", "sites",
            ])
        let (groupOf, most) = groups(candidates, keys)
        func problem(_ objective: PlacementProblem.Objective) -> PlacementProblem {
            PlacementProblem(
                objective, latencyMs: latency, weights: weights, unreachedMs: unreachedMs,
                withinMs: keys.withinMs, groupOf: groupOf, greatestOfGroup: most)
        }
        for objective in keys.objectives {
            for count in keys.counts {
                let search = PlacementSearch(problem(objective), choosing: count)
                guard search.count == count else {
                    shortfalls.add(
                        "placement", "\(objective.rawValue), \(count) sites", atS: .nan,
                        share: Double(search.count) / Double(count),
                        "there are no more sites that the limits of countries allow")
                    continue
                }
                for answer in answers(search, keys, &shortfalls) {
                    try append(
                        answer, objective, count, candidates, problem, to: table)
                }
            }
        }
        if let goal = keys.coverageGoal {
            try cover(goal, keys, candidates, problem, to: table, &shortfalls)
        }
    }

    private static func answers(
        _ search: PlacementSearch, _ keys: PlacementKeys, _ shortfalls: inout Shortfalls
    ) -> [PlacementAnswer] {
        let greedy = search.greedy()
        let local = search.localSearch(from: greedy)
        var answers: [PlacementAnswer] = []
        if keys.methods.contains(.greedy) { answers.append(greedy) }
        if keys.methods.contains(.localSearch) { answers.append(local) }
        if keys.methods.contains(.exact) {
            if let exact = search.exact(from: local, nodeLimit: keys.choiceLimit) {
                answers.append(exact)
            } else {
                shortfalls.add(
                    "placement", "\(search.problem.objective.rawValue), \(search.count) sites",
                    atS: .nan, share: 1 - local.gap,
                    "no proof within \(keys.choiceLimit) partial choices; the local search is "
                        + "within \(local.gap) of the optimum")
            }
        }
        return answers
    }

    /// The fewest sites that cover a share, by the greedy choice.
    private static func cover(
        _ goal: Double, _ keys: PlacementKeys, _ candidates: [Site],
        _ problem: (PlacementProblem.Objective) -> PlacementProblem, to table: TableWriter,
        _ shortfalls: inout Shortfalls
    ) throws {
        let coverage = problem(.coverage)
        var last: PlacementAnswer?
        for count in 1...max(1, coverage.greatestCount) {
            let search = PlacementSearch(coverage, choosing: count)
            let answer = search.localSearch(from: search.greedy())
            last = answer
            guard answer.value <= 1 - goal + 1e-12 else { continue }
            try append(answer, .coverage, count, candidates, problem, to: table)
            return
        }
        if let last {
            shortfalls.add(
                "placement", "a coverage of \(goal)", atS: .nan, share: 1 - last.value,
                "all \(last.sites.count) sites that the limits allow do not cover more within "
                    + "\(keys.withinMs) ms")
        }
    }

    private static func append(
        _ answer: PlacementAnswer, _ objective: PlacementProblem.Objective, _ count: Int,
        _ candidates: [Site], _ problem: (PlacementProblem.Objective) -> PlacementProblem,
        to table: TableWriter
    ) throws {
        // Coverage is told as what is covered.
        let isCoverage = objective == .coverage
        let value = isCoverage ? 1 - answer.value : answer.value
        let bound = isCoverage ? 1 - answer.bound : answer.bound
        let mean = problem(.mean).value(of: answer.sites)
        let worst = problem(.worst).value(of: answer.sites)
        let covered = 1 - problem(.coverage).value(of: answer.sites)
        let names = answer.sites.map { NodeLabel.text(candidates[$0].name) }
        try table.row(
            objective.rawValue, count, answer.method.rawValue, value, isCoverage ? "share" : "ms",
            bound, answer.gap, mean, worst, covered, names.joined(separator: " "))
    }

    /// The country of each candidate as a group, and the most of each; sites without a country, such as those
    /// in orbit, have no limit.
    private static func groups(
        _ candidates: [Site], _ keys: PlacementKeys
    ) -> (groupOf: [Int], most: [Int]) {
        let countries = Set(candidates.map(\.country)).sorted()
        let most = countries.map { country in
            country.isEmpty
                ? Int.max
                : keys.countryLimits[country] ?? keys.countryLimits["default"] ?? .max
        }
        return (candidates.map { countries.firstIndex(of: $0.country) ?? 0 }, most)
    }

    /// Mean round-trip time of each user to each candidate over the window [ms].
    private static func latencies(
        _ candidates: [Site], _ keys: PlacementKeys, _ study: DataCenterStudy,
        _ control: RunControl
    ) async throws -> [[Double]] {
        let (users, count) = (study.userCount, candidates.count)
        let experiment = study.experiment
        let first = experiment.constellation.count
        let nodes = candidates.map(\.node)
        var fibre = [Double](repeating: .infinity, count: users * count)
        if keys.network != .mesh {
            for (place, site) in candidates.enumerated() {
                guard let station = site.station else { continue }
                let paths = study.network.paths(from: station, delays: study.delays)
                for user in 0..<users {
                    if let path = paths[user] {
                        fibre[user * count + place] = 2 * path.delayMs + study.delays.fixedMs
                    }
                }
            }
        }
        guard keys.network != .fibre else {
            control.progress(experiment.window.count)
            return (0..<users).map { Array(fibre[$0 * count..<($0 + 1) * count]) }
        }
        let other = keys.network == .both ? fibre : []
        var sums = [Double](repeating: 0, count: users * count)
        var reached = [Bool](repeating: false, count: users * count)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 8)
        try await pipeline.run(count: experiment.window.count) {
            BlockSolver(experiment)
        } work: { solver, instants -> [[Double]] in
            solver.solve(instants, to: nodes)
            return (0..<instants.count).map { instant in
                var times = [Double](repeating: .infinity, count: users * count)
                for user in 0..<users {
                    for site in 0..<count {
                        let cost =
                            nodes[site].index == first + user
                            ? 0
                            : solver.forwarding.costKm(
                                from: NodeID(first + user), to: site, at: instant)
                        times[user * count + site] = 2_000 * cost / Physics.speedOfLightKmPerS
                    }
                }
                return times
            }
        } take: { block, instants in
            for times in block {
                for place in sums.indices {
                    let ms = other.isEmpty ? times[place] : min(times[place], other[place])
                    sums[place] += min(ms, unreachedMs)
                    if ms < .infinity { reached[place] = true }
                }
            }
            control.progress(instants.count)
        }
        let instants = Double(max(1, experiment.window.count))
        return (0..<users).map { user in
            (user * count..<(user + 1) * count).map {
                reached[$0] ? sums[$0] / instants : .infinity
            }
        }
    }
}
