import LaserMesh
import Orbits
import Routing
import Testing

@testable import Scenarios

@Suite struct ScenarioTests {
    static let full = """
        name: manila-dalian-kuiper
        epoch: 2000-01-01T00:00:00Z
        window: { start_s: 5, duration_s: 200, step_s: 0.1 }
        constellation:
          propagator: kepler-j2
          gravity: wgs84
          shells:
            - name: K1
              planes: 34
              slots: 30
              inclination_deg: 51.9
              mean_motion_rev_per_day: 14.80
              phasing: half-slot
              eccentricity: 1.0e-7
              tle_precision: true
              raan_spread_deg: 180
              raan_offset_deg: -10
              argument_of_perigee_deg: 90
              mean_anomaly_offset_deg: 5
            - { planes: 3, slots: 4, inclination_deg: 90, altitude_km: 550 }
        lasers:
          topology: plus-grid
          terminals: 5
          max_range_km: 5442.958
          grazing_altitude_km: 90
          slot_shift: -1
          seam: open
        ground:
          stations: { file: cities.csv, first: 100 }
          earth: wgs72
          max_slant_range_km: 1260
        routing: { metric: distance, ground_relay: true, hop_delay_us: 20 }
        fibre: { refractive_index: 1.5, stretch: 1.2 }
        pairs: [ [Manila, Dalian], [Tokyo, K1-0-3] ]
        """

    @Test func `every key is read`() throws {
        let scenario = try Scenario(text: Self.full, file: "a/b.yaml")
        #expect(scenario.name == "manila-dalian-kuiper")
        #expect(scenario.epoch == Instant(year: 2000, month: 1, day: 1))
        #expect(scenario.window.count == 2_000)
        #expect(scenario.window.seconds(at: 3) == 5.3)
        #expect(scenario.constellation.propagator == .keplerJ2)
        #expect(scenario.constellation.gravity == .wgs84)
        guard case .shells(let shells) = scenario.constellation.source else {
            Issue.record("no shells")
            return
        }
        let first = shells[0].shell(gravity: .wgs84)
        #expect(first.name == "K1" && first.planes == 34 && first.slots == 30)
        #expect(first.phasing == .halfSlot && shells[0].hasTLEPrecision)
        #expect(first.eccentricity == 1e-7)
        #expect(abs(first.inclinationRad - 51.9 * .pi / 180) < 1e-15)
        #expect(abs(first.raanSpreadRad - .pi) < 1e-15)
        #expect(abs(first.raanOffsetRad + .pi / 18) < 1e-15)
        #expect(abs(first.argumentOfPerigeeRad - .pi / 2) < 1e-15)
        #expect(abs(first.meanAnomalyOffsetRad - .pi / 36) < 1e-15)
        #expect(
            abs(first.meanMotionRadPerMin * ElementSet.revPerDayPerRadPerMin - 14.8) < 1e-13)
        #expect(shells[1].name == "S2" && !shells[1].hasTLEPrecision)
        #expect(scenario.lasers.topology == .plusGrid)
        #expect(scenario.lasers.terminals == 5 && scenario.lasers.maxRangeKm == 5_442.958)
        #expect(scenario.lasers.grazingAltitudeKm == 90 && scenario.lasers.slotShift == -1)
        #expect(scenario.lasers.seam == .open)
        #expect(scenario.ground.earth == .wgs72)
        #expect(scenario.ground.rules == GroundRules(maxSlantRangeKm: 1_260))
        #expect(
            scenario.routing
                == RoutingRules(metric: .distance, allowsGroundRelay: true, hopDelayS: 20e-6))
        #expect(scenario.fibre.refractiveIndex == 1.5 && scenario.fibre.stretch == 1.2)
        guard case .listed(let pairs) = scenario.pairs else {
            Issue.record("no pairs")
            return
        }
        #expect(pairs.map(\.source) == ["Manila", "Tokyo"])
        #expect(pairs.map(\.destination) == ["Dalian", "K1-0-3"])
    }

    @Test func `what is not said has the default of the README`() throws {
        let scenario = try Scenario(
            text: "constellation: { preset: kuiper }", file: "some/where/tiny.yaml")
        #expect(scenario.name == "tiny")
        #expect(scenario.epoch == nil)
        #expect(scenario.window == TimeGrid(startS: 0, durationS: 6_000, stepS: 60))
        #expect(scenario.constellation.propagator == .sgp4)
        #expect(scenario.constellation.gravity == .wgs72)
        #expect(scenario.lasers.topology == nil && scenario.lasers.terminals == 4)
        #expect(scenario.lasers.maxRangeKm == .infinity)
        #expect(scenario.lasers.grazingAltitudeKm == 80)
        #expect(scenario.ground.earth == .wgs84 && scenario.ground.rules == .standard)
        #expect(scenario.routing == RoutingRules())
        #expect(scenario.fibre.refractiveIndex == 1.468 && scenario.fibre.stretch == 1)
    }

    /// A wrong line in place of a right one, and the sentence that it must give.
    static let wrong: [(String, String, String)] = [
        (
            "topology: plus-grid", "topologie: plus-grid",
            "f.yaml:22: lasers: unknown key 'topologie'; did you mean 'topology'?"
        ),
        (
            "topology: plus-grid", "topology: plusgrid",
            "f.yaml:22: lasers.topology: found 'plusgrid', expected one of none, ring, plus-grid, "
                + "nearest, motif, five-laser, dynamic, file; did you mean 'plus-grid'?"
        ),
        (
            "planes: 34", "planes: many",
            "f.yaml:9: constellation.shells[0].planes: found 'many', expected planes, a whole "
                + "number from 1 to 100000"
        ),
        (
            "planes: 34", "# none",
            "f.yaml:8: constellation.shells[0]: the key 'planes' is missing; expected the number of "
                + "planes"
        ),
        (
            "planes: 34", "planes: 90000",
            "f.yaml:8: constellation.shells[0]: found 2700000 satellites"
        ),
        ("step_s: 0.1", "step_s: 0", "f.yaml:3: window.step_s: found '0', expected seconds from"),
        ("step_s: 0.1", "step_s: nan", "f.yaml:3: window.step_s: found 'nan'"),
        ("step_s: 0.1", "step_s: 0x1p3", "f.yaml:3: window.step_s: found '0x1p3'"),
        ("step_s: 0.1", "step_s: 1e-9", "f.yaml:3: window: found more than a thousand million"),
        (
            "epoch: 2000-01-01T00:00:00Z", "epoch: 2000-13-01",
            "f.yaml:2: epoch: found '2000-13-01', expected a time of UTC such as"
        ),
        (
            "mean_motion_rev_per_day: 14.80", "altitude_km: 550\n      mean_motion_rev_per_day: 15",
            "f.yaml:13: constellation.shells[0].mean_motion_rev_per_day: found a second one of"
        ),
        (
            "phasing: half-slot", "phasing: 34",
            "f.yaml:13: constellation.shells[0].phasing: found '34', expected Walker's F from 0 to "
                + "33, half-slot, or a fraction of a slot"
        ),
        (
            "ground_relay: true", "ground_relay: yes",
            "f.yaml:32: routing.ground_relay: found 'yes', expected true or false"
        ),
        ("[Manila, Dalian]", "[Manila]", "f.yaml:34: pairs[0]: found a list of 1, expected two"),
        ("earth: wgs72", "earth: flat", "f.yaml:30: ground.earth: found 'flat', expected one of"),
        ("name: K1", "name: 'K 1'", "expected a name without blanks"),
        ("name: K1", "name: S2", "found a second shell 'S2', expected a name of its own"),
        (
            "gravity: wgs84", "elements: { file: x }",
            "found a second one of shells, preset, elements"
        ),
        ("gravity: wgs84", "only: [K1]", "expected this key beside a preset only"),
        ("seam: open", "file: l.csv", "expected this key beside 'topology: file' only"),
        ("name: manila-dalian-kuiper", "name: [", "f.yaml:3: this is not YAML"),
        ("name: manila-dalian-kuiper", "name: a\nname: b", "the key 'name' stands there twice"),
    ]

    @Test(arguments: wrong)
    func `a mistake gives one sentence`(right: String, wrong: String, sentence: String) {
        #expect(Self.full.contains(right))
        let text = Self.full.replacing(right, with: wrong, maxReplacements: 1)
        #expect {
            try Scenario(text: text, file: "f.yaml")
        } throws: { error in
            let message = (error as? ScenarioError)?.message ?? "\(error)"
            #expect(message.contains(sentence))
            #expect(!message.contains("\n"))
            return true
        }
    }

    @Test(arguments: ["", "   \n", "# only a remark\n", "[]", "3", "--- \n...\n", "constellation:"])
    func `what is no scenario is said to be none`(text: String) {
        #expect(throws: ScenarioError.self) { try Scenario(text: text, file: "f.yaml") }
    }

    @Test(arguments: [
        ("half-slot", Phasing.halfSlot), ("0", .walker(0)), ("17", .walker(17)),
        ("0.5", .slotFraction(0.5)), ("13/24", .slotFraction(13.0 / 24)),
        ("-0.25", .slotFraction(-0.25)),
    ])
    func `phasing has three forms`(text: String, phasing: Phasing) throws {
        let scenario = try Scenario(
            text: Self.full.replacing("phasing: half-slot", with: "phasing: \(text)"), file: "f")
        guard case .shells(let shells) = scenario.constellation.source else { return }
        #expect(shells[0].shell(gravity: .wgs72).phasing == phasing)
    }
}
