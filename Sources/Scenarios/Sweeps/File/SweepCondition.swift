/// A comparison that a combination of values must meet, such as `lasers.terminals <= 4`.
struct SweepCondition: Sendable {
    private enum Comparison: String, CaseIterable {
        case atMost = "<="
        case atLeast = ">="
        case equal = "=="
        case different = "!="
        case below = "<"
        case above = ">"
    }

    private enum Side: Sendable {
        /// The value of the variable of that place.
        case variable(Int)
        case constant(String)
    }

    private let left: Side
    private let right: Side
    private let comparison: Comparison
    private let text: String
    private let place: ScenarioPlace

    /// Reads a condition on the variables of some keys.
    init(_ value: YAMLValue, keys: [String]) throws(ScenarioError) {
        text = try value.text(expected: "a comparison such as lasers.terminals <= 4")
        place = value.place
        var found: (Comparison, Range<String.Index>)?
        for comparison in Comparison.allCases {
            guard let range = text.firstRange(of: comparison.rawValue) else { continue }
            if found.map({ range.lowerBound < $0.1.lowerBound }) ?? true {
                found = (comparison, range)
            }
        }
        guard let (comparison, range) = found else {
            throw value.wrong(expected: "a comparison by one of <, <=, ==, !=, >=, >")
        }
        self.comparison = comparison
        left = try Self.side(text[..<range.lowerBound], keys: keys, value)
        right = try Self.side(text[range.upperBound...], keys: keys, value)
        if case .constant = left, case .constant = right {
            throw value.wrong(
                expected: "the key of an axis on one side: \(keys.joined(separator: ", "))")
        }
    }

    private static func side(
        _ part: Substring, keys: [String], _ value: YAMLValue
    ) throws(ScenarioError) -> Side {
        let word = String(
            part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !word.isEmpty, !word.contains(where: { "<>=!".contains($0) }) else {
            throw value.wrong(expected: "two sides and one comparison between them")
        }
        if let index = keys.firstIndex(of: word) { return .variable(index) }
        for quote in ["'", "\""] where word.count >= 2 && word.hasPrefix(quote) {
            if word.hasSuffix(quote) { return .constant(String(word.dropFirst().dropLast())) }
        }
        let near = EditDistance.nearest(to: word, among: keys)
        if YAMLValue.number(word) == nil, near != nil || word.contains(".") {
            throw .unknownKey(place: value.place, key: word, nearest: near, known: keys)
        }
        return .constant(word)
    }

    /// Whether a combination meets the condition.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` where texts would have to be
    ///   ordered.
    func holds(_ values: [ScenarioTree]) throws(ScenarioError) -> Bool {
        func text(_ side: Side) -> String {
            switch side {
            case .variable(let index): values[index].text ?? values[index].flowText
            case .constant(let text): text
            }
        }
        let (a, b) = (text(left), text(right))
        if let x = YAMLValue.number(a), let y = YAMLValue.number(b) {
            switch comparison {
            case .atMost: return x <= y
            case .atLeast: return x >= y
            case .equal: return x == y
            case .different: return x != y
            case .below: return x < y
            case .above: return x > y
            }
        }
        switch comparison {
        case .equal: return a == b
        case .different: return a != b
        default:
            throw .wrongValue(
                place: place, found: "'\(a)' and '\(b)' in '\(self.text)'",
                expected: "numbers on both sides of \(comparison.rawValue)")
        }
    }
}
