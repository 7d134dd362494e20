import DataCenters
import LaserMesh
import Results

/// The collectives of a scenario: `collectives.csv` and `collective_transfers.csv`.
enum CollectiveTables {
    static func write(
        _ keys: CollectiveKeys, _ routes: SiteTimelines, _ study: DataCenterStudy,
        into folder: ResultFolder, _ shortfalls: inout Shortfalls
    ) throws {
        let experiment = study.experiment
        let groups = try groups(keys, routes.sites)
        let starts = keys.startS ?? [experiment.window.seconds(at: 0)]
        var rows = RowBuffer()
        var details = RowBuffer()
        for (network, timeline) in [("mesh", routes.mesh), ("fibre", routes.fibre)] {
            var simulator = TransferSimulator(timeline, reroutePauseS: keys.reroutePauseS)
            for start in starts {
                for collective in keys.collectives {
                    for algorithm in keys.algorithms {
                        for bytes in keys.bytes {
                            let order = Self.order(
                                algorithm, timeline, atS: start, bytes: bytes,
                                isBest: keys.ordersRings)
                            guard
                                let schedule = CollectiveSchedule(
                                    collective, by: algorithm, order: order.order, groups: groups)
                            else { continue }
                            let outcome = simulator.run(
                                schedule.messages(bytes: bytes), fromS: start)
                            let bottleneck = outcome.bottleneck.map {
                                timeline.name(of: $0, experiment)
                            }
                            if network == "mesh" {
                                rows.row(
                                    start, collective.rawValue, algorithm.rawValue,
                                    routes.sites.count, bytes, outcome.durationS ?? .nan,
                                    bottleneck ?? "")
                            }
                            append(
                                outcome, network, collective, algorithm, bytes, bottleneck, order,
                                schedule, routes.sites, study, to: &details)
                            if outcome.endS == nil {
                                shortfalls.add(
                                    "collectives",
                                    "\(collective.rawValue) by \(algorithm.rawValue) over \(network)",
                                    atS: start, share: outcome.sentShare,
                                    reason(outcome, schedule, timeline, routes.sites))
                            }
                        }
                    }
                }
            }
        }
        try folder.table(
            "collectives.csv",
            columns: [
                "start_s", "collective", "algorithm", "sites", "bytes", "duration_s", "bottleneck",
            ]
        ).append(rows)
        try folder.table("collective_transfers.csv", columns: detailColumns).append(details)
    }

    private static let detailColumns = [
        "network", "start_s", "collective", "algorithm", "sites", "bytes", "duration_s",
        "sent_share", "phases", "phases_done", "message_bytes", "laser_bytes", "radio_bytes",
        "fibre_bytes", "reroutes", "waiting_s", "energy_j", "pj_per_bit", "bottleneck", "order",
        "order_is_proven",
    ]

    private static func append(
        _ outcome: TransferOutcome, _ network: String, _ collective: Collective,
        _ algorithm: CollectiveAlgorithm, _ bytes: Double, _ bottleneck: String?,
        _ order: (order: [Int], isProven: Bool), _ schedule: CollectiveSchedule, _ sites: [Site],
        _ study: DataCenterStudy, to rows: inout RowBuffer
    ) {
        let energy = outcome.energyJ(
            joulePerBit: study.experiment.scenario.dataCenters.energy.joulePerBit)
        let picojoulePerBit =
            outcome.sentBytes > 0 ? 1e12 * energy / (8 * outcome.sentBytes) : Double.nan
        let names = order.order.map { NodeLabel.text(sites[$0].name) }
        let isProven = algorithm == .ring && order.isProven
        rows.append(network)
        rows.append(outcome.startS)
        rows.append(collective.rawValue)
        rows.append(algorithm.rawValue)
        rows.append(sites.count)
        rows.append(bytes)
        rows.append(outcome.durationS ?? .nan)
        rows.append(outcome.sentShare)
        rows.append(schedule.phases.count)
        rows.append(outcome.phasesDone)
        rows.append(outcome.bytes)
        for kind in [LinkKind.laser, .radio, .fibre] { rows.append(outcome.linkBytes[kind] ?? 0) }
        rows.append(outcome.reroutes)
        rows.append(outcome.waitingS)
        rows.append(energy)
        rows.append(picojoulePerBit)
        rows.append(bottleneck ?? "")
        rows.append(names.joined(separator: " "))
        rows.append(isProven ? 1 : 0)
        rows.endRow()
    }

    /// The sites in the order of their ranks; around a ring the best one at the first instant from which all
    /// of them reach each other.
    static func order(
        _ algorithm: CollectiveAlgorithm, _ timeline: TransferTimeline, atS seconds: Double,
        bytes: Double, isBest: Bool
    ) -> (order: [Int], isProven: Bool) {
        let given = Array(0..<timeline.siteCount)
        guard isBest, algorithm == .ring || algorithm == .hierarchical else {
            return (given, false)
        }
        // A ring of those that speak for groups follows the same order.
        let first = timeline.spell(atS: seconds)
        for spell in first..<min(first + 32, timeline.startS.count) {
            let ring = RingOrder(
                in: timeline, spell: spell, bytes: bytes / Double(timeline.siteCount))
            if ring.stepS < .infinity { return (ring.order, ring.isProven) }
        }
        return (given, false)
    }

    /// The groups of the hierarchical algorithm by places of the sites; without any those of one country.
    static func groups(_ keys: CollectiveKeys, _ sites: [Site]) throws(ScenarioError) -> [[Int]] {
        guard let named = keys.groups else { return countries(sites) }
        var groups: [[Int]] = []
        for group in named {
            var places: [Int] = []
            for name in group {
                guard let place = sites.firstIndex(where: { $0.name == name }) else {
                    throw .wrongValue(
                        place: keys.place, found: "'\(name)' in a group",
                        expected: "the name of a site of these collectives")
                }
                places.append(place)
            }
            groups.append(places)
        }
        guard groups.flatMap({ $0 }).sorted() == Array(sites.indices) else {
            throw .wrongValue(
                place: keys.place, found: "groups that leave sites out or name them twice",
                expected: "each site in one group")
        }
        return groups
    }

    /// Sites of one country together; those without a country alone.
    static func countries(_ sites: [Site]) -> [[Int]] {
        var groups: [[Int]] = []
        var groupOf: [String: Int] = [:]
        for (place, site) in sites.enumerated() {
            if !site.country.isEmpty, let group = groupOf[site.country] {
                groups[group].append(place)
            } else {
                groupOf[site.country] = groups.count
                groups.append([place])
            }
        }
        return groups
    }

    /// Why a collective did not end, in a sentence.
    static func reason(
        _ outcome: TransferOutcome, _ schedule: CollectiveSchedule, _ timeline: TransferTimeline,
        _ sites: [Site]
    ) -> String {
        let spells = timeline.startS.indices
        for part in schedule.phases.flatMap({ $0 })
        where spells.allSatisfy({
            timeline.route(from: part.source, to: part.destination, inSpell: $0) == nil
        }) {
            return "\(sites[part.source].name) has no route to \(sites[part.destination].name) at "
                + "any time"
        }
        if outcome.startS >= timeline.endS { return "it begins after the window" }
        return "the window ended in phase \(outcome.phasesDone + 1) of \(schedule.phases.count)"
    }
}
