import Results
import Scenarios

/// What a run has found, in a few lines that a person reads at a glance.
///
/// The scenario; the pairs with their round-trip times, where there is a `summary.csv`; what other tables
/// say; the tables with their numbers of rows; the folder.
struct RunSummary {
    /// The lines.
    let lines: [String]

    /// How many pairs are told of; of more only the number.
    private static let greatestPairs = 6

    /// Summarises a folder that is in place.
    ///
    /// - Parameters:
    ///   - experiment: What was run.
    ///   - manifest: The manifest of the folder.
    ///   - path: Where the folder is.
    init(_ experiment: Experiment, _ manifest: Manifest, at path: String) {
        let window = experiment.window
        var head = "\(experiment.scenario.name): \(experiment.constellation.count) satellites, "
        head += "\(experiment.stations.count) stations, \(window.count) instants"
        if window.count > 0 {
            let begin = experiment.instant(atSeconds: window.seconds(at: 0))
            head += " from \(begin.iso8601(fractionDigits: 0))"
        }
        var lines = [head]
        if manifest.files.contains(where: { $0.name == "summary.csv" }) {
            lines += Self.pairs(path + "/summary.csv")
        }
        lines += RunHeadlines.lines(in: path, tables: Set(manifest.files.map(\.name)))
        let tables = manifest.files.compactMap { file -> String? in
            guard let rows = file.rows, rows > 0 else { return nil }
            return "\(file.name) \(rows)"
        }
        if !tables.isEmpty { lines.append("rows: " + tables.joined(separator: ", ")) }
        if let errors = manifest.files.first(where: { $0.name == "errors.csv" })?.rows, errors > 0 {
            lines.append("\(errors) times a satellite had no position; see errors.csv")
        }
        lines.append("in \(path)")
        self.lines = lines
    }

    /// A line for each of the first pairs; none for a table that cannot be read.
    static func pairs(_ path: String) -> [String] {
        do {
            let table = try CSVTable(contentsOf: path)
            let sources = try table.strings("source")
            let destinations = try table.strings("destination")
            let fibre = try table.doubles("fibre_rtt_ms", allowing: .nan)
            let instants = try table.ints("instants")
            let reachable = try table.ints("reachable")
            let least = try table.doubles("min_rtt_ms", allowing: .nan)
            let median = try table.doubles("median_rtt_ms", allowing: .nan)
            let most = try table.doubles("max_rtt_ms", allowing: .nan)
            let changes = try table.ints("route_changes")
            let ranks = table.hasColumn("rank") ? try table.ints("rank") : []
            var lines: [String] = []
            for row in 0..<min(table.rowCount, greatestPairs) {
                var line = "\(sources[row]) – \(destinations[row])"
                if !ranks.isEmpty { line += ", \(ranks[row])" }
                if reachable[row] == 0 {
                    lines.append(line + ": never reachable")
                    continue
                }
                line += ": RTT \(short(least[row])) to \(short(most[row])) ms"
                line += ", median \(short(median[row]))"
                if !fibre[row].isNaN { line += ", fibre \(short(fibre[row]))" }
                line += "; \(changes[row]) route \(changes[row] == 1 ? "change" : "changes")"
                if reachable[row] < instants[row] {
                    line += "; reachable at \(reachable[row]) of \(instants[row]) instants"
                }
                lines.append(line)
            }
            let more = table.rowCount - lines.count
            if more > 0 { lines.append("and \(more) more in summary.csv") }
            return lines
        } catch {
            return []
        }
    }

    /// Two decimals.
    private static func short(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100)." + (fraction < 10 ? "0\(fraction)" : "\(fraction)")
    }
}
