import DataCenters
import Foundation
import TestSupport
import Testing

/// The published bandwidth tables of DiLoCo (arXiv 2503.09799) beside the closed form.
@Suite struct RequiredBandwidthTests {
    private struct Threshold {
        var architecture: String
        var parameters, stepS, bits: Double
        var layers, innerSteps: Int
        var utilisation: Double
        /// Points of the grid that count as the published one.
        var places: Range<Int>
    }

    private static let grid = (0..<50).map { pow(10, -1 + 4 * Double($0) / 49) }

    private static func thresholds() throws -> [Threshold] {
        let url = SharedData.checkout.appending(path: "Datasets/training/diloco-bandwidth.csv")
        let text = try String(decoding: Data(contentsOf: url), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",").map(String.init)
            let published = Double(cells[8])
            let place = published.map { gbps in
                grid.indices.min { abs(log(grid[$0] / gbps)) < abs(log(grid[$1] / gbps)) } ?? 0
            }
            return Threshold(
                architecture: cells[0], parameters: Double(cells[1]) ?? .nan,
                stepS: Double(cells[2]) ?? .nan, bits: Double(cells[4]) ?? .nan,
                layers: Int(cells[3]) ?? 0, innerSteps: Int(cells[6]) ?? 0,
                utilisation: (Double(cells[7]) ?? .nan) / 100,
                // More than the table prints is one of the last three points, or beyond.
                places: place.map { $0..<$0 + 1 } ?? 47..<51)
        }
    }

    /// How many thresholds are met at the very point, and within a step of it.
    private static func matches(
        _ thresholds: [Threshold], _ overlap: RequiredBandwidth.Overlap, bits: Double? = nil
    ) -> (exact: Int, near: Int) {
        var (exact, near) = (0, 0)
        for threshold in thresholds {
            let model = RequiredBandwidth(
                stepS: threshold.stepS, layers: threshold.layers,
                payloadBits: threshold.parameters * (bits ?? threshold.bits), overlap: overlap)
            let place =
                model.place(
                    innerSteps: threshold.innerSteps, utilisation: threshold.utilisation,
                    on: grid) ?? grid.count
            if threshold.places.contains(place) { exact += 1 }
            if threshold.places.contains(where: { abs($0 - place) <= 1 }) { near += 1 }
        }
        return (exact, near)
    }

    @Test func `six fitted payloads give most of the published rates, and null models few`() throws
    {
        let all = try Self.thresholds()
        #expect(all.count == 105)
        let ours = Self.matches(all, .backward)
        #expect(ours.exact >= 85 && ours.near == 105, "\(ours)")
        #expect(Self.matches(all, .none).exact == 26)
        #expect(Self.matches(all, .step).exact == 43)
        #expect(Self.matches(all, .backward, bits: 13).exact >= 67)
        #expect(Self.matches(all, .backward, bits: 16).exact < 10)
    }

    /// Null models with six constants of their own, fitted for the most rates within a step.
    @Test(arguments: [(RequiredBandwidth.Overlap.none, 26), (.step, 34)])
    func `null models fitted on their own`(overlap: RequiredBandwidth.Overlap, expected: Int) throws
    {
        var exact = 0
        for group in Dictionary(grouping: try Self.thresholds(), by: \.architecture).values {
            let best = stride(from: 2.0, to: 40, by: 0.04).map {
                Self.matches(group, overlap, bits: $0)
            }.max { ($0.near, $0.exact) < ($1.near, $1.exact) }
            exact += best?.exact ?? 0
        }
        #expect(exact == expected)
    }
}
