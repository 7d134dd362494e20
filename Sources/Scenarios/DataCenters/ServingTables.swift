import DataCenters
import LaserMesh
import Numerics
import Results

/// How users are served: `serving.csv`, `serving_distribution.csv`, `serving_users.csv`, `site_load.csv`,
/// `inference.csv` and `trace.csv`.
struct ServingTables {
    private let keys: ServingKeys
    private let ledger: ServingLedger
    private let study: DataCenterStudy
    private let instants: Int

    /// Time that a server takes for a request [s].
    private let serviceS: Double
    /// Time until the question is read [ms].
    private let prefillMs: Double

    static func write(
        _ keys: ServingKeys, _ ledger: ServingLedger, _ study: DataCenterStudy,
        into folder: ResultFolder, _ shortfalls: inout Shortfalls
    ) throws {
        let tables = ServingTables(keys, ledger, study)
        try tables.writeLatencies(into: folder, &shortfalls)
        try tables.writeUsers(into: folder, &shortfalls)
        try tables.writeLoads(into: folder, &shortfalls)
        try tables.writeTrace(into: folder)
    }

    private init(_ keys: ServingKeys, _ ledger: ServingLedger, _ study: DataCenterStudy) {
        self.keys = keys
        self.ledger = ledger
        self.study = study
        instants = study.experiment.window.count
        prefillMs = 1_000 * keys.promptTokens / keys.prefillTokensPerS
        serviceS =
            keys.promptTokens / keys.prefillTokensPerS + keys.outputTokens / keys.decodeTokensPerS
    }

    /// Requests of a user in a second.
    private func requestsPerS(_ user: Int) -> Double {
        ledger.weights[user] * keys.requestsPerPersonDay / 86_400
    }

    /// The queue of a site at a load [1/s].
    private func queue(_ site: Site, _ arrivalsPerS: Double, isPoisson: Bool = false)
        -> ServerQueue
    {
        ServerQueue(
            servers: site.servers, arrivalsPerS: arrivalsPerS, serviceS: serviceS,
            arrivalVariation: isPoisson ? 1 : keys.arrivalVariation,
            serviceVariation: isPoisson ? 1 : keys.serviceVariation)
    }

    private func writeLatencies(into folder: ResultFolder, _ shortfalls: inout Shortfalls) throws {
        let table = try folder.table(
            "serving.csv",
            columns: [
                "time_s", "compute", "network", "reached_share", "mean_rtt_ms", "median_rtt_ms",
                "p90_rtt_ms", "p99_rtt_ms", "max_rtt_ms",
            ])
        let distributions = try folder.table(
            "serving_distribution.csv", columns: ["compute", "network", "share", "rtt_ms"])
        let shares = (0...200).map { Double($0) / 200 }
        for service in ledger.services {
            var whole = WeightedDistribution()
            var rows = RowBuffer()
            for instant in 0..<instants {
                var distribution = WeightedDistribution()
                for user in 0..<ledger.userCount {
                    distribution.add(
                        service.rttMs[instant * ledger.userCount + user],
                        weight: ledger.weights[user])
                }
                let quantiles = distribution.quantiles([0.5, 0.9, 0.99, 1])
                rows.row(
                    study.experiment.window.seconds(at: instant), service.kind.rawValue,
                    service.network, distribution.reachedShare, distribution.mean, quantiles[0],
                    quantiles[1], quantiles[2], quantiles[3])
                whole.add(distribution)
            }
            try table.append(rows)
            rows.removeAll()
            // Of all people, those out of reach included, so that curves end where reach does.
            let reached = whole.reachedShare
            for (share, ms) in zip(shares, whole.quantiles(shares)) {
                rows.row(service.kind.rawValue, service.network, share * reached, ms)
            }
            try distributions.append(rows)
            if whole.reachedShare < 1 - 1e-12 {
                shortfalls.add(
                    "serving", "\(service.kind.rawValue) over \(service.network)", atS: .nan,
                    share: whole.reachedShare,
                    "some users are out of reach of all sites, some or all of the time; see "
                        + "serving_users.csv")
            }
        }
    }

    private func writeUsers(into folder: ResultFolder, _ shortfalls: inout Shortfalls) throws {
        let table = try folder.table(
            "serving_users.csv",
            columns: [
                "user", "weight", "compute", "network", "reached_share", "median_rtt_ms",
                "max_rtt_ms", "site", "site_share", "site_changes",
            ])
        let reached = try folder.table(
            "site_coverage.csv",
            columns: ["site", "compute", "network", "users_served", "served_share"])
        for service in ledger.services {
            var rows = RowBuffer()
            var served = [Int: (users: Set<Int>, weight: Double)]()
            for user in 0..<ledger.userCount {
                let places = (0..<instants).map { $0 * ledger.userCount + user }
                let times = places.map { service.rttMs[$0] }
                let statistics = try? Statistics(finiteOf: times)
                var counts: [Int32: Int] = [:]
                var (changes, last) = (0, Int32(-1))
                for place in places where service.nearest[place] >= 0 {
                    let site = service.nearest[place]
                    counts[site, default: 0] += 1
                    if last >= 0, site != last { changes += 1 }
                    last = site
                }
                for (site, count) in counts {
                    served[Int(site), default: ([], 0)].users.insert(user)
                    served[Int(site), default: ([], 0)].weight +=
                        ledger.weights[user] * Double(count)
                }
                let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
                let reachedShare =
                    Double(times.count { $0.isFinite }) / Double(max(1, instants))
                let median = statistics?.quantile(0.5) ?? .nan
                let greatest = statistics?.quantile(1) ?? .nan
                let site = most.map { study.sites[service.sites[Int($0.key)]].name }
                let siteShare = most.map { Double($0.value) / Double(instants) } ?? 0
                rows.row(
                    study.experiment.stations[user].name, ledger.weights[user],
                    service.kind.rawValue, service.network, reachedShare, median, greatest, site,
                    siteShare, changes)
            }
            try table.append(rows)
            rows.removeAll()
            let total = ledger.weights.reduce(0, +) * Double(max(1, instants))
            for (place, site) in service.sites.enumerated() {
                let share = served[place].map { $0.weight / total } ?? 0
                let users = served[place]?.users.count ?? 0
                rows.row(
                    study.sites[site].name, service.kind.rawValue, service.network, users, share)
                if users == 0, service.kind != .orbit {
                    shortfalls.add(
                        "serving", "\(study.sites[site].name) over \(service.network)", atS: .nan,
                        share: 0, "it is the nearest site of no user at any instant")
                }
            }
            try reached.append(rows)
        }
    }

    private func writeLoads(into folder: ResultFolder, _ shortfalls: inout Shortfalls) throws {
        let table = try folder.table(
            "site_load.csv",
            columns: [
                "site", "compute", "network", "servers", "mean_requests_per_s",
                "greatest_requests_per_s", "utilisation", "greatest_utilisation",
                "mmc_wait_ms", "ggc_wait_ms", "p99_wait_ms",
            ])
        let budget = try folder.table(
            "inference.csv",
            columns: [
                "compute", "network", "limit", "first_token_limit_ms", "per_token_limit_ms",
                "network_mean_ms", "queue_mean_ms", "prefill_ms", "first_token_mean_ms",
                "first_token_p99_ms", "per_token_ms", "within_share", "served_tokens_per_s",
            ])
        for service in ledger.services {
            var rows = RowBuffer()
            var loads = [Double](repeating: 0, count: service.sites.count * instants)
            for instant in 0..<instants {
                for user in 0..<ledger.userCount {
                    let site = service.nearest[instant * ledger.userCount + user]
                    if site >= 0 {
                        loads[instant * service.sites.count + Int(site)] += requestsPerS(user)
                    }
                }
            }
            var overloaded = 0
            for (place, index) in service.sites.enumerated() {
                let site = study.sites[index]
                let series = (0..<instants).map { loads[$0 * service.sites.count + place] }
                let mean = series.reduce(0, +) / Double(max(1, instants))
                let most = series.max() ?? 0
                let (poisson, declared) = (queue(site, mean, isPoisson: true), queue(site, mean))
                let greatest = queue(site, most).utilisation
                let (poissonMs, declaredMs) = (
                    1_000 * poisson.meanWaitS, 1_000 * declared.meanWaitS
                )
                let tailMs = 1_000 * declared.waitS(notExceededBy: 0.99)
                rows.row(
                    site.name, service.kind.rawValue, service.network, site.servers, mean, most,
                    declared.utilisation, greatest, poissonMs, declaredMs, tailMs)
                if greatest >= 1 { overloaded += 1 }
            }
            try table.append(rows)
            if overloaded > 0 {
                shortfalls.add(
                    "serving", "\(service.kind.rawValue) over \(service.network)", atS: .nan,
                    share: 1 - Double(overloaded) / Double(service.sites.count),
                    "\(overloaded) sites have more requests than they can serve at some instant; "
                        + "the queue grows without end meanwhile")
            }
            try append(budgetOf: service, loads, to: budget)
        }
    }

    /// Network, queue and compute of an answer, against the limits.
    private func append(
        budgetOf service: ServingLedger.Service, _ loads: [Double], to table: TableWriter
    ) throws {
        let perTokenMs = 1_000 / keys.decodeTokensPerS
        var (network, waiting, first, tail) = (
            WeightedDistribution(), WeightedDistribution(), WeightedDistribution(),
            WeightedDistribution()
        )
        var served = 0.0
        for instant in 0..<instants {
            let waits = service.sites.indices.map { place in
                let queue = queue(
                    study.sites[service.sites[place]],
                    loads[instant * service.sites.count + place])
                return SIMD2(1_000 * queue.meanWaitS, 1_000 * queue.waitS(notExceededBy: 0.99))
            }
            for user in 0..<ledger.userCount {
                let place = instant * ledger.userCount + user
                let site = Int(service.nearest[place])
                let weight = ledger.weights[user]
                let rtt = service.rttMs[place]
                let wait = site >= 0 ? waits[site] : SIMD2(repeating: .infinity)
                network.add(rtt, weight: weight)
                waiting.add(wait.x, weight: weight)
                first.add(rtt + wait.x + prefillMs, weight: weight)
                tail.add(rtt + wait.y + prefillMs, weight: weight)
                if wait.x < .infinity { served += requestsPerS(user) }
            }
        }
        let fits = perTokenMs <= keys.limit.perTokenMs
        let within = fits ? tail.share(within: keys.limit.firstTokenMs) : 0
        let tokensPerS = served / Double(max(1, instants)) * keys.outputTokens
        let tailMs = tail.quantiles([0.99])[0]
        try table.row(
            service.kind.rawValue, service.network, keys.limit.rawValue, keys.limit.firstTokenMs,
            keys.limit.perTokenMs, network.mean, waiting.mean, prefillMs, first.mean, tailMs,
            perTokenMs, within, tokensPerS)
    }

    /// A trace through the queue of each size of site, beside the formulas of its means and variations.
    private func writeTrace(into folder: ResultFolder) throws {
        guard let trace = keys.trace else { return }
        var files = InputFiles(beside: study.experiment.scenario.file)
        let table = try CSVTable(bytes: files.bytes(trace.file), file: files.path(trace.file))
        let arrivals = try table.doubles("arrival_s")
        let prompts = try table.doubles("prompt_tokens")
        let outputs = try table.doubles("output_tokens")
        guard arrivals.count >= 2, arrivals[arrivals.count - 1] > arrivals[0] else {
            throw ScenarioError.wrongValue(
                place: trace.place, found: "\(arrivals.count) requests",
                expected: "two or more, at different instants")
        }
        for row in arrivals.indices {
            guard row == 0 || arrivals[row] >= arrivals[row - 1] else {
                throw table.badCell(
                    row: row, column: "arrival_s", expected: "no earlier than the row before")
            }
            try table.require(
                prompts[row], row: row, column: "prompt_tokens", in: 0...1_000_000_000, "tokens")
            try table.require(
                outputs[row], row: row, column: "output_tokens", in: 0...1_000_000_000, "tokens")
        }
        let services = zip(prompts, outputs).map {
            $0 / keys.prefillTokensPerS + $1 / keys.decodeTokensPerS
        }
        let output = try folder.table(
            "trace.csv",
            columns: [
                "servers", "requests", "arrival_variation", "service_variation", "utilisation",
                "replay_mean_wait_ms", "mmc_mean_wait_ms", "ggc_mean_wait_ms",
                "replay_p99_wait_ms", "mmc_p99_wait_ms", "ggc_p99_wait_ms",
            ])
        for servers in Set(study.sites.map(\.servers)).sorted() {
            let replay = TraceReplay(arrivalS: arrivals, serviceS: services, servers: servers)
            guard replay.meanServiceS > 0 else { continue }
            let general = replay.queue(servers: servers)
            var poisson = general
            (poisson.arrivalVariation, poisson.serviceVariation) = (1, 1)
            let means = [replay.meanWaitS, poisson.meanWaitS, general.meanWaitS]
            let tails = [
                replay.waitS(notExceededBy: 0.99), poisson.waitS(notExceededBy: 0.99),
                general.waitS(notExceededBy: 0.99),
            ]
            var rows = RowBuffer()
            rows.append(servers)
            rows.append(arrivals.count)
            rows.append(replay.arrivalVariation)
            rows.append(replay.serviceVariation)
            rows.append(general.utilisation)
            for seconds in means + tails { rows.append(1_000 * seconds) }
            rows.endRow()
            try output.append(rows)
        }
    }
}
