import Results

/// What the tables of a run say in a line each: of flows, failures, mesh and fibre, data centres, motifs.
enum RunHeadlines {
    /// The lines of the tables that a folder has; none of a table that cannot be read.
    static func lines(in folder: String, tables: Set<String>) -> [String] {
        let all: [(String, (CSVTable) throws(CSVError) -> [String])] = [
            ("flow_summary.csv", flows), ("resilience.csv", failures),
            ("crossover.csv", crossovers), ("training.csv", training),
            ("inference.csv", inference), ("zones.csv", zones), ("motifs.csv", motifs),
        ]
        return all.filter { tables.contains($0.0) }.flatMap { name, lines -> [String] in
            do throws(CSVError) {
                return try lines(CSVTable(contentsOf: folder + "/" + name))
            } catch {
                return []
            }
        }
    }

    private static func flows(_ table: CSVTable) throws(CSVError) -> [String] {
        let demand = try table.doubles("demand_gbps", allowing: .nan)
        let carried = try table.doubles("carried_gbps", allowing: .nan)
        let fullest = try table.doubles("max_utilisation", allowing: .nan)
        let unmet = try table.ints("unmet")
        guard let most = unmet.max(), let asked = demand.max(), !asked.isNaN else { return [] }
        return [
            "carried \(range(carried)) of \(range(demand)) Gbps; the fullest link at "
                + "\(range(fullest.map { 100 * $0 })) %; "
                + (most == 0 ? "no demand unmet" : "up to \(most) demands unmet")
        ]
    }

    private static func failures(_ table: CSVTable) throws(CSVError) -> [String] {
        let reach = try table.doubles("reachability", allowing: .nan)
        let stretch = try table.doubles("median_stretch", allowing: .nan)
        return reach.isEmpty
            ? []
            : [
                "under failures: reachable in \(range(reach.map { 100 * $0 })) % of the samples, "
                    + "median stretch \(range(stretch))"
            ]
    }

    private static func crossovers(_ table: CSVTable) throws(CSVError) -> [String] {
        let against = try table.strings("against")
        let distances = try table.doubles("crossover_km", allowing: .nan)
        let pairs = try table.ints("pairs")
        return against.indices.map {
            distances[$0].isNaN
                ? "against \(against[$0]): no distance from which on the mesh wins"
                : "against \(against[$0]): the mesh wins from \(Int(distances[$0].rounded())) km on "
                    + "(\(pairs[$0]) pairs)"
        }
    }

    private static func training(_ table: CSVTable) throws(CSVError) -> [String] {
        let methods = try table.strings("method")
        let utilisations = try table.doubles("utilisation", allowing: .nan)
        var order: [String] = []
        for method in methods where !order.contains(method) { order.append(method) }
        return order.map { method in
            let shares = methods.indices.filter { methods[$0] == method }
                .map { 100 * utilisations[$0] }
            return "\(method): computes \(range(shares)) % of the time"
        }
    }

    private static func inference(_ table: CSVTable) throws(CSVError) -> [String] {
        let (compute, network) = (try table.strings("compute"), try table.strings("network"))
        let ways = try table.doubles("network_mean_ms", allowing: [.nan, .infinity])
        let within = try table.doubles("within_share", allowing: .nan)
        return compute.indices.map {
            "\(compute[$0]) over \(network[$0]): \(number(ways[$0])) ms away on average, "
                + "\(number(100 * within[$0])) % answered in time"
        }
    }

    private static func zones(_ table: CSVTable) throws(CSVError) -> [String] {
        let gains = try table.doubles("gain_percent", allowing: .nan)
        return gains.last.map { ["\(gains.count) zones gain \(number($0)) % over +Grid"] } ?? []
    }

    private static func motifs(_ table: CSVTable) throws(CSVError) -> [String] {
        let offsets = try table.strings("offsets")
        let gains = try table.doubles("gain_percent", allowing: .nan)
        let best = gains.indices.filter { !gains[$0].isNaN }.max { gains[$0] < gains[$1] }
        return best.map {
            [
                "the best of \(gains.count) motifs is \(offsets[$0]): \(number(gains[$0])) % over +Grid"
            ]
        } ?? []
    }

    /// The least and the greatest of some numbers, or the one that there is.
    private static func range(_ values: [Double]) -> String {
        let numbers = values.filter { !$0.isNaN }
        guard let low = numbers.min(), let high = numbers.max() else { return "no number" }
        let (from, to) = (number(low), number(high))
        return from == to ? from : "\(from) to \(to)"
    }

    /// Three digits or so.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "no number" : "without end" }
        let scale = abs(value) >= 100 ? 1.0 : abs(value) >= 10 ? 10 : 100
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() && abs(rounded) < 1e15
            ? "\(Int(rounded))" : "\(rounded)"
    }
}
