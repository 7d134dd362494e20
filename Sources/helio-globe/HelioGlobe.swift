import ArgumentParser
import Console
import Results
import Scenarios

/// Makes the globe page of a result folder, and CZML.
@main
struct HelioGlobe: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-globe",
        abstract: "Makes a page with a globe of a result folder: satellites, lasers, routes.",
        discussion: """
            Writes globe.html, one file that a browser opens without a network, or with --czml also \
            globe.czml for Cesium. The folder is one that helio-route, helio-forward, helio-mesh, \
            helio-flow or another executable wrote from a scenario; satellites and lasers are made \
            anew from its scenario.yaml, routes come from its latency.csv and routes.csv, or are found \
            for the pairs of the scenario where it has none.

            EXAMPLE:
              helio-globe out/london-new-york --pair London New_York
            """,
        version: HeliographVersion.string)

    @Argument(
        help: ArgumentHelp("Folder of results.", valueName: "result-dir"), completion: .directory)
    var resultFolder: String

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "Show this pair; may be given again (default: the first 8).", valueName: "a b"))
    var pair: [String] = []

    @Option(
        help: ArgumentHelp(
            "Time between the instants at which satellites and links are computed "
                + "(default: up to a minute, up to four where the page would be large).",
            valueName: "s"))
    var stepS: Double?

    @Flag(help: "Write globe.czml too.")
    var czml = false

    @Option(
        help: ArgumentHelp(
            "Folder from which the scenario's file paths start (default: the result folder, the "
                + "current one, Datasets/scenarios).", valueName: "dir"), completion: .directory)
    var filesFrom: String?

    @Option(
        help: ArgumentHelp(
            "Outlines of land, as GeoJSON polygons (default: those of Datasets/borders).",
            valueName: "file"), completion: .file())
    var land: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard pair.count.isMultiple(of: 2) else {
            throw ValidationError(
                "--pair needs two nodes each time, and \(pair.count) names are given: "
                    + pair.joined(separator: " "))
        }
        if let stepS, !(stepS >= 0.001 && stepS.isFinite) {
            throw ValidationError("--step-s is \(stepS), and 0.001 or more was expected")
        }
    }

    func run() async throws {
        let results = try ResultScenario(folder: resultFolder, filesFrom: filesFrom)
        for name in results.changedInputs {
            note("\(name) is not the file that the results were made from")
        }
        let outlines = try landOutlines()
        if outlines.isEmpty {
            note("the globe has no land, for Datasets/borders is not found; see --land")
        }
        let folder = try shared.resultFolder(default: resultFolder + "/globe")
        let bar = ProgressBar(
            total: GlobeRun.frameCount(results, stepS: stepS), unit: "frames", quiet: shared.quiet)
        let scene = try await GlobeRun.scene(
            folder: resultFolder, results,
            pairs: stride(from: 0, to: pair.count, by: 2).map { (pair[$0], pair[$0 + 1]) },
            stepS: stepS, land: outlines,
            control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
        bar.finish()
        try folder.write(GlobePage(scene).bytes, to: "globe.html")
        if czml { try folder.write(CZMLDocument(scene).bytes, to: "globe.czml") }
        try folder.finish(
            Manifest(
                program: Self.programName,
                arguments: [
                    "pairs": .array(scene.series.map { .string($0.title) }),
                    "step_s": .number(scene.stepS), "of": .string(scene.origin),
                ]))
        for name in czml ? ["globe.html", "globe.czml"] : ["globe.html"] {
            try StandardOutput.write("\(folder.path)/\(name)\n")
        }
    }

    private func landOutlines() throws -> [[SIMD2<Double>]] {
        if let land {
            return try LandOutlines.rings(geoJSON: InputFile.bytes(of: land), file: land)
        }
        guard let datasets = DatasetFolder.locate() else { return [] }
        let path = datasets + "/borders/countries-110m.geojson"
        guard InputFile.exists(path) else { return [] }
        return try LandOutlines.rings(geoJSON: InputFile.bytes(of: path), file: path)
    }

    private func note(_ sentence: String) {
        StandardError.note(sentence, program: Self.programName, quiet: shared.quiet)
    }
}
