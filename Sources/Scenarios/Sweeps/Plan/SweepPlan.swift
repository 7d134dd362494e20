import Results

/// All runs of a sweep, in order.
public struct SweepPlan: Sendable {
    /// The sweep.
    public let sweep: Sweep

    /// The runs, by number.
    public let runs: [SweepRun]

    /// For each replicate the values of each variable.
    private let values: [[[ScenarioTree]]]

    /// The most runs that a sweep may have.
    static let mostRuns = 10_000_000

    /// Lists the runs of a sweep: the product of its axes in each replicate, less the combinations
    /// that fail a condition.
    ///
    /// - Throws: ``ScenarioError`` where no run is left, or more than ten million, or a condition
    ///   orders texts.
    /// - Complexity: O(combinations · size of the scenario).
    public init(_ sweep: Sweep) throws(ScenarioError) {
        self.sweep = sweep
        let counts = sweep.axes.map(\.count)
        let total = counts.reduce(Double(sweep.replicates)) { $0 * Double($1) }
        guard total <= Double(Self.mostRuns) else {
            throw Self.wrong(sweep, found: "\(total.description) combinations")
        }
        var values: [[[ScenarioTree]]] = []
        var runs: [SweepRun] = []
        var turns: [String: Int] = [:]
        var digests = SweepInputDigests(beside: sweep.baseFile)
        let prefix =
            "heliograph-run-1\n\(HeliographVersion.string)\n"
            + sweep.keep.map(\.rawValue).joined(separator: " ") + "\n"
        for replicate in 0..<sweep.replicates {
            values.append(try SweepPoints(sweep, replicate: replicate).values)
            var choice = Array(repeating: 0, count: counts.count)
            repeat {
                let chosen = Self.chosen(choice, of: sweep, values[replicate])
                var isWanted = true
                for condition in sweep.conditions where isWanted {
                    isWanted = try condition.holds(chosen)
                }
                guard isWanted else { continue }
                let tree = Self.tree(sweep, chosen)
                let hash = SHA256.hex(
                    of: prefix + digests.lines(of: tree) + tree.canonicalText)
                let turn = turns[hash, default: runs.count]
                turns[hash] = turn
                runs.append(
                    SweepRun(
                        number: runs.count, replicate: replicate, hash: hash, choice: choice,
                        turn: turn))
            } while Self.advance(&choice, counts)
        }
        guard !runs.isEmpty else { throw Self.wrong(sweep, found: "no combination") }
        self.runs = runs
        self.values = values
    }

    private static func wrong(_ sweep: Sweep, found: String) -> ScenarioError {
        .wrongValue(
            place: ScenarioPlace(file: sweep.file, line: nil, path: "axes"),
            found: "\(found) that meets the conditions", expected: "1 to \(mostRuns)")
    }

    /// Goes to the next combination; `false` after the last one.
    private static func advance(_ choice: inout [Int], _ counts: [Int]) -> Bool {
        for axis in counts.indices.reversed() {
            choice[axis] += 1
            if choice[axis] < counts[axis] { return true }
            choice[axis] = 0
        }
        return false
    }

    private static func chosen(
        _ choice: [Int], of sweep: Sweep, _ values: [[ScenarioTree]]
    ) -> [ScenarioTree] {
        var chosen: [ScenarioTree] = []
        for (axis, index) in zip(sweep.axes, choice) {
            for _ in axis.variables { chosen.append(values[chosen.count][index]) }
        }
        return chosen
    }

    /// The base scenario with some values of the variables.
    private static func tree(_ sweep: Sweep, _ values: [ScenarioTree]) -> ScenarioTree {
        zip(sweep.variables, values).reduce(sweep.base) { tree, change in
            // A path that an earlier axis has cut off leaves the scenario as it is.
            tree.setting(change.1, at: change.0.key.steps[...]) ?? tree
        }
    }

    func treeValues(of run: SweepRun) -> [ScenarioTree] {
        Self.chosen(run.choice, of: sweep, values[run.replicate])
    }

    func tree(of run: SweepRun) -> ScenarioTree { Self.tree(sweep, treeValues(of: run)) }

    /// The values of a run as they stand in tables, a text for each of the sweep's keys.
    public func values(of run: SweepRun) -> [String] {
        treeValues(of: run).map { $0.text ?? $0.flowText }
    }

    /// All values of a variable in a replicate, as they stand in tables.
    func texts(ofVariable variable: Int, replicate: Int) -> [String] {
        values[replicate][variable].map { $0.text ?? $0.flowText }
    }

    /// The text of a run's scenario.
    public func scenarioText(of run: SweepRun) -> String { tree(of: run).canonicalText }

    /// A run's scenario, every value checked.
    ///
    /// - Throws: ``ScenarioError`` for a value that no scenario may have.
    public func scenario(of run: SweepRun) throws(ScenarioError) -> Scenario {
        try Scenario(tree(of: run), file: sweep.baseFile)
    }

    /// The runs of a shard of which each has results of its own, in order.
    public func distinctRuns(of shard: SweepShard) -> [SweepRun] {
        runs.filter { $0.turn == $0.number && shard.contains($0) }
    }

    /// The runs as a table: `run,hash,replicate` and the keys of the axes.
    public var table: RowBuffer {
        var rows = RowBuffer()
        for cell in ["run", "hash", "replicate"] + sweep.keys { rows.append(cell) }
        rows.endRow()
        for run in runs {
            rows.append(run.number)
            rows.append(run.hash)
            rows.append(run.replicate)
            for value in values(of: run) { rows.append(value) }
            rows.endRow()
        }
        return rows
    }
}
