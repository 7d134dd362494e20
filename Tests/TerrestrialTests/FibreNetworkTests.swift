import Orbits
import TestSupport
import Testing

@testable import Terrestrial

@Suite struct FibreNetworkTests {
    private static func site(
        _ name: String, _ country: String, _ latitude: Double, _ longitude: Double
    )
        -> FibreSite
    {
        FibreSite(
            name: name, country: country,
            place: Geodetic(latitudeDeg: latitude, longitudeDeg: longitude))
    }

    /// Length of the system, measured round-trip time, and how near glass alone must come to it.
    ///
    /// Hibernia Express New York-London 6,021 km (silicon.co.uk), 58.95 ms (thebroadcastbridge.com);
    /// WACS Yzerfontein-Highbridge 14,530 km, 138.5 ms (submarinenetworks.com); SACS 6,300 km, 63 ms
    /// (africaninsider.com); EllaLink 6,200 km, under 60 ms (teletime.com.br, agenciabrasil.ebc.com.br);
    /// INDIGO-West 4,600 km, 46 ms (SubTel Forum, grokipedia.com).
    @Test(arguments: [
        (6_021.0, 58.95, 0.001), (14_530, 138.5, 0.04), (6_300, 63, 0.04), (6_200, 60, 0.04),
        (4_600, 46, 0.04),
    ]) func `published round-trip times of cables`(km: Double, rttMs: Double, part: Double) throws {
        let cable = Cable(
            name: "X", lengthKm: km,
            landings: [Self.site("A", "AA", 0, 0), Self.site("B", "BB", 0, 20)])
        let network = FibreNetwork(sites: cable.landings, cables: [cable])
        let glass = FibreDelays(cableSlack: 1, landStretch: 1, landingDelayMs: 0, fixedMs: 0)
        let path = try #require(network.paths(from: 0, delays: glass)[1])
        #expect(abs(2 * path.delayMs / rttMs - 1) <= part)
    }

    @Test func `a cable with branches is not spread over its trunk`() {
        let landings = [
            Self.site("A", "AA", 0, 0), Self.site("B", "BB", 0, 10), Self.site("C", "CC", 0, 30),
        ]
        let arc = Ellipsoid.wgs84.greatCircleKm(from: landings[0].place, to: landings[1].place)
        func segments(_ km: Double) -> [Double] {
            Cable(name: "X", lengthKm: km, landings: landings).segmentsKm()
        }
        // 30 degrees along the equator are three times the arc.
        let plain = segments(3.6 * arc)
        #expect(abs(plain[0] - 1.2 * arc) < 1e-9 && abs(plain[1] - 2.4 * arc) < 1e-9)
        #expect(abs(segments(9 * arc)[0] - 1.35 * arc) < 1e-9)
        #expect(abs(segments(arc)[1] - 2 * 1.02 * arc) < 1e-9)
    }

    /// A - (cable) - B - (land, same country) - C, and D alone.
    @Test func `ways over sea and land`() throws {
        let a = Self.site("A", "AA", 0, 0)
        let b = Self.site("B", "FR", 0, 20)
        let c = Self.site("C", "DE", 10, 20)
        let d = Self.site("D", "XX", 50, 100)
        let near = Self.site("E", "", 50.1, 100.1)
        let cable = Cable(name: "X", lengthKm: 3_000, landings: [a, b])
        let network = FibreNetwork(sites: [a, c, d, near], cables: [cable])
        #expect(network.sites.map(\.name) == ["A", "C", "D", "E", "A", "B"])
        let delays = FibreDelays(
            cableSlack: 1.1, landStretch: 1.5, landingDelayMs: 0.5, fixedMs: 3)
        let paths = network.paths(from: 0, delays: delays)
        let path = try #require(paths[1])
        let land = Ellipsoid.wgs84.greatCircleKm(from: b.place, to: c.place)
        #expect(path.cableKm == 3_000 && abs(path.landKm - land) < 1e-9 && path.cables == 1)
        let glass = 1.468 / 299.792458
        #expect(abs(path.delayMs - (glass * (1.1 * 3_000 + 1.5 * land) + 0.5)) < 1e-9)
        #expect(path.sites.map { network.sites[$0].name } == ["A", "A", "B", "C"])
        #expect(paths[2] == nil)
        #expect(network.paths(from: 2, delays: delays)[3] != nil)
    }

    /// A - B - C in one cable: the delay of landings counts once, and the lengths add up.
    @Test func `a landing that is passed by has no delay`() throws {
        let landings = [
            Self.site("A", "AA", 0, 0), Self.site("B", "BB", 0, 10), Self.site("C", "CC", 0, 30),
        ]
        let cable = Cable(name: "X", lengthKm: 3_900, landings: landings)
        let network = FibreNetwork(sites: landings, cables: [cable])
        let delays = FibreDelays(cableSlack: 1, landingDelayMs: 5, fixedMs: 0)
        let path = try #require(network.paths(from: 0, delays: delays)[2])
        #expect(path.cables == 1)
        #expect(abs(path.cableKm - cable.segmentsKm().reduce(0, +)) < 1e-9)
        #expect(abs(path.delayMs - (delays.msPerKm * path.cableKm + 5)) < 1e-9)
    }

    /// A corridor is as long as it is said to be, has no delay of landings, and is taken where it is
    /// shorter than the great circle with its stretch.
    @Test func `corridors over land`() throws {
        let places = [
            Self.site("A", "AA", 0, 0), Self.site("B", "BB", 0, 10), Self.site("C", "CC", 0, 30),
        ]
        let road = Cable(name: "R", lengthKm: 5_000, landings: places, isCorridor: true)
        #expect(abs(road.segmentsKm().reduce(0, +) - 5_000) < 1e-9)
        let network = FibreNetwork(sites: places, cables: [road])
        let delays = FibreDelays(landStretch: 1.69, landingDelayMs: 5, fixedMs: 0)
        #expect(abs(delays.corridorSlack - 1.3) < 1e-12)
        let path = try #require(network.paths(from: 0, delays: delays)[2])
        #expect(path.cables == 0 && path.cableKm == 0 && path.landKm == 0)
        #expect(abs(path.corridorKm - 5_000) < 1e-9)
        #expect(abs(path.delayMs - delays.msPerKm * 1.3 * 5_000) < 1e-9)
    }

    @Test func `ways of random networks are the shortest ones`() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<20 {
            let sites = (0..<25).map { index in
                Self.site(
                    "\(index)", ["FR", "US", "", "JP", "SG"].randomElement(using: &random) ?? "",
                    Double.random(in: -60...60, using: &random),
                    Double.random(in: -180..<180, using: &random))
            }
            let cables = (0..<20).map { index in
                Cable(
                    name: "\(index)", lengthKm: Double.random(in: 500...20_000, using: &random),
                    landings: (0..<Int.random(in: 2...5, using: &random)).map { _ in
                        sites.randomElement(using: &random) ?? sites[0]
                    })
            }
            let network = FibreNetwork(sites: sites, cables: cables)
            let delays = FibreDelays()
            let paths = network.allPaths(delays: delays)
            for a in sites.indices {
                #expect(paths[a][a]?.delayMs == 0)
                for b in sites.indices {
                    guard let one = paths[a][b] else {
                        #expect(paths[b][a] == nil)
                        continue
                    }
                    let sum =
                        delays.msPerKm
                        * (delays.cableSlack * one.cableKm + delays.landStretch * one.landKm)
                        + delays.landingDelayMs * Double(one.cables)
                    #expect(abs(sum - one.delayMs) < 1e-9)
                    #expect(abs((paths[b][a]?.delayMs ?? .nan) - one.delayMs) < 1e-9)
                    for c in sites.indices {
                        guard let first = paths[a][c], let second = paths[c][b] else { continue }
                        #expect(one.delayMs <= first.delayMs + second.delayMs + 1e-9)
                    }
                }
            }
        }
    }

    /// scipy 1.17, `linprog` on the same rows: 2.0 and 1.0 exactly, since half of them lie on it.
    @Test func `outliers do not move the fit`() {
        let rows = (0..<11).map { [Double($0), 1] }
        var values = rows.map { 2 * $0[0] + 1 }
        values[3] += 40
        values[9] -= 70
        let fit = LeastAbsoluteDeviations.fit(rows: rows, values: values, atLeast: [0, 0])
        #expect(abs(fit[0] - 2) < 1e-6 && abs(fit[1] - 1) < 1e-6)
        let held = LeastAbsoluteDeviations.fit(rows: rows, values: values, atLeast: [3, 0])
        #expect(held[0] == 3)
    }
}
