/// The tables of the country sets of a `helio-compare` result folder.
public struct SovereigntyResults: Sendable {
    /// A predicate of a set, or all of the set.
    struct Case: Sendable {
        var set: String
        var predicate: String
        /// Part of the pairs and instants with a route only where nothing is asked for.
        var lostReachability: Double
        /// Added round-trip time over all pairs and instants [ms]; NaN where nothing is reached.
        var meanAddedMs: Double
        var p95AddedMs: Double
        var maxAddedMs: Double
        /// Median added round-trip time of each pair [ms]; NaN for one that is never reached.
        var pairMedianAddedMs: [Double]
    }

    /// How many pairs of a set prove at every instant that they were not in it.
    struct Alibis: Sendable {
        var set: String
        var pairs: Int
        var byVacuum: Int
        var byFibre: Int
    }

    /// The cases, in the order of the table.
    let cases: [Case]

    /// The sets that keep out of countries, in the order of the table.
    let alibis: [Alibis]

    /// SHA-256 of each table that was read, by file name.
    let hashes: [String: String]

    /// Reads a folder; `nil` where it has no country sets.
    ///
    /// - Throws: ``FigureError/table(_:)`` when a table is not what it should be.
    init?(folder: String) throws(FigureError) {
        let names = ["sovereignty_summary.csv", "sovereignty.csv", "alibis.csv"]
        guard InputFile.exists(folder + "/" + names[0]) else { return nil }
        var tables = try ResultTables(folder: folder, with: names)
        do throws(CSVError) {
            let summary = try tables.table(names[0])
            let (sets, predicates) = (
                try summary.strings("set"), try summary.strings("predicate")
            )
            let pairs = try tables.table(names[1])
            let keys = zip(try pairs.strings("set"), try pairs.strings("predicate")).map {
                [$0, $1]
            }
            let medians = try pairs.doubles("median_added_ms", allowing: .nan)
            var byCase: [[String]: [Double]] = [:]
            for (key, median) in zip(keys, medians) { byCase[key, default: []].append(median) }
            let lost = try summary.doubles("lost_reachability")
            let mean = try summary.doubles("mean_added_ms", allowing: .nan)
            let p95 = try summary.doubles("p95_added_ms", allowing: .nan)
            let most = try summary.doubles("max_added_ms", allowing: .nan)
            cases = sets.indices.map { row in
                Case(
                    set: sets[row], predicate: predicates[row], lostReachability: lost[row],
                    meanAddedMs: mean[row], p95AddedMs: p95[row], maxAddedMs: most[row],
                    pairMedianAddedMs: byCase[[sets[row], predicates[row]]] ?? [])
            }
            let proofs = try tables.table(names[2])
            let vacuum = try proofs.doubles("proven_by_vacuum", allowing: .nan)
            let fibre = try proofs.doubles("proven_by_fibre", allowing: .nan)
            var alibis: [Alibis] = []
            for (row, set) in try proofs.strings("set").enumerated() {
                if alibis.last?.set != set {
                    alibis.append(Alibis(set: set, pairs: 0, byVacuum: 0, byFibre: 0))
                }
                alibis[alibis.count - 1].pairs += 1
                if vacuum[row] == 1 { alibis[alibis.count - 1].byVacuum += 1 }
                if fibre[row] == 1 { alibis[alibis.count - 1].byFibre += 1 }
            }
            self.alibis = alibis
        } catch {
            throw FigureError(error)
        }
        hashes = tables.hashes
    }
}
