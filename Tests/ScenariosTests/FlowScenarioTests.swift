import LaserMesh
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

@Suite struct FlowScenarioTests {
    static let base = """
        window: { duration_s: 2, step_s: 1 }
        constellation:
          shells: [{ planes: 6, slots: 8, inclination_deg: 53, altitude_km: 1200 }]
        ground:
          min_elevation_deg: 5
          stations:
            - { name: A, latitude_deg: 10, longitude_deg: 20, population: 3e6 }
            - { name: B, latitude_deg: -20, longitude_deg: 60, population: 1000000 }
            - { name: Pole, latitude_deg: 90, longitude_deg: 0, population: 0 }

        """

    private func sentence(_ text: String, with folder: TemporaryFolder) -> String? {
        do {
            _ = try ExperimentTests.experiment(text, in: folder)
            return nil
        } catch {
            return (error as? any ReportableError)?.message ?? "\(error)"
        }
    }

    @Test func `keys have their defaults`() throws {
        let plain = try Scenario(text: Self.base, file: "f.yaml")
        #expect(plain.traffic == nil)
        #expect(plain.capacity == LinkCapacities(laserGbps: 100, radioGbps: 20))
        #expect(plain.flows.objective == .maxMinFair && plain.flows.routes == 1)
        #expect(plain.flows.gap == 0.05 && plain.flows.hotSpots == 20 && plain.flows.rounds == 50)
        #expect(plain.resilience.samples == 1_000 && plain.resilience.seed == 1)
        #expect(plain.resilience.satellites == .probability(0.01))
        #expect(plain.resilience.links == .probability(0))
        let full = try Scenario(
            text: Self.base + """
                traffic: { gravity: { total_gbps: 8 } }
                capacity: { laser_gbps: 10, radio_gbps: 5 }
                flows: { objective: min-max-utilisation, gap: 0.1, hot_spots: 3 }
                resilience: { samples: 5, failed_satellites: 2, link_failure: 0.5, seed: 9 }
                """, file: "f.yaml")
        #expect(
            full.capacity == LinkCapacities(laserGbps: 10, radioGbps: 5))
        #expect(full.flows.objective == .minMaxUtilisation && full.flows.gap == 0.1)
        #expect(full.resilience.satellites == .count(2))
        #expect(full.resilience.links == .probability(0.5) && full.resilience.seed == 9)
    }

    @Test func `gravity goes by the populations of the stations`() throws {
        let folder = try TemporaryFolder()
        let experiment = try ExperimentTests.experiment(
            Self.base + "traffic: { gravity: { total_gbps: 8 } }", in: folder)
        let traffic = try #require(experiment.traffic)
        #expect(traffic.demands.map(\.gbps) == [4, 4])
        #expect(traffic.demands[0].pair.source == NodeID(48))
    }

    @Test func `a table of traffic is read`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "source,destination,gbps\nA,B,3.5\nB,A,0\nS1-0-0,Pole,1\n", to: "t.csv")
        let experiment = try ExperimentTests.experiment(
            Self.base + "traffic: { file: t.csv }", in: folder)
        #expect(experiment.traffic?.demands.map(\.gbps) == [3.5, 0, 1])
        #expect(experiment.inputs.contains { $0.name == "t.csv" })
    }

    @Test(arguments: [
        ("A,Bb,1", "t.csv:2: found 'Bb', expected the name of a station or a satellite"),
        ("A,A,1", "t.csv:2: found 'A' twice, expected two different nodes"),
        ("A,B,-1", "t.csv:2: gbps is '-1', and Gbps from 0 to 1e12 was expected"),
        ("A,B,x", "t.csv:2: gbps is 'x', and a number was expected"),
        ("A,B,1\nA,B,2", "t.csv:3: found a second demand from 'A' to 'B', expected each pair once"),
    ])
    func `a mistake in a table of traffic gives one sentence`(
        rows: String, expected: String
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write("source,destination,gbps\n\(rows)\n", to: "t.csv")
        let message = sentence(Self.base + "traffic: { file: t.csv }", with: folder)
        #expect(message?.contains(expected) == true, "\(message ?? "no error")")
    }

    @Test(arguments: [
        ("traffic: { }", "the key 'gravity' is missing; expected one of gravity, file"),
        ("traffic: { gravity: { total: 3 } }", "unknown key 'total'"),
        ("traffic: { gravity: { total_gbps: 0 } }", "found '0', expected Gbps above 0"),
        ("capacity: { laser_gpbs: 3 }", "did you mean 'laser_gbps'?"),
        ("flows: { objective: fair }", "expected one of max-min-fair, congestion-aware"),
        ("flows: { gap: 0.1 }", "expected this key beside 'objective: min-max-utilisation or"),
        ("flows: { objective: max-flow, routes: 2 }", "beside 'objective: max-min-fair' only"),
        ("flows: { of: nodes }", "expected this key beside 'algorithm: disjoint' only"),
        ("flows: { algorithm: shortest }", "expected one of k-shortest, disjoint"),
        ("resilience: { satellite_failure: 2 }", "expected a probability from 0 to 1"),
        (
            "resilience: { link_failure: 0.1, failed_links: 3 }",
            "found a second one of link_failure, failed_links, expected only one of them"
        ),
    ])
    func `a mistake in the keys gives one sentence`(line: String, expected: String) throws {
        let message = sentence(Self.base + line, with: try TemporaryFolder())
        #expect(message?.contains(expected) == true, "\(message ?? "no error")")
    }

    @Test func `gravity wants the populations of all`() throws {
        let message = sentence(
            Self.base.replacing(", population: 1000000", with: "")
                + "traffic: { gravity: { total_gbps: 8 } }", with: try TemporaryFolder())
        #expect(message?.contains("the station 'B' without a population") == true)
    }

    @Test(arguments: [
        "max-min-fair", "max-min-fair, routes: 3",
        "max-min-fair, routes: 3, algorithm: disjoint, of: nodes", "congestion-aware",
        "min-max-utilisation",
        "max-concurrent-flow", "max-flow",
    ])
    func `every objective keeps to the capacities`(objective: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "source,destination,gbps\nA,B,35\nB,A,200\nS1-0-0,B,1\nA,Pole,2\n", to: "t.csv")
        let experiment = try ExperimentTests.experiment(
            Self.base + "traffic: { file: t.csv }\ncapacity: { radio_gbps: 10 }\n"
                + "flows: { objective: \(objective) }\npairs: [[A, B], [A, Pole]]\n", in: folder)
        let traffic = try FlowRun.traffic(of: experiment)
        let outcome = FlowOutcome(experiment, traffic: traffic, atSeconds: 0)
        let isAlone = objective == "max-flow"
        #expect(outcome.flows.count == (isAlone ? 2 : 4))
        #expect(outcome.flows.last?.isReachable == false)
        #expect(outcome.flows.last?.rateGbps == 0)
        #expect(outcome.flows[0].rateGbps > 0)
        let flows = isAlone ? [outcome.flows[0]] : outcome.flows
        let allocation = FlowAllocation(flows, in: outcome.network)
        #expect(allocation.maxUtilisation(in: outcome.network) <= 1 + 1e-9)
        if !isAlone, objective != "max-concurrent-flow" {
            for flow in outcome.flows {
                #expect(flow.rateGbps <= flow.demand.gbps * (1 + 1e-12))
            }
        }
        let isBounded = objective != "congestion-aware"
        #expect(outcome.gap.isNaN != isBounded)
        if objective.hasPrefix("max-c") || objective.hasPrefix("min") {
            #expect(outcome.gap <= 0.05 && outcome.ending == "gap-reached")
        }
    }
}
