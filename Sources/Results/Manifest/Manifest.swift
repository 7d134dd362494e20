import Foundation

/// What made a result folder: `manifest.json`, written last of all.
///
/// It holds no clock time, host name or number of threads, so that the same run has the same bytes.
public struct Manifest: Sendable, Hashable {
    /// Its name in the folder.
    public static let fileName = "manifest.json"

    /// The value of the key `format`, by which a folder is known to be one of this toolkit.
    public static let format = "heliograph-results-1"

    /// One file of the folder.
    public struct File: Sendable, Hashable {
        /// File name.
        public var name: String

        /// How many rows a table has, its header not counted; `nil` for what is no table.
        public var rows: Int?

        /// SHA-256 of the bytes, in hexadecimal digits.
        public var sha256: String

        /// Creates the entry of a file.
        public init(name: String, rows: Int?, sha256: String) {
            self.name = name
            self.rows = rows
            self.sha256 = sha256
        }
    }

    /// The span of the epochs of the element sets that were used.
    public struct ElementEpochs: Sendable, Hashable {
        /// The earliest epoch, UTC in ISO 8601.
        public var first: String

        /// The latest epoch, UTC in ISO 8601.
        public var last: String

        /// How many element sets there are.
        public var count: Int

        /// Creates the span from its ends, UTC in ISO 8601.
        public init(first: String, last: String, count: Int) {
            self.first = first
            self.last = last
            self.count = count
        }
    }

    /// Name of the executable.
    public var program: String

    /// Version of this package.
    public var version: String

    /// Text of the scenario, byte for byte; `nil` when there was none.
    public var scenario: String?

    /// Epochs of the element sets; `nil` when there were none.
    public var elementEpochs: ElementEpochs?

    /// Seed of the random streams; `nil` when nothing is random.
    public var seed: UInt64?

    /// What else the results depend on: options of the command line, hashes of inputs.
    public var arguments: [String: JSONValue]

    /// The files of the folder; ``ResultFolder/finish(_:)`` fills them in.
    public var files: [File] = []

    /// Creates the manifest of a run.
    public init(
        program: String, version: String = HeliographVersion.string, scenario: String? = nil,
        elementEpochs: ElementEpochs? = nil, seed: UInt64? = nil,
        arguments: [String: JSONValue] = [:]
    ) {
        self.program = program
        self.version = version
        self.scenario = scenario
        self.elementEpochs = elementEpochs
        self.seed = seed
        self.arguments = arguments
    }

    /// The text of `manifest.json`: sorted keys, the same bytes for the same values.
    public var json: String {
        var entries: [String: JSONValue] = [
            "format": .string(Self.format), "program": .string(program),
            "version": .string(version),
            "files": .array(
                files.map { file in
                    var entry: [String: JSONValue] = [
                        "name": .string(file.name), "sha256": .string(file.sha256),
                    ]
                    if let rows = file.rows { entry["rows"] = .integer(rows) }
                    return .object(entry)
                }),
        ]
        if let scenario {
            entries["scenario"] = .string(scenario)
            entries["scenario_sha256"] = .string(SHA256.hex(of: scenario))
        }
        if let elementEpochs {
            entries["element_epochs"] = [
                "first": .string(elementEpochs.first), "last": .string(elementEpochs.last),
                "count": .integer(elementEpochs.count),
            ]
        }
        // As a text, for a reader that holds numbers as Doubles would round it.
        if let seed { entries["seed"] = .string(seed.description) }
        if !arguments.isEmpty { entries["arguments"] = .object(arguments) }
        return JSONValue.object(entries).text + "\n"
    }

    /// Whether a folder holds a manifest that this toolkit wrote.
    public static func isOurs(folder: String) -> Bool {
        guard let bytes = try? InputFile.bytes(of: folder + "/" + fileName),
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { return false }
        return object["format"] as? String == format
    }
}
