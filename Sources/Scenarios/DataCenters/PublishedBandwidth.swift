import DataCenters
import Foundation
import Results

/// The published rates that training needs, beside the closed form and two null models:
/// `diloco_bandwidth.csv`.
enum PublishedBandwidth {
    /// The grid on which the printed rates lie [Gbit/s].
    private static let grid = (0..<50).map { pow(10, -1 + 4 * Double($0) / 49) }

    static func write(
        _ file: String, _ files: inout InputFiles, into folder: ResultFolder
    ) throws {
        let table = try CSVTable(bytes: files.bytes(file), file: files.path(file))
        let architectures = try table.strings("architecture")
        let parameters = try table.doubles("parameters")
        let steps = try table.doubles("step_s")
        let layers = try table.ints("layers")
        let bits = try table.doubles("fitted_bits_per_parameter")
        let methods = try table.strings("method")
        let innerSteps = try table.ints("inner_steps")
        let percents = try table.doubles("utilisation_percent")
        let published = try table.strings("published_gbps")
        let output = try folder.table(
            "diloco_bandwidth.csv",
            columns: [
                "architecture", "method", "inner_steps", "utilisation_percent", "published_gbps",
                "closed_form_gbps", "no_overlap_gbps", "step_overlap_gbps", "steps_off",
            ])
        var rows = RowBuffer()
        for row in architectures.indices {
            for (column, value) in [
                ("parameters", parameters[row]), ("step_s", steps[row]),
                ("fitted_bits_per_parameter", bits[row]), ("utilisation_percent", percents[row]),
            ] where value <= 0 || value > 1e18 {
                throw table.badCell(row: row, column: column, expected: "a number above 0")
            }
            guard layers[row] >= 1 else {
                throw table.badCell(row: row, column: "layers", expected: "1 layer or more")
            }
            guard innerSteps[row] >= 1 else {
                throw table.badCell(row: row, column: "inner_steps", expected: "1 step or more")
            }
            let places = RequiredBandwidth.Overlap.allCases.map { overlap in
                RequiredBandwidth(
                    stepS: steps[row], layers: layers[row],
                    payloadBits: parameters[row] * bits[row], overlap: overlap
                ).place(
                    innerSteps: innerSteps[row], utilisation: percents[row] / 100, on: grid)
            }
            let printed = YAMLValue.number(published[row])
            let nearest = printed.flatMap { gbps in
                grid.indices.min { abs(log(grid[$0] / gbps)) < abs(log(grid[$1] / gbps)) }
            }
            let off = nearest.flatMap { place in places[0].map { $0 - place } }
            let rates = places.map { $0.map { grid[$0] } ?? .nan }
            rows.row(
                architectures[row], methods[row], innerSteps[row], percents[row], published[row],
                rates[0], rates[1], rates[2], off)
        }
        try output.append(rows)
    }
}
