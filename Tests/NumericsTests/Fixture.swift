import Foundation
import TestSupport

/// The numbers that Tests/Oracles/numerics.py computed with other programs.
struct Fixture: Decodable {
    struct SplineCase: Decodable {
        struct Curve: Decodable {
            var value: [Double]
            var derivative: [Double]
            var secondDerivative: [Double]
        }
        var x: [Double]
        var y: [Double]
        var at: [Double]
        var natural: Curve
        var periodic: Curve
        var akima: Curve
    }

    struct RandomCase: Decodable {
        var seed: String
        var stream: String
        var words: [UInt64]
        var uniform: [Double]
    }

    struct StatisticsCase: Decodable {
        var values: [Double]
        var mean: Double
        var variance: Double
        var fractions: [Double]
        var quantiles: [Double]
        var histogram: [Int]
        var edges: [Double]
    }

    struct ZonalCase: Decodable {
        struct Short: Decodable {
            var seconds: Double
            var state: [Double]
        }
        struct Long: Decodable {
            var initial: [Double]
            var seconds: Double
            var state: [Double]
        }
        var positions: [[Double]]
        var accelerations: [String: [[Double]]]
        var initial: [Double]
        var short: [Short]
        var long: [Long]
    }

    struct Point: Decodable {
        var time: Double
        var values: [Double]
    }

    var spline: SplineCase
    var random: [RandomCase]
    var statistics: StatisticsCase
    var zonal: ZonalCase
    var vanDerPol: [Point]

    static func read() throws -> Fixture {
        let url = SharedData.checkout.appending(path: "Tests/NumericsTests/Fixtures/numerics.json")
        return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
    }
}
