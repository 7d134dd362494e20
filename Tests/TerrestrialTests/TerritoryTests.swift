import Foundation
import Orbits
import TestSupport
import Testing

@testable import Terrestrial

@Suite struct TerritoryTests {
    private static func territory(_ codes: [String]) throws -> (Territory, Borders, Set<Int>) {
        let borders = try BorderFiles.countries110m()
        let countries = try Set(codes.map { try #require(borders.index(of: $0)) })
        return (Territory(of: countries, in: borders), borders, countries)
    }

    private static func place(of direction: SIMD3<Double>) -> Geodetic {
        Geodetic(latitudeRad: asin(direction.z), longitudeRad: atan2(direction.y, direction.x))
    }

    @Test(arguments: [["CN", "RU"], ["US"], ["FJ", "AQ"], ["LS"]])
    func `the same places as of the borders`(codes: [String]) throws {
        let (territory, borders, countries) = try Self.territory(codes)
        var random = SeededGenerator(seed: 4)
        for _ in 0..<4_000 {
            let place = Self.place(of: random.pointOnSphere(radius: 1))
            #expect(
                territory.contains(place)
                    == (borders.country(at: place).map { countries.contains($0) } ?? false))
        }
        for latitude in stride(from: -90.0, through: 90, by: 0.5) {
            for longitude in [-180.0, 180] {
                let place = Geodetic(latitudeDeg: latitude, longitudeDeg: longitude)
                #expect(
                    territory.contains(place)
                        == (borders.country(at: place).map { countries.contains($0) } ?? false))
            }
        }
    }

    /// Between a place and any other one within its clearance there is no border.
    @Test(arguments: [["CN", "RU"], ["US"], ["AQ"]])
    func `nothing changes within the clearance`(codes: [String]) throws {
        let (territory, _, _) = try Self.territory(codes)
        var random = SeededGenerator(seed: 5)
        var far = 0
        for _ in 0..<600 {
            let direction = random.pointOnSphere(radius: 1)
            let place = Self.place(of: direction)
            let clearance = territory.clearanceKm(at: place)
            guard clearance > 0 else { continue }
            far += 1
            for _ in 0..<20 {
                let other = random.pointOnSphere(radius: 1)
                let across = other - (other * direction).sum() * direction
                let unit = across / (across * across).sum().squareRoot()
                let angle =
                    min(.pi, 0.999 * clearance / 6_371) * Double.random(in: 0...1, using: &random)
                let near = cos(angle) * direction + sin(angle) * unit
                #expect(
                    territory.contains(Self.place(of: near)) == territory.contains(place),
                    "\(place) \(clearance)")
            }
        }
        #expect(far > 150)
    }

    /// Alaska ends at the meridian of 141 degrees west, which no meridian to the pole crosses.
    @Test func `outlines hold borders along a meridian`() throws {
        let borders = try BorderFiles.countries50m()
        let outline = borders.outline(of: [try #require(borders.index(of: "US"))], spacingKm: 20)
        for latitude in stride(from: 61.0, to: 69, by: 0.5) {
            let place = Geodetic(latitudeDeg: latitude, longitudeDeg: -141).direction
            let nearest = outline.map { ($0 * place).sum() }.max() ?? -1
            #expect(6_371 * acos(min(1, nearest)) < 25, "\(latitude)")
        }
    }
}
