import LaserMesh
import Orbits
import Results

/// What the data centres of a scenario do, as tables.
///
/// Written are `sites.csv`, `shortfalls.csv`, `errors.csv`, `rejected.csv`, and for each part that the
/// scenario has its own: `collectives.csv`, `training.csv`, `shipping.csv`, `serving.csv`, `placement.csv`,
/// `cost.csv` and what goes with them.
public enum DataCenterRun {
    /// The parts of a scenario, in the order in which they run.
    static func parts(of study: DataCenterStudy) -> [String] {
        let keys = study.experiment.scenario.dataCenters
        return [
            ("collectives", keys.collectives != nil), ("training", keys.training != nil),
            ("shipping", keys.shipping != nil), ("serving", keys.serving != nil),
            ("placement", keys.placement != nil), ("costs", keys.costs != nil),
        ].filter(\.1).map(\.0)
    }

    /// Instants that a run reports as progress.
    public static func total(of study: DataCenterStudy) -> Int {
        let walks = parts(of: study).count { $0 != "shipping" && $0 != "costs" }
        return study.experiment.window.count * max(1, walks)
    }

    /// Runs all parts, and writes their tables into a folder.
    ///
    /// - Throws: ``ScenarioError`` for names that the scenario does not have, `ResultError` when the
    ///   tables cannot be written.
    public static func run(
        _ study: DataCenterStudy, into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws -> [String] {
        let experiment = study.experiment
        let keys = experiment.scenario.dataCenters
        try writeSites(study, into: folder)
        var shortfalls = Shortfalls()
        tellBarred(study, &shortfalls)
        var errors: [RowBuffer] = []
        var timelines: SiteTimelines?
        func timeline(_ names: [String]?, at place: ScenarioPlace) async throws -> SiteTimelines {
            let sites = try study.sites(named: names, at: place)
            if let known = timelines, known.sites.map(\.node) == sites.map(\.node) {
                control.progress(experiment.window.count)
                return known
            }
            let made = try await SiteTimelines(sites, of: study, control: control)
            timelines = made
            errors = made.errors
            return made
        }
        if let keys = keys.collectives,
            try hasSites(keys.sites, keys.place, "collectives", study, &shortfalls)
        {
            let routes = try await timeline(keys.sites, at: keys.place)
            try CollectiveTables.write(keys, routes, study, into: folder, &shortfalls)
        }
        var training: [TrainingTables.Result] = []
        if let keys = keys.training,
            try hasSites(keys.sites, keys.place, "training", study, &shortfalls)
        {
            let routes = try await timeline(keys.sites, at: keys.place)
            training = try await TrainingTables.write(
                keys, routes, study, into: folder, &shortfalls, control: control)
        }
        if let keys = keys.shipping {
            try await ShippingTables.write(keys, study, into: folder, &shortfalls, control)
        }
        var serving: ServingLedger?
        if let keys = keys.serving, !study.sites.isEmpty {
            let ledger = try await ServingLedger(study, control: control)
            errors = ledger.errors
            try ServingTables.write(keys, ledger, study, into: folder, &shortfalls)
            try UserSight.write(ledger.sight, of: study, into: folder)
            try MeetUpTables.write(keys, study, into: folder, &shortfalls)
            serving = ledger
        }
        if let keys = keys.placement {
            try await PlacementTables.write(keys, study, into: folder, &shortfalls, control)
        }
        if let keys = keys.costs, !study.sites.isEmpty {
            try CostTables.write(keys, study, training, serving, into: folder, &shortfalls)
        }
        try folder.table("shortfalls.csv", columns: Shortfalls.columns).append(shortfalls.rows)
        let table = try ErrorTable.create(in: folder)
        for rows in errors { try table.append(rows) }
        try RejectedTable.write(experiment.rejections, into: folder)
        return shortfalls.rows.rows > 0
            ? ["\(shortfalls.rows.rows) things could not be done whole; see shortfalls.csv"] : []
    }

    /// Whether any of the sites of a part may compute; tells where not.
    private static func hasSites(
        _ names: [String]?, _ place: ScenarioPlace, _ part: String, _ study: DataCenterStudy,
        _ shortfalls: inout Shortfalls
    ) throws(ScenarioError) -> Bool {
        let chosen = try study.sites(named: names, at: place)
        if chosen.isEmpty {
            shortfalls.add(
                part, "all sites", atS: .nan, share: 0,
                "none of its sites is in the countries that must_compute_in names")
        } else if let names, chosen.count < names.count {
            shortfalls.add(
                part, "its sites", atS: .nan, share: Double(chosen.count) / Double(names.count),
                "\(names.count - chosen.count) of \(names.count) sites are in none of the countries that "
                    + "must_compute_in names, and take no part")
        }
        return !chosen.isEmpty
    }

    /// Tells which sites `must_compute_in` leaves, kind by kind, and which parts have none.
    private static func tellBarred(_ study: DataCenterStudy, _ shortfalls: inout Shortfalls) {
        for kind in SiteKeys.Kind.allCases {
            let barred = study.barredSites.count { $0.keys.kind == kind }
            guard barred > 0 else { continue }
            let all = barred + study.sites.count { $0.keys.kind == kind }
            shortfalls.add(
                "sites", kind.rawValue, atS: .nan, share: Double(all - barred) / Double(all),
                "\(barred) of \(all) are in none of the countries that must_compute_in names")
        }
        guard study.sites.isEmpty else { return }
        for part in parts(of: study) where ["serving", "costs"].contains(part) {
            shortfalls.add(
                part, "all sites", atS: .nan, share: 0,
                "no site is in the countries that must_compute_in names, so that nothing computes")
        }
    }

    private static func writeSites(_ study: DataCenterStudy, into folder: ResultFolder) throws {
        let table = try folder.table(
            "sites.csv",
            columns: [
                "site", "kind", "country", "latitude_deg", "longitude_deg", "satellites",
                "compute_pflops", "power_kw", "storage_tb", "servers",
            ])
        var rows = RowBuffer()
        for site in study.sites {
            let place = site.station.map { study.experiment.stations[$0].place }
            let count = Double(site.keys.cluster)
            let satellites = site.station == nil ? site.keys.cluster : 0
            let pflops = site.keys.computePflops * count
            let (kilowatts, terabytes) = (site.keys.powerKW * count, site.keys.storageTB * count)
            rows.row(
                site.name, site.keys.kind.rawValue, site.country, place?.latitudeDeg,
                place?.longitudeDeg, satellites, pflops, kilowatts, terabytes, site.servers)
        }
        try table.append(rows)
    }
}
