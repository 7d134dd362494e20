import Contacts
import LaserMesh
import Orbits
import Results

/// The contacts of a scenario over its window: tables, netCDF, and plans for other programs.
///
/// Written are `contacts.csv` or `contacts.nc` or both, `errors.csv`, `rejected.csv`, and a file for
/// each export.
public enum ContactRun {
    /// Finds all contacts and writes them.
    ///
    /// - Parameters:
    ///   - experiment: The scenario; its pairs and the steps of its window do not matter.
    ///   - format: CSV, netCDF or both.
    ///   - exports: Forms of other programs to write besides.
    ///   - rateMbps: The data rate that exports give every link [Mbit/s].
    ///   - folder: Where to write.
    ///   - control: Threads and progress, in seconds of the window.
    /// - Returns: The plan that was written.
    /// - Throws: `ResultError` or `NetCDFError` when the results cannot be written,
    ///   ``ContactPlanExportError`` for a plan that a form cannot hold.
    @discardableResult
    public static func run(
        _ experiment: Experiment, format: ResultFormat = .csv,
        exports: [ContactPlanExport] = [], rateMbps: Double = 1_000, into folder: ResultFolder,
        control: RunControl = RunControl()
    ) async throws -> ContactPlan {
        let finder = try experiment.contactFinder
        let window = experiment.windowS
        let plan = await finder.plan(over: window, threads: control.threads) {
            control.progress(Int($0.rounded()))
        }
        if format.hasCSV { try writeTable(plan, experiment, into: folder) }
        if format.hasNetCDF { try ContactGrid.write(plan, experiment, into: folder) }
        for export in exports {
            let text = try export.text(
                of: plan, names: experiment.nodeNames, rateMbps: rateMbps)
            try folder.write(text, to: export.fileName)
        }
        let errors = try ErrorTable.create(in: folder)
        var rows = RowBuffer()
        for rejection in finder.rejections(over: window) {
            ErrorTable.append(
                rejection.error, of: experiment.satelliteNames[rejection.satellite],
                at: rejection.seconds, to: &rows)
        }
        try errors.append(rows)
        try RejectedTable.write(experiment.rejections, into: folder)
        return plan
    }

    /// Why a plan has no contacts, in a sentence; `nil` for one that has some.
    public static func reasonForNone(_ plan: ContactPlan, _ experiment: Experiment) -> String? {
        guard plan.contacts.isEmpty else { return nil }
        if plan.startS >= plan.endS {
            return "no contacts: the window has no length, so that no link can be up in it"
        }
        if experiment.constellation.count == 0 { return "no contacts: there is no satellite" }
        if experiment.stations.isEmpty {
            return "no contacts: there is no ground station, and no laser is ever up"
        }
        return "no contacts: no station ever sees a satellite, and no laser is ever up; "
            + "--explain tells why for a pair"
    }

    private static func writeTable(
        _ plan: ContactPlan, _ experiment: Experiment, into folder: ResultFolder
    ) throws {
        let table = try folder.table(
            "contacts.csv",
            columns: [
                "a", "b", "kind", "up_s", "down_s", "min_km", "max_km", "cause_up", "cause_down",
            ])
        let names = experiment.nodeNames
        var rows = RowBuffer()
        for (index, contact) in plan.contacts.enumerated() {
            rows.row(
                names[contact.a.index], names[contact.b.index], contact.kind.description,
                contact.upS, contact.downS, contact.minKm, contact.maxKm,
                contact.causeUp.description, contact.causeDown.description)
            if index % 4_096 == 4_095 {
                try table.append(rows)
                rows.removeAll()
            }
        }
        try table.append(rows)
    }
}

extension Experiment {
    /// Finds the contacts of this scenario.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` where links cannot be followed through
    ///   time.
    public var contactFinder: ContactFinder {
        get throws(ScenarioError) {
            try requireFollowing()
            return ContactFinder(movingMesh)
        }
    }

    /// Makes sure that links can be followed through time.
    func requireFollowing() throws(ScenarioError) {
        func place(_ key: String) -> ScenarioPlace {
            ScenarioPlace(file: scenario.file, line: nil, path: "ground.\(key)")
        }
        switch builder.followingObstacle {
        case nil: break
        case .givenRadioLinks:
            throw .wrongValue(
                place: place("links"),
                found: "radio links of given lengths, which neither rise nor set",
                expected: "rules for radio links, such as min_elevation_deg")
        case .choiceAtEveryInstant:
            let rules = builder.groundRules
            throw .wrongValue(
                place: place(
                    rules.choice != .all
                        ? "choice"
                        : rules.satellitesPerStation != nil
                            ? "satellites_per_station" : "stations_per_satellite"),
                found: "stations that choose satellites at every instant",
                expected:
                    "reassign_s, the time between choices, where links are followed through time")
        }
    }

    /// The window, since the epoch [s].
    public var windowS: Range<Double> { window.seconds(at: 0)..<window.endS }

    /// The names of all nodes, satellites first.
    public var nodeNames: [String] { satelliteNames + stations.map(\.name) }
}
