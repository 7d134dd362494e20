import Foundation
import Orbits
import TestSupport
import Testing

struct FramesGeodeticTests {
    static let ellipsoids: [String: Ellipsoid] = [
        "wgs84": .wgs84, "wgs72": .wgs72, "sphere": .sphere,
    ]

    /// Against PROJ (Tests/Oracles/frames.py).
    @Test func oracle() throws {
        let rows = try CSVFixture("geodetic.csv").rows
        #expect(rows.count == 90)
        for row in rows {
            let ellipsoid = try #require(row["ellipsoid"].flatMap { Self.ellipsoids[$0] })
            let place = try Geodetic(
                latitudeDeg: row.number("latitude"), longitudeDeg: row.number("longitude"),
                altitudeKm: row.number("altitude"))
            let expected = try row.vector("x y z")
            #expect(largest(ellipsoid.position(of: place).km - expected) < 1e-9)
            let back = ellipsoid.geodetic(of: ITRFPosition(km: expected))
            #expect(abs(back.altitudeKm - place.altitudeKm) < 1e-9)
            #expect(abs(back.latitudeRad - place.latitudeRad) < 1e-13)
            let apart = back.longitudeRad - place.longitudeRad
            #expect(abs(apart) * cos(place.latitudeRad) < 1e-14)
        }
    }

    static let altitudes: [Double] = [
        -100, -11, 0, 0.001, 8.8, 340, 550, 1_200, 20_200, 35_786, 100_000, 400_000,
    ]

    @Test(arguments: ["wgs84", "wgs72", "sphere"]) func roundTrip(name: String) throws {
        let ellipsoid = try #require(Self.ellipsoids[name])
        var random = SeededGenerator(seed: 21)
        var latitudes: [Double] = [0, 1e-12, 1e-6, 45, 89.9, 89.999999, 90 - 1e-9, 90]
        latitudes += (0..<100).map { _ in Double.random(in: 0...90, using: &random) }
        let longitudes = [0, 90, 179.999999, 180, -180, -90, -1e-9, 77.7]
        for latitude in latitudes + latitudes.map(-) {
            for altitude in Self.altitudes {
                for longitude in longitudes {
                    let place = Geodetic(
                        latitudeDeg: latitude, longitudeDeg: longitude, altitudeKm: altitude)
                    let position = ellipsoid.position(of: place)
                    let back = ellipsoid.geodetic(of: position)
                    let again = ellipsoid.position(of: back)
                    #expect(largest(again.km - position.km) < 1e-9, "\(place)")
                    #expect(abs(back.altitudeKm - altitude) < 1e-9, "\(place)")
                    let shift = abs(back.latitudeRad - place.latitudeRad)
                    #expect(shift * (6_378 + altitude) < 1e-9, "\(place)")
                }
            }
        }
    }

    @Test(arguments: ["wgs84", "wgs72", "sphere"]) func axisAndEquator(name: String) throws {
        let ellipsoid = try #require(Self.ellipsoids[name])
        let (a, b) = (ellipsoid.equatorialRadiusKm, ellipsoid.polarRadiusKm)
        for altitude in Self.altitudes {
            let north = ellipsoid.geodetic(of: ITRFPosition(km: SIMD3(0, 0, b + altitude)))
            #expect(north.latitudeRad == .pi / 2 && north.longitudeRad == 0)
            #expect(abs(north.altitudeKm - altitude) < 1e-9)
            let south = ellipsoid.geodetic(of: ITRFPosition(km: SIMD3(0, 0, -b - altitude)))
            #expect(south.latitudeRad == -.pi / 2)
            #expect(abs(south.altitudeKm - altitude) < 1e-9)
            let west = ellipsoid.geodetic(of: ITRFPosition(km: SIMD3(0, -a - altitude, 0)))
            #expect(west.latitudeRad == 0 && west.longitudeRad == -.pi / 2)
            #expect(abs(west.altitudeKm - altitude) < 1e-9)
        }
    }

    @Test func centreHasAFiniteAnswer() {
        for ellipsoid in Self.ellipsoids.values {
            for p in [SIMD3<Double>(0, 0, 0), SIMD3(1e-9, 0, 0), SIMD3(0, 0, 1e-9), SIMD3(9, 9, 9)]
            {
                let place = ellipsoid.geodetic(of: ITRFPosition(km: p))
                #expect(place.latitudeRad.isFinite && place.altitudeKm.isFinite)
                #expect(place.altitudeKm < -6_000)
            }
        }
    }

    /// A place on a sphere instead of the ellipsoid is 7 km off at the equator, 14 km at the pole.
    @Test func sphereAndEllipsoidDiffer() {
        for (latitude, expected) in [(0.0, 7.1), (90, 14.2), (48.0, 21.7)] {
            let place = Geodetic(latitudeDeg: latitude, longitudeDeg: 10)
            let apart = Ellipsoid.wgs84.position(of: place).distanceKm(
                to: Ellipsoid.sphere.position(of: place))
            #expect(abs(apart - expected) < 0.3, "latitude \(latitude)")
        }
    }

    /// Against pymap3d (Tests/Oracles/frames.py).
    @Test func lookAngles() throws {
        let rows = try CSVFixture("look.csv").rows
        #expect(rows.count == 40)
        for row in rows {
            let observer = try Observer(
                at: Geodetic(
                    latitudeDeg: row.number("latitude"), longitudeDeg: row.number("longitude"),
                    altitudeKm: row.number("altitude")))
            let look = try observer.lookAngles(to: ITRFPosition(km: row.vector("x y z")))
            let degrees = 180 / Double.pi
            #expect(try abs(look.azimuthRad * degrees - row.number("azimuth")) < 1e-9)
            #expect(try abs(look.elevationRad * degrees - row.number("elevation")) < 1e-9)
            #expect(try abs(look.rangeKm - row.number("range")) < 1e-8)
        }
    }

    @Test func zenithAndHorizon() {
        let place = Geodetic(latitudeDeg: 40, longitudeDeg: -70, altitudeKm: 0.1)
        let observer = Observer(at: place)
        let above = Ellipsoid.wgs84.position(
            of: Geodetic(latitudeDeg: 40, longitudeDeg: -70, altitudeKm: 550.1))
        let zenith = observer.lookAngles(to: above)
        #expect(abs(zenith.elevationRad - .pi / 2) < 1e-7)
        #expect(abs(zenith.rangeKm - 550) < 1e-9)
        let north = observer.lookAngles(
            to: ITRFPosition(km: observer.position.km + 10 * observer.north))
        #expect(abs(sin(north.azimuthRad)) < 1e-12 && abs(north.elevationRad) < 1e-12)
        let west = observer.lookAngles(
            to: ITRFPosition(km: observer.position.km - 10 * observer.east))
        #expect(abs(west.azimuthRad - 1.5 * .pi) < 1e-12)
    }
}
