import Numerics
import Results
import Routing

/// How the packets of a distributed algorithm fared, and the distribution of their stretch.
///
/// The stretch of a packet that arrived is the cost of its way over that of the best route of the same
/// mesh, and so at least 1.
struct StretchSummary {
    private var instants = 0
    private var reachable = 0
    private var losses: [String: Int] = [:]
    private var stretches: [Double] = []

    /// What becomes of packets that are lost, in the order of the columns.
    private static let words = ["local-minimum", "lost-link", "no-way", "loop"]

    /// Columns of the table after its source and destination.
    static let columns =
        ["instants", "reachable", "delivered"]
        + words.map { $0.replacing("-", with: "_") } + [
            "min_stretch", "q05_stretch", "q25_stretch", "median_stretch", "mean_stretch",
            "q75_stretch", "q95_stretch", "q99_stretch", "max_stretch",
        ]

    /// Takes a packet, with its stretch if it arrived.
    mutating func add(_ outcome: String, stretch: Double, isReachable: Bool) {
        instants += 1
        if isReachable { reachable += 1 }
        if stretch.isNaN { losses[outcome, default: 0] += 1 } else { stretches.append(stretch) }
    }

    /// Takes all of another summary.
    mutating func add(_ other: StretchSummary) {
        instants += other.instants
        reachable += other.reachable
        losses.merge(other.losses, uniquingKeysWith: +)
        stretches += other.stretches
    }

    /// Appends the row of a pair, or of all.
    func append(to rows: inout RowBuffer, source: String, destination: String) throws {
        rows.append(source)
        rows.append(destination)
        rows.append(instants)
        rows.append(reachable)
        rows.append(stretches.count)
        for word in Self.words { rows.append(losses[word] ?? 0) }
        let all = stretches.isEmpty ? nil : try Statistics(stretches)
        func quantile(_ part: Double) -> Double { all?.quantile(part) ?? .nan }
        rows.row(
            all?.minimum ?? .nan, quantile(0.05), quantile(0.25), all?.median ?? .nan,
            all?.mean ?? .nan, quantile(0.75), quantile(0.95), quantile(0.99),
            all?.maximum ?? .nan)
    }
}
