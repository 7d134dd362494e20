/// The figures of a merged sweep: a heat map of each quantity for each pair of axes, or its line where
/// there is one axis only.
public struct SweepFigures: FigureSet {
    /// What the figures are drawn from.
    public let results: SweepResults

    /// The file formats.
    public let format: FigureFormat

    /// Creates the figures.
    public init(results: SweepResults, format: FigureFormat = .svg) {
        self.results = results
        self.format = format
    }

    /// What decides the figures, for their manifest.
    public var arguments: [String: JSONValue] {
        [
            "format": .string(format.rawValue),
            "inputs_sha256": .object(results.hashes.mapValues { .string($0) }),
        ]
    }

    /// Which quantities are not drawn.
    public var notes: [String] {
        results.tables.flatMap { table in
            table.quantities.indices.compactMap { place in
                switch Self.spread(table.values[place]) {
                case .none: "\(table.quantities[place]) is NaN in all runs and not drawn"
                case .same(let value):
                    "\(table.quantities[place]) is \(value) everywhere and not drawn"
                case .varied: nil
                }
            }
        }
    }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] {
        let axes = results.axes
        let names =
            Set(axes.map(\.shortName)).count == axes.count
            ? axes.map(\.shortName) : axes.map(\.longName)
        var figures: [Figure] = []
        for table in results.tables {
            for (place, quantity) in table.quantities.enumerated() {
                guard case .varied = Self.spread(table.values[place]) else { continue }
                if axes.count == 1 {
                    figures.append(
                        SweepLineFigure.make(
                            name: "\(quantity)-by-\(names[0])", title: Self.title(quantity),
                            axis: axes[0], of: table.means[place]))
                }
                for second in axes.indices.dropFirst() {
                    for first in 0..<second {
                        figures.append(
                            SweepHeatMap.make(
                                name: "\(quantity)-by-\(names[first])-\(names[second])",
                                title: Self.title(quantity), axes: (axes[first], axes[second]),
                                medians: Self.medians(
                                    of: table.values[place], first, second, table.places, axes)))
                    }
                }
            }
        }
        return figures
    }

    private enum Spread {
        case none
        case same(String)
        case varied
    }

    /// Whether values are worth a figure.
    private static func spread(_ values: [Double]) -> Spread {
        guard let first = values.first(where: { !$0.isNaN }) else { return .none }
        return values.allSatisfy { $0.isNaN || $0 == first }
            ? .same(GnuplotText.number(first, decimals: 6)) : .varied
    }

    /// The medians over all rows with a value of one axis and a value of another, row by row of the
    /// second; NaN where there is none.
    private static func medians(
        of values: [Double], _ first: Int, _ second: Int, _ places: [[Int]],
        _ axes: [SweepAxisValues]
    ) -> [[Double]] {
        let width = axes[first].count
        var cells = Array(repeating: [Double](), count: width * axes[second].count)
        for (value, place) in zip(values, places) where !value.isNaN {
            cells[place[second] * width + place[first]].append(value)
        }
        let medians = cells.map { cell -> Double in
            guard !cell.isEmpty else { return .nan }
            let sorted = cell.sorted()
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
        return stride(from: 0, to: medians.count, by: width).map {
            Array(medians[$0..<$0 + width])
        }
    }

    /// What a quantity is, with its unit.
    static func title(_ quantity: String) -> String {
        switch quantity {
        case "reachable": "Instants with a route"
        case "min_rtt_ms": "Least round-trip time (ms)"
        case "median_rtt_ms": "Median round-trip time (ms)"
        case "mean_rtt_ms": "Mean round-trip time (ms)"
        case "max_rtt_ms": "Greatest round-trip time (ms)"
        case "route_changes": "Changes of route"
        case "min_hops": "Fewest links of a route"
        case "max_hops": "Most links of a route"
        case "unreachable": "Demands without a route"
        case "unmet": "Demands that are not met"
        case "demand_gbps": "Demand (Gbit/s)"
        case "carried_gbps": "Traffic carried (Gbit/s)"
        case "value": "Value of the objective"
        case "max_utilisation": "Greatest utilisation of a link"
        default: quantity
        }
    }
}
