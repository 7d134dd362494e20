import Results

extension ExchangeForm {
    /// Writes a scenario in the form.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - options: What is asked for beside.
    ///   - folder: Where to write.
    ///   - control: Threads and progress, which counts up to ``steps(of:options:)``.
    /// - Returns: The options that made a difference, for the manifest.
    /// - Throws: ``ExchangeError`` for a scenario that the form cannot hold, `ResultError` when the
    ///   files cannot be written.
    public func write(
        _ experiment: Experiment, options: ExchangeOptions = ExchangeOptions(),
        into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws -> [String: JSONValue] {
        var arguments: [String: JSONValue] = ["to": .string(rawValue)]
        let seconds =
            options.at?.seconds(since: experiment.epoch) ?? experiment.window.seconds(at: 0)
        if isOfInstant {
            try experiment.requireCover(ofSeconds: [seconds])
            arguments["at_s"] = .number(seconds)
        }
        guard experiment.window.count > 0 || isOfInstant || self == .constellationCode else {
            throw ExchangeError.cannotSay(
                form: self, found: "a window without an instant", expected: "at least one")
        }
        switch self {
        case .hypatia:
            arguments["algorithm"] = .string(options.algorithm.rawValue)
            try await HypatiaExport.run(
                experiment, algorithm: options.algorithm, into: folder, control: control)
        case .graphML, .gml:
            let errors = try ErrorTable.create(in: folder)
            let graph = try MeshGraph(experiment, atSeconds: seconds, form: self, errors: errors)
            let text = self == .gml ? graph.gml : graph.graphML
            try folder.write(text, to: "mesh.\(rawValue)")
            control.progress(1)
        case .starryNet:
            try await StarryNetExport.run(experiment, into: folder, control: control)
        case .starPerf:
            try await StarPerfExport.run(experiment, into: folder, control: control)
        case .leoCraft:
            try await LEOCraftExport.run(
                experiment, atSeconds: seconds, into: folder, control: control)
        case .czml:
            let scene = try await GlobeRun.scene(
                of: experiment, stepS: options.stepS, control: control)
            arguments["step_s"] = .number(scene.stepS)
            try folder.write(CZMLDocument(scene).bytes, to: "globe.czml")
        case .constellationCode:
            try folder.write(
                ConstellationCode(experiment).text + "\n", to: ConstellationCode.fileName)
            control.progress(1)
        case .celestial: throw ExchangeError.oneWay(form: self, isWritten: false)
        }
        return arguments
    }

    /// How much progress ``write(_:options:into:control:)`` reports.
    public func steps(
        of experiment: Experiment, options: ExchangeOptions = ExchangeOptions()
    ) -> Int {
        switch self {
        case .hypatia, .starryNet, .starPerf: experiment.window.count
        case .czml: GlobeRun.frameCount(of: experiment, stepS: options.stepS)
        case .leoCraft: (try? experiment.pairs().count) ?? 0
        default: 1
        }
    }
}
