import DataCenters
import Results

/// What tokens and synchronised terabytes cost: `cost.csv`, `cost_sensitivity.csv` and `unit_costs.csv`.
enum CostTables {
    /// A cost as a function of the unit costs.
    private struct Figure {
        var name: String
        var subject: String
        /// What is delivered in a year, in the unit of the figure.
        var amountPerYear: Double
        var unit: String
        var usdPerYear: (CostModel) -> Double

        func usd(_ model: CostModel) -> Double { usdPerYear(model) / amountPerYear }
    }

    static func write(
        _ keys: CostKeys, _ study: DataCenterStudy, _ training: [TrainingTables.Result],
        _ serving: ServingLedger?, into folder: ResultFolder, _ shortfalls: inout Shortfalls
    ) throws {
        let costs = try unitCosts(keys, study, into: folder)
        var model = CostModel(values: costs.mapValues(\.value))
        let figures =
            tokenFigures(keys, study, serving) + syncFigures(keys, study, training)
        let table = try folder.table(
            "cost.csv",
            columns: [
                "figure", "subject", "usd", "low_usd", "high_usd", "unit", "usd_per_year",
                "amount_per_year",
            ])
        let sensitivity = try folder.table(
            "cost_sensitivity.csv",
            columns: [
                "figure", "subject", "item", "low_value", "value", "high_value", "usd_at_low",
                "usd", "usd_at_high",
            ])
        for figure in figures {
            guard figure.amountPerYear > 0, figure.amountPerYear < .infinity else {
                shortfalls.add(
                    "costs", "\(figure.name), \(figure.subject)", atS: .nan, share: 0,
                    "nothing is delivered, so that it has no cost a unit")
                continue
            }
            let usd = figure.usd(model)
            var (least, most) = (usd, usd)
            for item in CostModel.Item.allCases {
                guard let cost = costs[item] else { continue }
                model.values[item] = cost.low
                let atLow = figure.usd(model)
                model.values[item] = cost.high
                let atHigh = figure.usd(model)
                model.values[item] = cost.value
                // Items that a figure does not use are left out.
                guard atLow != usd || atHigh != usd else { continue }
                least = min(least, atLow, atHigh)
                most = max(most, atLow, atHigh)
                try sensitivity.row(
                    figure.name, figure.subject, item.rawValue, cost.low, cost.value, cost.high,
                    atLow, usd, atHigh)
            }
            try table.row(
                figure.name, figure.subject, usd, least, most, figure.unit,
                figure.usdPerYear(model), figure.amountPerYear)
        }
    }

    /// The table of unit costs, and a copy of what was used.
    private static func unitCosts(
        _ keys: CostKeys, _ study: DataCenterStudy, into folder: ResultFolder
    ) throws -> [CostModel.Item: UnitCost] {
        let scenario = study.experiment.scenario
        var files = InputFiles(beside: scenario.file)
        guard let file = keys.file ?? DatasetFolder.file("costs/unit-costs.csv") else {
            throw ScenarioError.missingKey(
                place: ScenarioPlace(file: scenario.file, line: nil, path: "costs"), key: "file",
                expected: "a table of unit costs, for that of Datasets is not found")
        }
        let table = try CSVTable(bytes: files.bytes(file), file: files.path(file))
        let items = try table.strings("item")
        let (low, value, high) = (
            try table.doubles("low"), try table.doubles("value"), try table.doubles("high")
        )
        let units = try table.strings("unit")
        let (dates, sources) = (try table.strings("date"), try table.strings("source"))
        let standings = try table.strings("standing")
        let copy = try folder.table(
            "unit_costs.csv",
            columns: ["item", "unit", "low", "value", "high", "date", "source", "standing"])
        var costs: [CostModel.Item: UnitCost] = [:]
        for row in items.indices {
            guard let item = CostModel.Item(rawValue: items[row]) else {
                let words = CostModel.Item.allCases.map(\.rawValue)
                let nearest = EditDistance.nearest(to: items[row], among: words)
                throw table.badCell(
                    row: row, column: "item",
                    expected: "an item of the cost model"
                        + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
            }
            guard low[row] > 0, low[row] <= value[row], value[row] <= high[row] else {
                throw table.badCell(
                    row: row, column: "value", expected: "low <= value <= high, above 0")
            }
            costs[item] = UnitCost(
                item: items[row], low: low[row], value: value[row], high: high[row])
            try copy.row(
                items[row], units[row], low[row], value[row], high[row], dates[row], sources[row],
                standings[row])
        }
        if let missing = CostModel.Item.allCases.first(where: { costs[$0] == nil }) {
            throw ScenarioError.wrongValue(
                place: ScenarioPlace(file: files.path(file), line: nil, path: ""),
                found: "no row of '\(missing.rawValue)'", expected: "a row of each item")
        }
        return costs
    }

    /// A million delivered tokens from each kind of sites.
    private static func tokenFigures(
        _ keys: CostKeys, _ study: DataCenterStudy, _ serving: ServingLedger?
    ) -> [Figure] {
        guard let serving, let demand = study.experiment.scenario.dataCenters.serving else {
            return []
        }
        let secondsPerYear = 3_600 * CostModel.hoursPerYear
        let instants = Double(max(1, study.experiment.window.count))
        let satellites = Double(study.experiment.constellation.count)
        return serving.services.map { service in
            var requestsPerS = 0.0
            for place in service.nearest.indices where service.nearest[place] >= 0 {
                requestsPerS +=
                    serving.weights[place % serving.userCount] * demand.requestsPerPersonDay
                    / 86_400 / instants
            }
            let tokensPerS = requestsPerS * demand.outputTokens
            let sites = service.sites.map { study.sites[$0] }
            return Figure(
                name: "usd_per_million_tokens",
                subject: "\(service.kind.rawValue) over \(service.network)",
                amountPerYear: tokensPerS * secondsPerYear / 1e6, unit: "USD per million tokens"
            ) { model in
                let share = 1 / Double(sites.count)
                let compute = sites.reduce(0) { sum, site in
                    let processors = Double(site.servers) / keys.serversPerProcessor
                    return sum
                        + (site.keys.kind == .orbit
                            ? model.orbitPerYear(
                                satellites: Double(site.keys.cluster), processors: processors,
                                share: share)
                            : model.groundPerYear(
                                processors: processors, powerKW: site.keys.powerKW,
                                isEdge: site.keys.kind == .edge))
                }
                let network =
                    service.network == "fibre"
                    ? model.egressPerYear(tokensPerS: tokensPerS)
                    : service.kind == .orbit
                        // Sites in orbit are their own satellites; users need no gateway.
                        ? 0
                        : model.meshPerYear(
                            satellites: satellites, gateways: keys.gateways,
                            share: keys.constellationShare)
                return compute + network
            }
        }
    }

    /// A terabyte that all sites share, over the mesh and over fibre.
    private static func syncFigures(
        _ keys: CostKeys, _ study: DataCenterStudy, _ training: [TrainingTables.Result]
    ) -> [Figure] {
        let satellites = Double(study.experiment.constellation.count)
        return training.filter(\.training.isBase).map { result in
            let training = result.training
            let plan = training.plan
            let perYear =
                TrainingTables.synchronisedTBPerDay(result) * CostModel.hoursPerYear / 24
            return Figure(
                name: "usd_per_synchronised_tb",
                subject: "\(training.method.rawValue), \(plan.innerSteps) steps, "
                    + "\(YAMLValue.plain(plan.bytesPerParameter)) bytes for each of "
                    + "\(YAMLValue.plain(plan.parameters)) parameters, "
                    + "\(training.sites) sites, over \(training.network)",
                amountPerYear: perYear.isNaN ? 0 : perYear, unit: "USD per TB"
            ) { model in
                training.network == "fibre"
                    ? model.fibrePerYear(sites: Double(training.sites))
                    : model.meshPerYear(
                        satellites: satellites, gateways: keys.gateways,
                        share: keys.constellationShare)
            }
        }
    }
}
