import Foundation
import Orbits
import TestSupport
import Testing

@testable import Terrestrial

@Suite struct AlibiTests {
    private static func place(_ latitude: Double, _ longitude: Double) -> Geodetic {
        Geodetic(latitudeDeg: latitude, longitudeDeg: longitude)
    }

    /// No way over any place inside is faster than the bound, and the bound is not far below the best.
    @Test(arguments: ["BR", "DE", "CN"], Alibi.Medium.allCases)
    func `the bound is under every way by way of the country`(
        code: String, medium: Alibi.Medium
    ) throws {
        let borders = try BorderFiles.countries110m()
        let country = try #require(borders.index(of: code))
        let alibi = Alibi(avoiding: [country], in: borders)
        var random = SeededGenerator(seed: 8)
        let (latitudes, longitudes) =
            switch code {
            case "BR": (-34.0...6.0, -74.0 ... -34.0)
            case "DE": (47.0...55.1, 5.8...15.1)
            default: (18.0...54.0, 73.0...135.0)
            }
        var inside: [SIMD3<Double>] = []
        while inside.count < 1_000 {
            let spot = Self.place(
                Double.random(in: latitudes, using: &random),
                Double.random(in: longitudes, using: &random))
            if borders.country(at: spot) == country { inside.append(spot.direction) }
        }
        let c = Physics.speedOfLightKmPerS / 1_000
        func ms(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
            let chord = ((a - b) * (a - b)).sum().squareRoot()
            return medium == .vacuum
                ? 6_371 * chord / c : 6_371 * 2 * asin(min(1, chord / 2)) * 1.468 / c
        }
        for _ in 0..<20 {
            let s = Self.place(
                Double.random(in: -60...60, using: &random),
                Double.random(in: -180..<180, using: &random))
            let r = Self.place(
                Double.random(in: -60...60, using: &random),
                Double.random(in: -180..<180, using: &random))
            let bound = alibi.leastMs(from: s, to: r, through: medium)
            let best =
                inside.map { ms(s.direction, $0) + ms($0, r.direction) }.min() ?? .infinity
            #expect(bound <= best)
            #expect(bound >= ms(s.direction, r.direction) - 1e-9)
            #expect(best - bound < 0.08 * best + 2, "\(s) \(r)")
        }
    }

    /// Paris to Madrid by way of Kashgar takes 38.4 ms in vacuum and 58.5 ms in fibre, so that 50 ms clear
    /// China in fibre only.
    @Test func `what can be proven`() throws {
        let borders = try BorderFiles.countries110m()
        let china = Alibi(avoiding: [try #require(borders.index(of: "CN"))], in: borders)
        let (paris, madrid) = (Self.place(48.86, 2.35), Self.place(40.42, -3.7))
        #expect(china.isProven(oneWayMs: 10, from: paris, to: madrid, through: .vacuum))
        #expect(!china.isProven(oneWayMs: 50, from: paris, to: madrid, through: .vacuum))
        #expect(china.isProven(oneWayMs: 50, from: paris, to: madrid, through: .fibre))
        #expect(
            !china.isProven(oneWayMs: 50, margin: 0.5, from: paris, to: madrid, through: .fibre))
        let beijing = Self.place(39.9, 116.4)
        #expect(
            !china.isProven(oneWayMs: 28, from: paris, to: beijing, through: .vacuum))
        let none = Alibi(avoiding: [], in: borders)
        #expect(none.leastMs(from: paris, to: madrid, through: .vacuum) == .infinity)
    }
}
