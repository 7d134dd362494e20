extension YAMLValue {
    /// The items of a list, or the one value that stands in its place.
    var oneOrMore: [YAMLValue] {
        guard case .sequence(let items) = node else { return [self] }
        return items.enumerated().map { index, item in
            YAMLValue(node: item, file: file, path: "\(path)[\(index)]")
        }
    }

    /// Names: a list of texts, or one.
    func names(expected: String) throws(ScenarioError) -> [String] {
        var names: [String] = []
        for item in oneOrMore { names.append(try item.text(expected: expected)) }
        guard !names.isEmpty else { throw wrong(expected: expected) }
        return names
    }

    /// Numbers in a range: a list, or one.
    func numbers(_ what: String, in range: ClosedRange<Double>) throws(ScenarioError) -> [Double] {
        var numbers: [Double] = []
        for item in oneOrMore { numbers.append(try item.number(what, in: range)) }
        guard !numbers.isEmpty else { throw wrong(expected: "\(what), one at least") }
        return numbers
    }

    /// Whole numbers in a range: a list, or one.
    func integers(_ what: String, in range: ClosedRange<Int>) throws(ScenarioError) -> [Int] {
        var numbers: [Int] = []
        for item in oneOrMore { numbers.append(try item.integer(what, in: range)) }
        guard !numbers.isEmpty else { throw wrong(expected: "\(what), one at least") }
        return numbers
    }

    /// Words of an enumeration: a list, or one.
    func choices<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type = Choice.self
    ) throws(ScenarioError) -> [Choice] where Choice.RawValue == String {
        var choices: [Choice] = []
        for item in oneOrMore { choices.append(try item.choice(type)) }
        guard !choices.isEmpty else {
            throw wrong(
                expected: "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choices
    }
}
