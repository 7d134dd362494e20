import Results

/// A sweep as its file states it: a base scenario, and the axes along which it is varied.
public struct Sweep: Sendable {
    /// The file's text, to the byte.
    public let text: String

    /// The file, as it was named.
    public let file: String

    /// The base scenario's file; the files that it names start from its folder.
    public let baseFile: String

    /// The base scenario's text, to the byte.
    public let baseText: String

    /// How often every combination is run, with samples drawn anew.
    public let replicates: Int

    /// The seed of samples that have none of their own, and of the bootstrap.
    public let seed: UInt64

    /// The tables of a run that are kept, in the order of ``SweepTable``.
    public let keep: [SweepTable]

    /// What one run takes of memory [bytes]; `nil` where the first one shall tell.
    public let memoryBytes: Int?

    /// The keys that are varied, in the order of the axes.
    public var keys: [String] { variables.map(\.key.text) }

    /// Whether the routes of its runs have ranks.
    var hasRanks: Bool {
        base["routing"]?["algorithm"] != nil
            || keys.contains { $0 == "routing.algorithm" || $0 == "routing" }
    }

    let axes: [SweepAxis]
    let conditions: [SweepCondition]
    let base: ScenarioTree

    var variables: [SweepAxis.Variable] { axes.flatMap(\.variables) }

    /// All keys at the top of a sweep file.
    static let keys = ["base", "axes", "where", "replicates", "seed", "keep", "memory_mb"]

    /// Reads a sweep file and its base scenario.
    ///
    /// - Throws: `InputError` when a file cannot be read, ``ScenarioError`` when one is wrong.
    public init(contentsOf path: String) throws {
        try self.init(ScenarioText(file: path, bytes: InputFile.bytes(of: path)))
    }

    /// Reads a sweep from text; `file` names it in errors and is where the base's path starts from.
    ///
    /// - Throws: As ``init(contentsOf:)``.
    public init(text: String, file: String) throws {
        try self.init(ScenarioText(file: file, text: text))
    }

    private init(_ source: ScenarioText) throws {
        text = source.text
        file = source.file
        let map = try source.top().mapping(Self.keys)
        let seed = try Self.seed(map["seed"]) ?? 1
        self.seed = seed
        replicates = try map["replicates"]?.integer("replicates", in: 1...1_000_000) ?? 1
        keep = try Self.tables(map["keep"])
        memoryBytes = try map["memory_mb"].map { value throws(ScenarioError) in
            Int(try value.positive("megabytes of a run", upTo: 1e9) * 1e6)
        }
        axes = try Self.axes(map["axes"], seed: seed)
        let keys = axes.flatMap(\.variables).map(\.key.text)
        conditions = try Self.conditions(map["where"], keys: keys)

        let baseName = try map.required("base", expected: "the file of a scenario").text()
        baseFile = InputFiles(beside: source.file).path(baseName)
        let baseSource = try ScenarioText(file: baseFile, bytes: InputFile.bytes(of: baseFile))
        baseText = baseSource.text
        base = try ScenarioTree(try baseSource.top())
        try checkKeys(baseSource)
    }

    /// A seed: any whole number from 0.
    static func seed(_ value: YAMLValue?) throws(ScenarioError) -> UInt64? {
        guard let value else { return nil }
        return UInt64(try value.integer("a seed", in: 0...Int.max))
    }

    private static func tables(_ value: YAMLValue?) throws(ScenarioError) -> [SweepTable] {
        guard let value else { return [.summary] }
        var chosen: Set<SweepTable> = []
        if case .scalar = value.node {
            chosen.insert(try value.choice())
        } else {
            for item in try value.items(expected: "a list of tables") {
                chosen.insert(try item.choice())
            }
        }
        guard !chosen.isEmpty else { throw value.wrong(expected: "at least one table") }
        return SweepTable.allCases.filter(chosen.contains)
    }

    private static func axes(
        _ value: YAMLValue?, seed: UInt64
    ) throws(ScenarioError) -> [SweepAxis] {
        var axes: [SweepAxis] = []
        var taken: Set<String> = []
        for item in try value?.items(expected: "a list of axes") ?? [] {
            let axis = try SweepAxis(item, seed: seed)
            for variable in axis.variables where !taken.insert(variable.key.text).inserted {
                throw .wrongValue(
                    place: variable.place, found: "'\(variable.key.text)' a second time",
                    expected: "each key in one axis only")
            }
            axes.append(axis)
        }
        return axes
    }

    private static func conditions(
        _ value: YAMLValue?, keys: [String]
    ) throws(ScenarioError) -> [SweepCondition] {
        guard let value else { return [] }
        if case .scalar = value.node { return [try SweepCondition(value, keys: keys)] }
        var conditions: [SweepCondition] = []
        for item in try value.items(expected: "a list of comparisons") {
            conditions.append(try SweepCondition(item, keys: keys))
        }
        return conditions
    }

    /// Makes sure that every axis leads to a key that scenarios have.
    ///
    /// Values are not judged: one that a scenario cannot have makes its run fail, and no other.
    private func checkKeys(_ baseSource: ScenarioText) throws(ScenarioError) {
        let variables = variables
        let values = try SweepPoints(self, replicate: 0)
        let first = values.first
        for (index, variable) in variables.enumerated() {
            guard let tree = base.setting(first[index], at: variable.key.steps[...]) else {
                throw .wrongValue(
                    place: variable.place, found: "'\(variable.key.text)'",
                    expected: "a path through the base scenario; its lists are as long there as in "
                        + "all runs")
            }
            do throws(ScenarioError) {
                _ = try Scenario(tree, file: baseFile)
            } catch .unknownKey(let place, let key, let nearest, let known) {
                let path = place.path.isEmpty ? key : "\(place.path).\(key)"
                let written = variable.key.text
                if written == path || written.hasPrefix(path + ".")
                    || written.hasPrefix(path + "[")
                {
                    throw .unknownKey(
                        place: variable.place, key: written,
                        nearest: nearest.map {
                            (place.path.isEmpty ? $0 : "\(place.path).\($0)")
                                + written.dropFirst(path.count)
                        }, known: known)
                }
                // Not the axis's fault: the base itself tells it with its line.
                _ = try Scenario(text: baseSource.text, file: baseSource.file)
            } catch {
                continue
            }
        }
    }
}
