/// One axis of a sweep: a key with its values, or several keys that move together.
struct SweepAxis: Sendable {
    /// A key, and where its values come from.
    struct Variable: Sendable {
        let key: SweepKey
        /// Where the key stands in the sweep file.
        let place: ScenarioPlace
        let points: Points
    }

    /// The values of a key.
    enum Points: Sendable {
        case listed([ScenarioTree])
        case sampled(SweepSample)

        var count: Int {
            switch self {
            case .listed(let values): values.count
            case .sampled(let sample): sample.count
            }
        }
    }

    let variables: [Variable]

    /// How many values the axis has.
    var count: Int { variables.first?.points.count ?? 0 }

    private static let forms = ["values", "range", "log_range", "sample"]

    init(_ value: YAMLValue, seed: UInt64) throws(ScenarioError) {
        let map = try value.mapping(["key", "zip"] + Self.forms)
        guard let zipped = map["zip"] else {
            variables = [try Self.variable(value, seed: seed)]
            return
        }
        if let other = (["key"] + Self.forms).compactMap({ map[$0] }).first {
            throw other.wrong(expected: "no such key beside 'zip'")
        }
        let expected = "a list of keys with their values, which move together"
        var variables: [Variable] = []
        for item in try zipped.items(expected: expected) {
            let variable = try Self.variable(item, seed: seed)
            if let first = variables.first, first.points.count != variable.points.count {
                throw .wrongValue(
                    place: item.place, found: "\(variable.points.count) values",
                    expected: "\(first.points.count) as '\(first.key.text)' has")
            }
            variables.append(variable)
        }
        guard !variables.isEmpty else { throw zipped.wrong(expected: expected) }
        self.variables = variables
    }

    private static func variable(
        _ value: YAMLValue, seed: UInt64
    ) throws(ScenarioError) -> Variable {
        let map = try value.mapping(["key"] + forms)
        let expected = "a path of keys such as lasers.terminals"
        let keyValue = try map.required("key", expected: expected)
        guard let key = SweepKey(try keyValue.text(expected: expected)) else {
            throw keyValue.wrong(expected: expected)
        }
        let chosen = try map.exactlyOne(of: forms)
        let points: Points
        if map["values"] != nil {
            points = .listed(try listed(chosen))
        } else if map["range"] != nil {
            points = .listed(try range(chosen))
        } else if map["log_range"] != nil {
            points = .listed(try logRange(chosen))
        } else {
            points = .sampled(try sample(chosen, key: key, seed: seed))
        }
        return Variable(key: key, place: keyValue.place, points: points)
    }

    private static func listed(_ value: YAMLValue) throws(ScenarioError) -> [ScenarioTree] {
        var values: [ScenarioTree] = []
        for item in try value.items(expected: "a list of values") {
            values.append(try ScenarioTree(item))
        }
        guard !values.isEmpty else { throw value.wrong(expected: "at least one value") }
        return values
    }

    private static func range(_ value: YAMLValue) throws(ScenarioError) -> [ScenarioTree] {
        let map = try value.mapping(["from", "to", "step"])
        var texts: [String] = []
        for key in ["from", "to", "step"] {
            let number = try map.required(key, expected: "a number")
            _ = try number.number("a number", in: -1e15...1e15)
            texts.append(try number.text())
        }
        guard let values = SweepNumber.range(from: texts[0], to: texts[1], step: texts[2]) else {
            throw .wrongValue(
                place: value.place, found: "from \(texts[0]) to \(texts[1]) by \(texts[2])",
                expected: "a step that leads there in less than \(SweepNumber.mostValues)")
        }
        return values
    }

    private static func logRange(_ value: YAMLValue) throws(ScenarioError) -> [ScenarioTree] {
        let map = try value.mapping(["from", "to", "count"])
        let from = try map.required("from", expected: "a number above 0")
            .positive("a number", upTo: 1e300)
        let to = try map.required("to", expected: "a number above 0")
            .positive("a number", upTo: 1e300)
        let count = try map.required("count", expected: "the number of values")
            .integer("values", in: 2...SweepNumber.mostValues)
        return SweepNumber.logRange(from: from, to: to, count: count)
    }

    private static func sample(
        _ value: YAMLValue, key: SweepKey, seed: UInt64
    ) throws(ScenarioError) -> SweepSample {
        let map = try value.mapping(["uniform", "log_uniform", "count", "seed"])
        let chosen = try map.exactlyOne(of: ["uniform", "log_uniform"])
        let isLog = map["log_uniform"] != nil
        let expected = "two numbers\(isLog ? " above 0" : ""), the lower one first"
        let ends = try chosen.items(expected: expected)
        guard ends.count == 2 else { throw chosen.wrong(expected: expected) }
        let range = -1e300...1e300
        let lower =
            isLog
            ? try ends[0].positive("a number", upTo: 1e300)
            : try ends[0].number("a number", in: range)
        let upper = try ends[1].number("a number", in: range)
        guard lower < upper else {
            throw .wrongValue(
                place: chosen.place, found: "\(lower) and \(upper)", expected: expected)
        }
        return SweepSample(
            distribution: isLog ? .logUniform : .uniform, lower: lower, upper: upper,
            count: try map.required("count", expected: "the number of values")
                .integer("values", in: 1...SweepNumber.mostValues),
            seed: try Sweep.seed(map["seed"]) ?? seed, key: key)
    }
}
