/// The figures of a `helio-route` result folder.
public struct RouteFigures: FigureSet {
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

    /// Why the map is not whole.
    public var notes: [String] {
        if results.waypoints.isEmpty {
            ["no map is drawn, for there is no waypoints.csv"]
        } else if coastlines == nil {
            ["the map has no coastlines, for Datasets/borders is not found; see --coastlines"]
        } else {
            []
        }
    }

    /// The figures before they are drawn; the maps only where the results have waypoints.
    public func figures() throws(FigureError) -> [Figure] {
        var figures = [
            RTTFigure.make(series), HopsFigure.make(series), RTTDistributionFigure.make(series),
        ]
        if let ranks = RankFigure.make(series) { figures.append(ranks) }
        if !results.waypoints.isEmpty {
            figures += try RouteMapFigure.make(
                series, waypoints: results.waypoints, atS: mapTimeS, coastlines: coastlines)
        }
        if let lifetimes = results.lifetimes { figures += LifetimeFigures.figures(of: lifetimes) }
        return figures
    }
}
