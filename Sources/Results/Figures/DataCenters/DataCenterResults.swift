/// The tables of a `helio-datacenter` result folder that figures are drawn from; those of parts that a
/// scenario does not have are empty.
public struct DataCenterResults: Sendable {
    /// A training over a network.
    struct Training: Sendable {
        var network: String
        /// Capacity of radio links [Gbit/s]; NaN over fibre.
        var radioGbps: Double
        var method: String
        var sites: Int
        var parameters: Double
        var innerSteps: Int
        var bytesPerParameter: Double
        var utilisation: Double
        var tokensPerDay: Double
    }

    /// A collective over a network.
    struct Transfer: Sendable {
        var network: String
        var collective: String
        var algorithm: String
        var bytes: Double
        var durationS: Double
    }

    /// A kind of compute over a network, and the round-trip times to it.
    struct Service: Sendable {
        var compute: String
        var network: String
        /// Shares of all people and what they do not exceed [ms].
        var quantiles: [(share: Double, ms: Double)] = []
        /// Parts of the time to the first token, and its limit [ms]; NaN where nothing is in reach.
        var networkMs = Double.nan
        var queueMs = Double.nan
        var prefillMs = Double.nan
        var limitMs = Double.nan
        /// Median round-trip time of each user, in the order of the table [ms].
        var userMs: [Double] = []
    }

    /// A choice of sites.
    struct Placement: Sendable {
        var objective: String
        var method: String
        var count: Int
        var value: Double
        var bound: Double
        var unit: String
    }

    /// What one unit cost does to a cost.
    struct Sensitivity: Sendable {
        var figure: String
        var subject: String
        var item: String
        var atLow: Double
        var usd: Double
        var atHigh: Double
    }

    /// A published rate beside the closed form [Gbit/s].
    struct Bandwidth: Sendable {
        var architecture: String
        var published: Double
        var closedForm: Double
    }

    let trainings: [Training]
    let transfers: [Transfer]
    let services: [Service]
    let placements: [Placement]
    let sensitivities: [Sensitivity]
    let bandwidths: [Bandwidth]
    let sight: SightFigures

    /// SHA-256 of each table that was read, by file name.
    public let hashes: [String: String]

    /// Whether a folder holds such results.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/shortfalls.csv")
    }

    /// Reads a folder.
    ///
    /// - Throws: ``FigureError/input(_:)`` when the folder is missing, ``FigureError/table(_:)`` when a table
    ///   is not what it should be, and ``FigureError/nothingToDraw(folder:table:)``.
    public init(folder: String) throws(FigureError) {
        var tables = try ResultTables(folder: folder, with: ["shortfalls.csv"])
        do throws(CSVError) {
            trainings = try Self.trainings(&tables)
            transfers = try Self.transfers(&tables)
            services = try Self.services(&tables)
            placements = try Self.placements(&tables)
            sensitivities = try Self.sensitivities(&tables)
            bandwidths = try Self.bandwidths(&tables)
            sight = try SightFigures(&tables)
        } catch {
            throw FigureError(error)
        }
        guard
            !trainings.isEmpty || !transfers.isEmpty || !services.isEmpty || !placements.isEmpty
                || !sight.sights.isEmpty
        else { throw .nothingToDraw(folder: folder, table: "training_networks.csv") }
        hashes = tables.hashes
    }

    private static func trainings(_ tables: inout ResultTables) throws(CSVError) -> [Training] {
        guard tables.has("training_networks.csv") else { return [] }
        let table = try tables.table("training_networks.csv")
        let networks = try table.strings("network")
        let radio = try table.doubles("radio_gbps", allowing: .nan)
        let methods = try table.strings("method")
        let sites = try table.ints("sites")
        let parameters = try table.doubles("parameters")
        let steps = try table.ints("inner_steps")
        let bytes = try table.doubles("bytes_per_parameter")
        let utilisation = try table.doubles("utilisation", allowing: .nan)
        let tokens = try table.doubles("tokens_per_day", allowing: .nan)
        return networks.indices.map {
            Training(
                network: networks[$0], radioGbps: radio[$0], method: methods[$0],
                sites: sites[$0], parameters: parameters[$0], innerSteps: steps[$0],
                bytesPerParameter: bytes[$0], utilisation: utilisation[$0],
                tokensPerDay: tokens[$0])
        }
    }

    private static func transfers(_ tables: inout ResultTables) throws(CSVError) -> [Transfer] {
        guard tables.has("collective_transfers.csv") else { return [] }
        let table = try tables.table("collective_transfers.csv")
        let networks = try table.strings("network")
        let collectives = try table.strings("collective")
        let algorithms = try table.strings("algorithm")
        let bytes = try table.doubles("bytes")
        let durations = try table.doubles("duration_s", allowing: .nan)
        return networks.indices.map {
            Transfer(
                network: networks[$0], collective: collectives[$0], algorithm: algorithms[$0],
                bytes: bytes[$0], durationS: durations[$0])
        }
    }

    private static func services(_ tables: inout ResultTables) throws(CSVError) -> [Service] {
        guard tables.has("serving_distribution.csv") else { return [] }
        let table = try tables.table("serving_distribution.csv")
        let (compute, network) = (try table.strings("compute"), try table.strings("network"))
        let shares = try table.doubles("share", allowing: .nan)
        let times = try table.doubles("rtt_ms", allowing: .nan)
        var services: [Service] = []
        for row in compute.indices {
            if services.last?.compute != compute[row] || services.last?.network != network[row] {
                services.append(Service(compute: compute[row], network: network[row]))
            }
            services[services.count - 1].quantiles.append((shares[row], times[row]))
        }
        func place(_ compute: String, _ network: String) -> Int? {
            services.firstIndex { $0.compute == compute && $0.network == network }
        }
        if tables.has("inference.csv") {
            let budget = try tables.table("inference.csv")
            let (compute, network) = (try budget.strings("compute"), try budget.strings("network"))
            let limits = try budget.doubles("first_token_limit_ms")
            let ways = try budget.doubles("network_mean_ms", allowing: [.nan, .infinity])
            let queues = try budget.doubles("queue_mean_ms", allowing: [.nan, .infinity])
            let prefills = try budget.doubles("prefill_ms")
            for row in compute.indices {
                guard let place = place(compute[row], network[row]) else { continue }
                services[place].networkMs = ways[row]
                services[place].queueMs = queues[row]
                services[place].prefillMs = prefills[row]
                services[place].limitMs = limits[row]
            }
        }
        if tables.has("serving_users.csv") {
            let users = try tables.table("serving_users.csv")
            let (compute, network) = (try users.strings("compute"), try users.strings("network"))
            let medians = try users.doubles("median_rtt_ms", allowing: .nan)
            for row in compute.indices {
                guard let place = place(compute[row], network[row]) else { continue }
                services[place].userMs.append(medians[row])
            }
        }
        return services
    }

    private static func placements(_ tables: inout ResultTables) throws(CSVError) -> [Placement] {
        guard tables.has("placement.csv") else { return [] }
        let table = try tables.table("placement.csv")
        let objectives = try table.strings("objective")
        let methods = try table.strings("method")
        let counts = try table.ints("k")
        let values = try table.doubles("value")
        let bounds = try table.doubles("bound")
        let units = try table.strings("unit")
        return objectives.indices.map {
            Placement(
                objective: objectives[$0], method: methods[$0], count: counts[$0],
                value: values[$0], bound: bounds[$0], unit: units[$0])
        }
    }

    private static func sensitivities(
        _ tables: inout ResultTables
    ) throws(CSVError) -> [Sensitivity] {
        guard tables.has("cost_sensitivity.csv") else { return [] }
        let table = try tables.table("cost_sensitivity.csv")
        let figures = try table.strings("figure")
        let subjects = try table.strings("subject")
        let items = try table.strings("item")
        let low = try table.doubles("usd_at_low")
        let usd = try table.doubles("usd")
        let high = try table.doubles("usd_at_high")
        return figures.indices.map {
            Sensitivity(
                figure: figures[$0], subject: subjects[$0], item: items[$0], atLow: low[$0],
                usd: usd[$0], atHigh: high[$0])
        }
    }

    private static func bandwidths(_ tables: inout ResultTables) throws(CSVError) -> [Bandwidth] {
        guard tables.has("diloco_bandwidth.csv") else { return [] }
        let table = try tables.table("diloco_bandwidth.csv")
        let architectures = try table.strings("architecture")
        let published = try table.strings("published_gbps")
        let ours = try table.doubles("closed_form_gbps", allowing: .nan)
        return architectures.indices.map {
            // More than the table prints stands for its end.
            Bandwidth(
                architecture: architectures[$0],
                published: Double(published[$0].filter { $0 != "+" }) ?? .nan,
                closedForm: ours[$0])
        }
    }
}
