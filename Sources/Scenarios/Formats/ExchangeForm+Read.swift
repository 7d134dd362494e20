import Results

extension ExchangeForm {
    /// Reads files of the form and writes them as a scenario with its tables.
    ///
    /// - Parameters:
    ///   - path: The file or the folder; of the constellation code also the code itself.
    ///   - options: What is asked for beside.
    ///   - folder: Makes the folder to write to, once what is read is known to be of the form.
    /// - Returns: The folder.
    /// - Throws: `InputError` for what is missing, ``ExchangeError`` for what is not of the form,
    ///   `ResultError` when the files cannot be written.
    public func read(
        _ path: String, options: ExchangeOptions = ExchangeOptions(),
        into folder: () throws -> ResultFolder
    ) throws -> ResultFolder {
        switch self {
        case .hypatia:
            let directory = try HypatiaDirectory(path: path)
            return try writing(into: folder()) { try directory.write(into: $0) }
        case .graphML, .gml:
            let bytes = try InputFile.bytes(of: path)
            let graph =
                try self == .gml
                ? MeshGraph(gml: bytes, file: path) : MeshGraph(graphML: bytes, file: path)
            return try writing(into: folder()) { try graph.writeScenario(into: $0) }
        case .starryNet:
            let timeline = try StarryNetDirectory(path: path).timeline
            return try writing(into: folder()) { try timeline.writeScenario(into: $0) }
        case .starPerf:
            let beginning = try InputFile.beginning(of: path, count: 256)
            if StarPerfConfiguration.isXML(beginning) {
                let configuration = try StarPerfConfiguration(
                    bytes: InputFile.bytes(of: path), path: path, stepS: options.stepS)
                return try writing(into: folder()) { try configuration.writeScenario(into: $0) }
            }
            let timeline = try StarPerfFile(path: path, stepS: options.stepS).timeline
            return try writing(into: folder()) { try timeline.writeScenario(into: $0) }
        case .celestial:
            let configuration = try CelestialConfiguration(path: path)
            return try writing(into: folder()) {
                try $0.write(configuration.scenarioText, to: "scenario.yaml")
            }
        case .constellationCode:
            let code = try ConstellationCode(fileOrText: path)
            return try writing(into: folder()) {
                try $0.write(code.scenarioText, to: "scenario.yaml")
            }
        case .leoCraft, .czml: throw ExchangeError.oneWay(form: self, isWritten: true)
        }
    }

    private func writing(
        into folder: ResultFolder, _ write: (ResultFolder) throws -> Void
    ) throws -> ResultFolder {
        do {
            try write(folder)
        } catch {
            folder.discard()
            throw error
        }
        return folder
    }
}
