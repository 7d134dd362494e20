import ArgumentParser
import Console
import Results

extension FigureFormat: ExpressibleByArgument {}

/// Draws the figures of a `helio-route` result folder.
@main
struct HelioPlot: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-plot",
        abstract: "Draws the figures of a helio-route result folder with gnuplot.",
        discussion: """
            Writes rtt (round-trip time over time, beside fibre), rtt-ecdf (its distribution), hops \
            (links on the route) and map (the routes at an instant), each with the gnuplot script \
            and the data that it was drawn from: cd to the folder and run gnuplot rtt.gp to draw \
            it again.

            EXAMPLE:
              helio-plot out/london-new-york --pair London New_York --at 120 --format both
            """,
        version: HeliographVersion.string)

    @Argument(
        help: ArgumentHelp("Folder that helio-route wrote.", valueName: "result-dir"),
        completion: .directory)
    var resultFolder: String

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "Draw this pair; may be given again (default: all, the first 8 of more).",
            valueName: "a b"))
    var pair: [String] = []

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp(
            "Instant of the map, in seconds since the start (default: the first at which most "
                + "pairs are reached).", valueName: "s"))
    var at: Double?

    @Option(name: .long, help: "File format: svg, png or both.")
    var format = FigureFormat.svg

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Coastlines of the map: longitude and latitude a line, a blank line between polylines "
                + "(default: those of Datasets/borders).", valueName: "file"),
        completion: .file())
    var coastlines: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard pair.count.isMultiple(of: 2) else {
            throw ValidationError(
                "--pair needs two stations each time, and \(pair.count) names are given: "
                    + pair.joined(separator: " "))
        }
        if let at, !at.isFinite {
            throw ValidationError("--at is \(at), and a number of seconds was expected")
        }
    }

    func run() throws {
        let results = try RouteResults(folder: resultFolder)
        let pairs = stride(from: 0, to: pair.count, by: 2).map {
            (source: pair[$0], destination: pair[$0 + 1])
        }
        let figures = try RouteFigures(
            results: results, pairs: pairs, mapTimeS: at, coastlines: try coastlineBytes(),
            format: format)
        let gnuplot = try Gnuplot(for: format)
        let folder = try shared.resultFolder(default: resultFolder + "/figures")
        let names = try figures.write(into: folder, with: gnuplot)
        var arguments = figures.arguments
        arguments["gnuplot"] = .string(gnuplot.version)
        try folder.finish(Manifest(program: Self.programName, arguments: arguments))
        if results.waypoints.isEmpty {
            note("no map is drawn, for there is no waypoints.csv")
        } else if figures.coastlines == nil {
            note("the map has no coastlines, for Datasets/borders is not found; see --coastlines")
        }
        for name in names { try StandardOutput.write("\(folder.path)/\(name)\n") }
    }

    private func coastlineBytes() throws -> [UInt8]? {
        if let coastlines { return try InputFile.bytes(of: coastlines) }
        if let datasets = DatasetFolder.locate() {
            let path = datasets + "/borders/coastline-110m.dat"
            if InputFile.exists(path) { return try InputFile.bytes(of: path) }
        }
        return nil
    }

    private func note(_ sentence: String) {
        StandardError.note(sentence, program: Self.programName, quiet: shared.quiet)
    }
}
