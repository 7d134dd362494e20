import Foundation
import Results

/// The scenario that a result folder was made from, opened again.
public struct ResultScenario: Sendable {
    /// The scenario with its files opened.
    public let experiment: Experiment

    /// Files that are not what they were when the results were made.
    public let changedInputs: [String]

    /// What made the results, such as `helio-route 0.1.0`.
    public let origin: String

    /// Opens `scenario.yaml` of a result folder.
    ///
    /// Files that it names are looked for from the folders given, then from the result folder, the
    /// current one and `Datasets/scenarios`; the first of these where all of them are the same as
    /// when the results were made is taken, or else the first where all are there.
    ///
    /// - Parameters:
    ///   - folder: A folder that an executable wrote from a scenario.
    ///   - base: The folder from which the scenario's file paths start; `nil` to look for it.
    /// - Throws: `InputError` when the folder is none, ``ScenarioError`` and others for what is wrong
    ///   with the scenario.
    public init(folder: String, filesFrom base: String? = nil) throws {
        for name in [Manifest.fileName, "scenario.yaml"]
        where !InputFile.exists(folder + "/" + name) {
            throw InputError.notAResultFolder(path: folder, lacks: name)
        }
        let manifest = try? JSONDecoder().decode(
            ManifestValues.self, from: Data(InputFile.bytes(of: folder + "/" + Manifest.fileName)))
        origin = manifest.map { "\($0.program) \($0.version)" } ?? "results"
        let known = Dictionary(
            (manifest?.arguments.inputs ?? []).map { ($0.name, $0.sha256) },
            uniquingKeysWith: { first, _ in first })
        let text = try Scenario(contentsOf: folder + "/scenario.yaml").text
        var bases = [folder, "."]
        if let datasets = DatasetFolder.locate() { bases.append(datasets + "/scenarios") }
        if let base { bases = [base] }
        var changed: (experiment: Experiment, inputs: [String])?
        var failure: (any Error)?
        for base in bases {
            do {
                var scenario = try Scenario(text: text, file: base + "/scenario.yaml")
                if scenario.name == "scenario" {
                    scenario.name = folder.split(separator: "/").last.map(String.init) ?? folder
                }
                let opened = try Experiment(scenario)
                let different = opened.inputs.filter {
                    known[$0.name] ?? $0.sha256 != $0.sha256
                }
                guard !different.isEmpty else {
                    experiment = opened
                    changedInputs = []
                    return
                }
                changed = changed ?? (opened, different.map(\.name))
            } catch let error as InputError {
                failure = failure ?? error
            }
        }
        guard let changed else { throw failure ?? InputError.missing(path: folder) }
        experiment = changed.experiment
        changedInputs = changed.inputs
    }

    private struct ManifestValues: Decodable {
        var program: String
        var version: String
        var arguments: Arguments

        struct Arguments: Decodable {
            var inputs: [Input]?
        }

        struct Input: Decodable {
            var name: String
            var sha256: String
        }
    }
}
