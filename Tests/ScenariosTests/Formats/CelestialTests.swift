import Foundation
import Orbits
import TestSupport
import Testing

@testable import Scenarios

/// Celestial's configuration.
@Suite struct CelestialTests {
    /// The keys of Celestial's documentation, with two shells and two stations.
    private static let sample = """
        bbox = [34.6, -13.8, 58.7, 26.1]   # not read
        resolution = 1
        duration = 300
        offset = 60
        [network_params]
        bandwidth_kbits = 10_000_000
        min_elevation = 40
        ground_station_connection_type = "all"
        [compute_params]
        vcpu_count = 1
        boot_parameters = ["8250.nr_uarts=0"]
        kernel = "test.bin"
        [[shell]]
        planes = 6
        sats = 11
        altitude_km = 780
        inclination = 86.4
        arc_of_ascending_nodes = 180.0
        eccentricity = 0.0
        [shell.compute_params]
        mem_size_mib = 256
        [[shell]]
        planes = 5
        sats = 7
        altitude_km = 550.5
        inclination = 53.0
        arc_of_ascending_nodes = 360
        eccentricity = 0.001
        [[ground_station]]
        name = "Berlin"
        lat = 52.51492067
        long = 13.32666938
        [ground_station.network_params]
        bandwidth_kbits = 1_000_000
        [[ground_station]]
        name = "Accra"
        lat = 5.6
        long = -0.19
        [ground_station.network_params]
        bandwidth_kbits = 1_000_000
        min_elevation = 25.5
        """

    private static func read(
        _ text: String = sample, in folder: TemporaryFolder
    ) throws -> Experiment {
        try FormatSamples.read(
            .celestial, folder.write(text, to: "two-shells.toml"), in: folder)
    }

    @Test func `shells and stations become a scenario`() throws {
        let folder = try TemporaryFolder()
        let experiment = try Self.read(in: folder)
        #expect(experiment.scenario.name == "two-shells")
        #expect(experiment.window.count == 300 && experiment.window.seconds(at: 0) == 60)
        #expect(experiment.constellation.count == 66 + 35)
        let (star, delta) = (experiment.shells[0], experiment.shells[1])
        #expect(star.planes == 6 && star.slots == 11 && !star.isFullCircle && delta.isFullCircle)
        #expect(abs(star.inclinationRad - 86.4 * .pi / 180) < 1e-12 && delta.eccentricity == 0.001)
        #expect(star.phasing == .walker(0) && star.seamShiftSlots == 0)
        // Its period is that of Kepler's law in whole seconds: 6,018.99 s at 7,151 km.
        #expect(abs(2 * .pi / star.meanMotionRadPerMin * 60 - 6_018) < 1e-6)
        #expect(experiment.stations.map(\.name) == ["Berlin", "Accra"])
        #expect(experiment.stations[1].place.altitudeKm == 0.1)
        #expect(experiment.scenario.ground.earth == .sphere)
        #expect(experiment.scenario.capacity.laserGbps == 10)
        #expect(experiment.scenario.capacity.radioGbps == 1)
    }

    /// The first plane's node is over the meridian of Greenwich at the start.
    @Test func `planes stand where Celestial puts them`() throws {
        let folder = try TemporaryFolder()
        let experiment = try Self.read(in: folder)
        let gmst = SiderealTime.gmst1982(at: experiment.epoch)
        for plane in 0..<6 {
            let elements = experiment.constellation.elements[plane * 11 + 3]
            let node = (elements.raanRad - gmst - Double(plane) * .pi / 6)
                .remainder(dividingBy: 2 * .pi)
            #expect(abs(node) < 1e-9)
            let anomaly = (elements.meanAnomalyRad - 3 * 2 * .pi / 11)
                .remainder(dividingBy: 2 * .pi)
            #expect(abs(anomaly) < 1e-9)
        }
    }

    /// +Grid by equal slots over all planes, the last with the first, and rules by station.
    @Test func `links are those of Celestial`() throws {
        let folder = try TemporaryFolder()
        let experiment = try Self.read(in: folder)
        let lasers = Set(
            experiment.mesh(atSeconds: 60).mesh.links.filter { $0.kind == .laser }
                .map { [$0.a.index, $0.b.index] })
        var expected: Set<[Int]> = []
        for (base, planes, slots) in [(0, 6, 11), (66, 5, 7)] {
            for plane in 0..<planes {
                for slot in 0..<slots {
                    let here = base + plane * slots + slot
                    let next = base + plane * slots + (slot + 1) % slots
                    let side = base + (plane + 1) % planes * slots + slot
                    expected.insert([min(here, next), max(here, next)])
                    expected.insert([min(here, side), max(here, side)])
                }
            }
        }
        #expect(!lasers.isEmpty && lasers.isSubset(of: expected))
        // Those that are not up are too low over the Earth.
        #expect(lasers.filter { $0[1] < 66 }.count > 66)
        let rules = experiment.builder
        #expect(abs(rules.groundRules.leastSine - 0.430511) < 1e-6)
        #expect(experiment.stations[0].mask != nil && experiment.stations[1].mask == nil)
    }

    @Test func `one satellite a station is the nearest`() throws {
        let folder = try TemporaryFolder()
        let text = Self.sample.replacing("\"all\"", with: "\"one\"")
        let second = text.range(of: "[[shell]]\nplanes = 5")
        let rest = text.range(of: "[[ground_station]]")
        let (begin, end) = try (#require(second).lowerBound, #require(rest).lowerBound)
        let experiment = try Self.read(
            text.replacingCharacters(in: begin..<end, with: ""), in: folder)
        #expect(experiment.builder.groundRules.satellitesPerStation == 1)
        #expect(experiment.builder.groundRules.choice == .nearest)
        let message = FormatSamples.fault(
            of: .celestial, try folder.write(text, to: "x.toml"), in: try TemporaryFolder())
        #expect(message?.contains("'one' with 2 shells") == true)
    }

    @Test(arguments: [
        ("planes = 6", "planes = 0", "[[shell]] 1, planes: found '0'"),
        ("planes = 6", "plane = 6", "[[shell]] 1: found a key 'plane', expected planes"),
        ("sats = 7", "sats = \"seven\"", "[[shell]] 2, sats: found"),
        ("sats = 7\n", "", "[[shell]] 2, sats: found nothing"),
        ("altitude_km = 780", "altitude_km = 7", "[[shell]] 1, altitude_km: found '7'"),
        ("sats = 11", "sats = 16000", "at most 16384"),
        ("lat = 5.6", "lat = 95.6", "[[ground_station]] 2, lat"),
        ("name = \"Accra\"", "name = \"Berlin\"", "a name of its own"),
        ("resolution = 1", "resolution = ", "line 2"),
        (
            "[network_params]\nband", "[\nnetwork_params]\nband",
            "line 5: found a bracket without a name"
        ),
        ("[[shell]]\nplanes = 5", "[[ =shell]]\nplanes = 5", "a bracket without a name"),
        ("duration = 300", "duration = -1", "duration: found '-1"),
        ("\"all\"", "\"some\"", "all or one"),
        (
            "eccentricity = 0.001",
            "eccentricity = 0.001\n[shell.network_params]\nbandwidth_kbits = 5",
            "the same for all shells"
        ),
        ("min_elevation = 25.5", "min_elevation = 95", "[[ground_station]] 2, [network_params]"),
    ])
    func `a wrong configuration is told with its key`(
        old: String, new: String, said: String
    ) throws {
        let folder = try TemporaryFolder()
        #expect(Self.sample.contains(old))
        let path = try folder.write(Self.sample.replacing(old, with: new), to: "wrong.toml")
        let message = FormatSamples.fault(of: .celestial, path, in: folder)
        #expect(message?.contains(said) == true, "\(message ?? "none")")
    }
}
