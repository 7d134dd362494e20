import Results

/// What is wrong with a scenario, or with a file that it names.
public enum ScenarioError: Error, Sendable, Hashable {
    /// The text is not YAML.
    case syntax(place: ScenarioPlace, problem: String)

    /// A key that no scenario has.
    case unknownKey(place: ScenarioPlace, key: String, nearest: String?, known: [String])

    /// A key without which the scenario means nothing.
    case missingKey(place: ScenarioPlace, key: String, expected: String)

    /// A value that a key cannot have.
    case wrongValue(place: ScenarioPlace, found: String, expected: String)

    /// A file of which no element set is left; with what was wrong with the first one, if anything.
    case noElements(file: String, nameContains: String, firstRejection: String?)

    /// A row of a table that the scenario names.
    case wrongRow(file: String, line: Int, found: String, expected: String)
}

extension ScenarioError: ReportableError {
    /// One sentence: what was found, where, and what was expected.
    public var message: String { PrintableText.oneLine(sentence) }

    private var sentence: String {
        switch self {
        case .syntax(let place, let problem):
            "\(place): this is not YAML: \(problem)"
        case .unknownKey(let place, let key, let nearest, let known):
            if let nearest {
                "\(place): unknown key '\(key)'; did you mean '\(nearest)'?"
            } else {
                "\(place): unknown key '\(key)'; expected one of \(known.joined(separator: ", "))"
            }
        case .missingKey(let place, let key, let expected):
            "\(place): the key '\(key)' is missing; expected \(expected)"
        case .wrongValue(let place, let found, let expected):
            "\(place): found \(found), expected \(expected)"
        case .noElements(let file, let name, let rejection):
            "\(file) holds no element set"
                + (name.isEmpty ? "" : " whose name contains '\(name)'")
                + (rejection.map { "; \(PrintableText.cut($0, at: 160))" } ?? "")
        case .wrongRow(let file, let line, let found, let expected):
            "\(file):\(line): found \(found), expected \(expected)"
        }
    }

    /// Bad data.
    public var exitStatus: ExitStatus { .badData }
}
