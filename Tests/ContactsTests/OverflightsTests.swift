import Orbits
import TestSupport
import Testing

@testable import Contacts

/// Stays over an area, against the positions at many instants.
@Suite struct OverflightsTests {
    /// A belt and a cap, with the distances from their edges.
    private static func isInside(_ place: Geodetic) -> Bool {
        (10...25).contains(place.latitudeDeg) || place.latitudeDeg < -48
    }

    private static func clearanceKm(_ place: Geodetic) -> Double {
        // A degree of latitude, a little short.
        110 * ([10.0, 25, -48].map { abs(place.latitudeDeg - $0) }.min() ?? 0)
    }

    @Test(arguments: [true, false])
    func `stays begin and end where the sub-points cross the edge`(hasClearance: Bool) throws {
        let mesh = MovingShells.mesh()
        let overflights = Overflights(of: mesh.constellation, since: mesh.epoch, on: .wgs84)
        let stays = overflights.intervals(
            from: 100, to: 4_000, over: Self.isInside,
            clearanceKm: hasClearance ? Self.clearanceKm : { _ in 0 })
        let orbits = ExactOrbits(constellation: mesh.constellation, epoch: mesh.epoch)
        func isOver(_ satellite: Int, _ seconds: Double) -> Bool {
            let position = orbits.positionKm(of: satellite, atSeconds: seconds)
            return Self.isInside(Ellipsoid.wgs84.geodetic(of: ITRFPosition(km: position)))
        }
        #expect(stays.count == MovingShells.satelliteCount)
        #expect(stays.reduce(0) { $0 + $1.count } > 250)
        for (satellite, stays) in stays.enumerated() {
            for time in stride(from: 100.25, to: 4_000, by: 7.5) {
                #expect(
                    isOver(satellite, time) == stays.contains { $0.fromS <= time && time < $0.toS })
            }
            for stay in stays {
                if stay.fromS > 100 {
                    #expect(!isOver(satellite, stay.fromS - 3e-6))
                    #expect(isOver(satellite, stay.fromS))
                }
                if stay.toS < 4_000 {
                    #expect(isOver(satellite, stay.toS - 3e-6))
                    #expect(!isOver(satellite, stay.toS))
                }
            }
        }
    }

    @Test func `what moves slowly`() {
        let stays = Overflights.intervals(from: 0.5, to: 20) {
            $0 < 3.25 || (7...12.5).contains($0)
        }
        #expect(stays.map(\.fromS).count == 2)
        #expect(stays[0].fromS == 0 && abs(stays[0].toS - 3.25) < 2e-6)
        #expect(abs(stays[1].fromS - 7) < 2e-6 && abs(stays[1].toS - 12.5) < 2e-6)
    }
}
