import Orbits
import Results

extension Experiment {
    /// Puts the results of a run in place, with the scenario's text and the manifest beside them.
    ///
    /// - Parameters:
    ///   - folder: The folder of the results; written are `scenario.yaml` and `manifest.json`.
    ///   - program: The executable.
    ///   - arguments: Options of its command line that change the results.
    /// - Returns: The manifest.
    @discardableResult
    public func finish(
        _ folder: ResultFolder, program: String, arguments: [String: JSONValue] = [:]
    ) throws(ResultError) -> Manifest {
        try folder.write(scenario.text, to: "scenario.yaml")
        return try folder.finish(manifest(program: program, arguments: arguments))
    }

    /// The manifest of a run of this scenario.
    func manifest(program: String, arguments: [String: JSONValue]) -> Manifest {
        var arguments = arguments
        if !inputs.isEmpty {
            arguments["inputs"] = .array(
                inputs.map { ["name": .string($0.name), "sha256": .string($0.sha256)] })
        }
        arguments["epoch"] = .string(epoch.iso8601(fractionDigits: 6))
        let epochs = constellation.elements.map(\.epoch)
        var span: Manifest.ElementEpochs?
        if let first = epochs.min(), let last = epochs.max() {
            span = Manifest.ElementEpochs(
                first: first.iso8601(fractionDigits: 6), last: last.iso8601(fractionDigits: 6),
                count: epochs.count)
        }
        return Manifest(
            program: program, scenario: scenario.text, elementEpochs: span, arguments: arguments)
    }
}
