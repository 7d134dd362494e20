import ArgumentParser
import Console
import Results

extension FigureFormat: ExpressibleByArgument {}

/// Draws the figures of a result folder.
@main
struct HelioPlot: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-plot",
        abstract: "Draws the figures of a result folder with gnuplot.",
        discussion: """
            Of helio-route: rtt (round-trip time over time, beside fibre), rtt-ecdf (its \
            distribution), hops (links on the route), rtt-ranks (of more than 8 routes of a pair), \
            map and globe (the routes at an instant), and with exact intervals use-time, \
            use-share and gain; of several of its folders, and of one without latency.csv, \
            distributions over the pairs: worst-ecdf, slowdown-ecdf, variation-ecdf and \
            changes-ecdf. Of helio-flow: rates (distribution of rate over \
            demand), utilisation (of load over capacity), load-map and load-globe (how full each \
            link is). Of helio-motif: motifs and motif-steps (a heat map). Of helio-resilience: rtt, stretch and reachability under failures. Of \
            helio-compare: crossover (round-trip time by distance), matrix (what the mesh gains) \
            and map (where it is faster), with country sets sovereignty and sovereignty-ecdf (what \
            they cost) and alibis (what times prove). Of helio-datacenter, as far as the scenario \
            goes: utilisation and tokens (of training), collectives, bandwidth, latency and budget \
            (of serving), sight-rtt and sight-count (by latitude), meetup-1, ..., placement and tornado-1, -2, ... (of costs). \
            Of helio-sweep merge: of each quantity of statistics.csv a heat map for each pair of axes, such as \
            mean_rtt_ms-by-min_elevation_deg-terminals, or for one axis a line with its interval. Of a table scaling.csv, whose first \
            column is a size, scaling-UNIT, both axes logarithmic. Each comes with the gnuplot \
            script and the data that it \
            was drawn from: cd to the folder and run gnuplot rtt.gp to draw it again.

            EXAMPLE:
              helio-plot out/london-new-york --pair London New_York --at 120 --format both
              helio-plot out/gravity-traffic --figure load-map
              helio-plot sweep/merged --out sweep/figures
              helio-plot out/starlink out/kuiper --beyond-km 500 --out out/both
            """,
        version: HeliographVersion.string)

    @Argument(
        help: ArgumentHelp(
            "Folder that helio-route, -flow, -motif, -resilience, -compare, -datacenter or helio-sweep "
                + "merge wrote; of helio-route also several.", valueName: "result-dir"),
        completion: .directory)
    var resultFolders: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Draw this figure only; may be given again (default: all).", valueName: "name"))
    var figure: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Of distributions over pairs: leave out pairs that are no farther apart (default: 0).",
            valueName: "km"))
    var beyondKm: Double?

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "Draw this pair; may be given again (default: all, the first 8 of more).",
            valueName: "a b"))
    var pair: [String] = []

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp(
            "Instant of the map, or of flows, in seconds since the start (default: the first at "
                + "which most pairs are reached, or all).", valueName: "s"))
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
        if let beyondKm, !(beyondKm >= 0 && beyondKm <= 21_000) {
            throw ValidationError("--beyond-km is \(beyondKm), and 0 to 21000 was expected")
        }
        if let at, !at.isFinite {
            throw ValidationError("--at is \(at), and a number of seconds was expected")
        }
    }

    func run() throws {
        let figures = try figureSet()
        let gnuplot = try Gnuplot(for: format)
        let folder = try shared.resultFolder(
            default: resultFolders.count == 1 ? resultFolder + "/figures" : nil)
        let names = try figures.write(into: folder, only: figure, with: gnuplot)
        var arguments = figures.arguments
        arguments["gnuplot"] = .string(gnuplot.version)
        try folder.finish(Manifest(program: Self.programName, arguments: arguments))
        for note in figures.notes {
            StandardError.note(note, program: Self.programName, quiet: shared.quiet)
        }
        for name in names { try StandardOutput.write("\(folder.path)/\(name)\n") }
    }

    /// The folder, or the first of several.
    private var resultFolder: String { resultFolders[0] }

    /// The figures of the folder, by what it holds.
    private func figureSet() throws -> any FigureSet {
        if resultFolders.count > 1 { return try summaryFigures() }
        if FlowResults.isPresent(in: resultFolder) {
            try refuse(pair.isEmpty ? nil : "--pair")
            return FlowFigures(
                results: try FlowResults(folder: resultFolder, atS: at),
                coastlines: try coastlineBytes(), format: format)
        }
        if MotifResults.isPresent(in: resultFolder) {
            try refuse(pair.isEmpty ? (at == nil ? nil : "--at") : "--pair")
            return MotifFigures(results: try MotifResults(folder: resultFolder), format: format)
        }
        if ResilienceResults.isPresent(in: resultFolder) {
            try refuse(pair.isEmpty ? (at == nil ? nil : "--at") : "--pair")
            return ResilienceFigures(
                results: try ResilienceResults(folder: resultFolder), format: format)
        }
        if ComparisonResults.isPresent(in: resultFolder) {
            try refuse(pair.isEmpty ? (at == nil ? nil : "--at") : "--pair")
            return ComparisonFigures(
                results: try ComparisonResults(folder: resultFolder),
                coastlines: try coastlineBytes(), format: format)
        }
        if DataCenterResults.isPresent(in: resultFolder) {
            try refuse(pair.isEmpty ? (at == nil ? nil : "--at") : "--pair")
            return DataCenterFigures(
                results: try DataCenterResults(folder: resultFolder), format: format)
        }
        if ScalingResults.isPresent(in: resultFolder) {
            try refuse(pair.isEmpty ? (at == nil ? nil : "--at") : "--pair")
            return ScalingFigures(results: try ScalingResults(folder: resultFolder), format: format)
        }
        if SweepResults.isPresent(in: resultFolder) {
            try refuse(pair.isEmpty ? (at == nil ? nil : "--at") : "--pair")
            return SweepFigures(results: try SweepResults(folder: resultFolder), format: format)
        }
        if beyondKm != nil
            || !InputFile.exists(resultFolder + "/latency.csv")
                && SummaryResults.isPresent(in: resultFolder)
        {
            return try summaryFigures()
        }
        let pairs = stride(from: 0, to: pair.count, by: 2).map {
            (source: pair[$0], destination: pair[$0 + 1])
        }
        return try RouteFigures(
            results: RouteResults(folder: resultFolder), pairs: pairs, mapTimeS: at,
            coastlines: coastlineBytes(), format: format)
    }

    /// Distributions over the pairs of all folders.
    private func summaryFigures() throws -> SummaryFigures {
        if !pair.isEmpty || at != nil {
            throw ValidationError(
                "\(pair.isEmpty ? "--at" : "--pair") goes with one folder that has latency.csv")
        }
        return SummaryFigures(
            results: try resultFolders.map {
                try SummaryResults(folder: $0, beyondKm: beyondKm ?? 0)
            }, beyondKm: beyondKm ?? 0, format: format)
    }

    private func refuse(_ option: String?) throws {
        guard let option else { return }
        throw ValidationError(
            "\(option) goes with results of helio-route, and \(resultFolder) has others")
    }

    private func coastlineBytes() throws -> [UInt8]? {
        if let coastlines { return try InputFile.bytes(of: coastlines) }
        if let datasets = DatasetFolder.locate() {
            let path = datasets + "/borders/coastline-110m.dat"
            if InputFile.exists(path) { return try InputFile.bytes(of: path) }
        }
        return nil
    }
}
