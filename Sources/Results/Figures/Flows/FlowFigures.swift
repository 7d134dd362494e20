/// The figures of a `helio-flow` result folder: what the demands get, and how full the links are.
public struct FlowFigures: FigureSet {
    /// What the figures are drawn from.
    public let results: FlowResults

    /// The file formats.
    public let format: FigureFormat

    /// Instants that are told apart in one figure; more of them are drawn as one.
    private static let mostInstants = 4

    /// Bytes of the coastlines, `longitude latitude` a line and blank lines between polylines.
    public let coastlines: [UInt8]?

    /// Creates the figures.
    public init(
        results: FlowResults, coastlines: [UInt8]? = nil, format: FigureFormat = .svg
    ) {
        self.results = results
        self.coastlines = coastlines
        self.format = format
    }

    /// What decides the figures, for their manifest.
    public var arguments: [String: JSONValue] {
        var inputs = results.hashes.mapValues { JSONValue.string($0) }
        if let coastlines { inputs["coastlines"] = .string(SHA256.hex(of: coastlines)) }
        return ["format": .string(format.rawValue), "inputs_sha256": .object(inputs)]
    }

    /// Why a figure is missing.
    public var notes: [String] {
        results.loads.isEmpty
            ? ["no utilisation is drawn, for flows that are each alone have none"] : []
    }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] {
        guard !results.loads.isEmpty else { return [rateFigure] }
        return [rateFigure, utilisationFigure]
            + LinkLoadMap.figures(of: results, coastlines: coastlines)
    }

    /// The share of demands that get at most so much of what they ask for, or at most such a flow.
    private var rateFigure: Figure {
        let isAlone = results.rates.allSatisfy { $0.demandGbps.allSatisfy(\.isNaN) }
        func values(_ rates: FlowResults.Rates) -> [Double] {
            isAlone
                ? rates.gbps
                : zip(rates.gbps, rates.demandGbps).filter { $1 > 0 }.map { $0 / $1 }
        }
        let curves: [DistributionFigure.Curve]
        if results.rates.count > Self.mostInstants {
            curves = [
                .init("\(results.rates.count) instants", stairOf: results.rates.flatMap(values))
            ]
        } else {
            curves = results.rates.map {
                .init("\(GnuplotText.number($0.timeS, decimals: 3)) s", stairOf: values($0))
            }
        }
        let greatest = results.rates.flatMap(values).max() ?? 1
        let most = isAlone ? greatest : max(1, greatest)
        return DistributionFigure.make(
            name: "rates",
            title: isAlone ? "Maximum flow of the pairs" : "What the demands get",
            noun: "instants", axis: isAlone ? "Maximum flow (Gbps)" : "Rate over demand",
            share: isAlone ? "Share of pairs" : "Share of demands", range: 0...(1.02 * most),
            of: curves)
    }

    /// The share of links that are at most so full, in each direction, those of one capacity together.
    private var utilisationFigure: Figure {
        let limited = results.loads.filter { $0.capacityGbps > 0 && $0.capacityGbps < .infinity }
        let groups = Dictionary(grouping: limited, by: \.capacityGbps)
        let curves = groups.keys.sorted(by: >).map { capacity in
            DistributionFigure.Curve(
                "links of \(GnuplotText.number(capacity, decimals: 3)) Gbps",
                stairOf: (groups[capacity] ?? []).map { $0.gbps / capacity })
        }
        let greatest = limited.map { $0.gbps / $0.capacityGbps }.max() ?? 1
        return DistributionFigure.make(
            name: "utilisation",
            title: "How full the links are"
                + (results.rates.count > 1 ? ", \(results.rates.count) instants" : ""),
            noun: "capacities",
            axis: "Load over capacity", share: "Share of links, each way",
            range: 0...(1.02 * max(1, greatest)), of: curves)
    }
}
