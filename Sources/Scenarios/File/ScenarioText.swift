import Results
import Yams

/// The text of a scenario file, or of a preset, and its YAML.
struct ScenarioText {
    /// The file, as it was named.
    let file: String
    let text: String

    /// Greatest size of a scenario file [bytes]; a longer one is no scenario.
    static let largestSize = 8 << 20

    init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    init(file: String, bytes: [UInt8]) throws(ScenarioError) {
        let place = ScenarioPlace(file: file, line: nil, path: "")
        guard bytes.count <= Self.largestSize else {
            throw .wrongValue(
                place: place, found: "\(bytes.count) bytes",
                expected: "a scenario of at most \(Self.largestSize) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .wrongValue(
                place: place, found: "bytes that are no UTF-8", expected: "a YAML text in UTF-8")
        }
        self.init(file: file, text: text)
    }

    /// The value at the top of the text.
    func top() throws(ScenarioError) -> YAMLValue {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw Self.syntaxError(error, file: file)
        }
        guard let root else {
            throw .wrongValue(
                place: ScenarioPlace(file: file, line: nil, path: ""), found: "an empty file",
                expected: "a scenario in YAML")
        }
        return YAMLValue(node: root, file: file, path: "")
    }

    private static func syntaxError(_ error: any Error, file: String) -> ScenarioError {
        func syntax(_ mark: Mark?, _ problem: String) -> ScenarioError {
            .syntax(
                place: ScenarioPlace(file: file, line: mark?.line, path: ""), problem: problem)
        }
        guard let error = error as? YamlError else {
            return syntax(nil, "\(type(of: error))")
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return syntax(mark, problem)
        case .reader(let problem, _, _, _):
            return syntax(nil, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.joined(separator: ", ")
            return syntax(context.mark, "the key '\(keys)' stands there twice")
        default:
            return syntax(nil, "it cannot be parsed")
        }
    }
}
