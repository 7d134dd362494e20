/// The figures of a `helio-route` result folder.
public struct RouteFigures: Sendable {
    /// What the figures are drawn from.
    public var results: RouteResults

    /// The pairs that are drawn, in order.
    public var series: [PairSeries]

    /// The instant of the map [s]; `nil` takes the first at which most pairs are reached.
    public var mapTimeS: Double?

    /// Bytes of the coastlines, `longitude latitude` a line and blank lines between polylines.
    public var coastlines: [UInt8]?

    /// The file formats.
    public var format: FigureFormat

    /// Creates the figures of some pairs; of all when none is named.
    ///
    /// - Throws: ``FigureError/unknownPair(source:destination:known:)``.
    public init(
        results: RouteResults, pairs: [(source: String, destination: String)] = [],
        mapTimeS: Double? = nil, coastlines: [UInt8]? = nil, format: FigureFormat = .svg
    ) throws(FigureError) {
        self.results = results
        self.mapTimeS = mapTimeS
        self.coastlines = coastlines
        self.format = format
        series = try results.selected(pairs)
    }

    /// Draws all figures into a result folder: each with its script and the data that it reads.
    ///
    /// - Returns: The names of the figures.
    /// - Throws: ``FigureError`` when gnuplot fails or something cannot be written.
    public func write(
        into folder: ResultFolder, with gnuplot: Gnuplot
    ) throws(FigureError) -> [String] {
        var names: [String] = []
        for figure in try figures() {
            do throws(ResultError) {
                for file in figure.data { try folder.write(file.bytes, to: file.name) }
                try folder.write(figure.script(format: format), to: figure.name + ".gp")
            } catch {
                throw .result(error)
            }
            try gnuplot.run(script: figure.name + ".gp", in: folder.partialPath)
            for suffix in format.suffixes {
                let name = "\(figure.name).\(suffix)"
                try Self.checkWhole(name, in: folder.partialPath)
                do throws(ResultError) { try folder.adopt(name) } catch { throw .result(error) }
                names.append(name)
            }
        }
        return names
    }

    /// What decides the figures, for their manifest.
    public var arguments: [String: JSONValue] {
        var inputs = results.hashes.mapValues { JSONValue.string($0) }
        if let coastlines { inputs["coastlines"] = .string(SHA256.hex(of: coastlines)) }
        return [
            "at_s": mapTimeS.map { .number($0) } ?? .null,
            "format": .string(format.rawValue),
            "inputs_sha256": .object(inputs),
            "pairs": .array(
                series.map { .array([.string($0.source), .string($0.destination)]) }),
        ]
    }

    /// The figures before they are drawn; the map only where the results have waypoints.
    func figures() throws(FigureError) -> [Figure] {
        var figures = [
            RTTFigure.make(series), HopsFigure.make(series), RTTDistributionFigure.make(series),
        ]
        if !results.waypoints.isEmpty {
            figures.append(
                try RouteMapFigure.make(
                    series, waypoints: results.waypoints, atS: mapTimeS, coastlines: coastlines))
        }
        return figures
    }

    /// Makes sure that gnuplot, which does not look at a full disk, wrote the figure to its end.
    private static func checkWhole(_ name: String, in folder: String) throws(FigureError) {
        let end: [UInt8] = name.hasSuffix(".svg") ? Array("</svg>".utf8) : Array("IEND".utf8)
        guard let bytes = try? InputFile.bytes(of: folder + "/" + name),
            bytes.suffix(16).split(separator: UInt8(ascii: "\n")).contains(where: { line in
                line.indices.contains { line[$0...].starts(with: end) }
            })
        else {
            throw .gnuplotFailed(script: name, reason: "the figure is not whole; is the disk full?")
        }
    }
}
