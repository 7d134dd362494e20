import Orbits
import Results
import Yams

/// A value of a scenario file with the place where it stands.
struct YAMLValue {
    let node: Node
    let file: String
    let path: String

    /// The place of the value.
    var place: ScenarioPlace { ScenarioPlace(file: file, line: node.mark?.line, path: path) }

    /// The error that says what stands here and what should.
    func wrong(expected: String) -> ScenarioError {
        .wrongValue(place: place, found: found, expected: expected)
    }

    /// A few words on what stands here.
    private var found: String {
        switch node {
        case .scalar(let scalar):
            let text = scalar.string
            if text.isEmpty { return "nothing" }
            return "'\(PrintableText.short(text))'"
        case .mapping: return "a mapping"
        case .sequence(let items): return "a list of \(items.count)"
        case .alias: return "an alias"
        }
    }

    /// The scalar's text.
    func text(expected: String = "a text") throws(ScenarioError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw wrong(expected: expected)
        }
        return scalar.string
    }

    /// A finite number in a range; `what` names it, with its unit.
    func number(_ what: String, in range: ClosedRange<Double>) throws(ScenarioError) -> Double {
        let expected =
            "\(what) from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
        let text = try text(expected: expected)
        guard let value = Self.number(text), range.contains(value) else {
            throw wrong(expected: expected)
        }
        return value
    }

    /// A finite number greater than zero.
    func positive(_ what: String, upTo limit: Double) throws(ScenarioError) -> Double {
        let expected = "\(what) above 0 and up to \(Self.plain(limit))"
        let text = try text(expected: expected)
        guard let value = Self.number(text), value > 0, value <= limit else {
            throw wrong(expected: expected)
        }
        return value
    }

    /// A whole number in a range.
    func integer(_ what: String, in range: ClosedRange<Int>) throws(ScenarioError) -> Int {
        let expected = "\(what), a whole number from \(range.lowerBound) to \(range.upperBound)"
        let text = try text(expected: expected)
        guard let value = Int(text), range.contains(value) else { throw wrong(expected: expected) }
        return value
    }

    /// `true` or `false`.
    func bool() throws(ScenarioError) -> Bool {
        switch try text(expected: "true or false") {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: throw wrong(expected: "true or false")
        }
    }

    /// An instant of UTC.
    func instant() throws(ScenarioError) -> Instant {
        let expected = "a time of UTC such as 2026-08-23T00:00:00Z"
        guard let instant = Instant(iso8601: try text(expected: expected)) else {
            throw wrong(expected: expected)
        }
        return instant
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type = Choice.self
    ) throws(ScenarioError) -> Choice where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue)
        let expected = words.joined(separator: ", ")
        let text = try text(expected: "one of \(expected)")
        guard let choice = Choice(rawValue: text) else {
            let hint = EditDistance.nearest(to: text, among: words).map {
                "; did you mean '\($0)'?"
            }
            throw wrong(expected: "one of \(expected)\(hint ?? "")")
        }
        return choice
    }

    /// The items of a list.
    func items(expected: String) throws(ScenarioError) -> [YAMLValue] {
        guard case .sequence(let items) = node else { throw wrong(expected: expected) }
        return items.enumerated().map { index, item in
            YAMLValue(node: item, file: file, path: "\(path)[\(index)]")
        }
    }

    /// The keys and values of a mapping whose keys may be anything, in their order.
    func entries(
        expected: String
    ) throws(ScenarioError) -> [(key: String, value: YAMLValue)] {
        guard case .mapping(let mapping) = node else { throw wrong(expected: expected) }
        var entries: [(key: String, value: YAMLValue)] = []
        for (keyNode, value) in mapping {
            guard let key = keyNode.string else { throw wrong(expected: expected) }
            entries.append((key, YAMLValue(node: value, file: file, path: "\(path).\(key)")))
        }
        return entries
    }

    /// The mapping that stands here; every key of it must be a known one.
    func mapping(_ known: [String]) throws(ScenarioError) -> YAMLMapping {
        guard case .mapping(let mapping) = node else {
            throw wrong(expected: "a mapping with some of \(known.joined(separator: ", "))")
        }
        var values: [String: YAMLValue] = [:]
        for (keyNode, value) in mapping {
            guard let key = keyNode.string, known.contains(key) else {
                let key = PrintableText.short(keyNode.string ?? "(not a text)")
                throw .unknownKey(
                    place: ScenarioPlace(file: file, line: keyNode.mark?.line, path: path),
                    key: key,
                    nearest: EditDistance.nearest(to: key, among: known), known: known)
            }
            let keyPath = path.isEmpty ? key : "\(path).\(key)"
            values[key] = YAMLValue(node: value, file: file, path: keyPath)
        }
        return YAMLMapping(place: place, values: values)
    }

    /// A decimal number: sign, digits, point and exponent, and nothing else.
    static func number(_ text: String) -> Double? { ASCII.decimal(Array(text.utf8)[...]) }

    /// A bound without a needless `.0`.
    static func plain(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
