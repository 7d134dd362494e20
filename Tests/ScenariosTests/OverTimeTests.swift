import Foundation
import LaserMesh
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// The tables of routes over time of a small scenario.
@Suite struct OverTimeTests {
    static let pairs =
        "\npairs: [[London, New York], [London, McMurdo], ['Washington, D.C.', S1-0-0]]"

    /// Runs a scenario with two numbers of threads, expects the same bytes, and gives its tables.
    static func run(_ routing: String, in folder: TemporaryFolder) async throws -> [String:
        CSVTable]
    {
        var text = ExperimentTests.scenario + pairs + "\nrouting: \(routing)"
        text = text.replacing("duration_s: 120, step_s: 2.5", with: "duration_s: 40, step_s: 2.5")
        let experiment = try ExperimentTests.experiment(text, in: folder)
        var bytes: [[String: Data]] = []
        for threads in [1, 3] {
            let results = try ResultFolder(at: folder.path("out\(threads)"))
            try await RouteRun.run(
                experiment, into: results, control: RunControl(threads: threads))
            try results.finish(Manifest(program: "test"))
            var files: [String: Data] = [:]
            let path = folder.path("out\(threads)")
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                files[name] = try Data(
                    contentsOf: folder.url.appending(path: "out\(threads)/\(name)"))
            }
            bytes.append(files)
        }
        #expect(bytes[0] == bytes[1])
        var tables: [String: CSVTable] = [:]
        for name in bytes[0].keys where name.hasSuffix(".csv") {
            tables[name] = try CSVTable(contentsOf: folder.path("out1/\(name)"))
        }
        return tables
    }

    @Test func `exact intervals, lifetimes and policies`() async throws {
        let folder = try TemporaryFolder()
        let tables = try await Self.run(
            "{ intervals: exact, hold: { gain_ms: 1, for_s: 2, acquisition_s: 1 } }", in: folder)
        let intervals = try #require(tables["intervals.csv"])
        let latency = try #require(tables["latency.csv"])
        let starts = try intervals.doubles("start_s")
        let ends = try intervals.doubles("end_s")
        let routes = try intervals.optionalInts("route")
        let sources = try intervals.strings("source")
        let destinations = try intervals.strings("destination")
        let causes = try intervals.strings("cause")
        #expect(causes.count { $0 == "window" } == 3)
        #expect(zip(starts, ends).allSatisfy { $0 < $1 })
        // Each sample stands in an interval of its route.
        let times = try latency.doubles("time_s")
        let rtts = try latency.doubles("rtt_ms", allowing: .nan)
        let least = try intervals.doubles("min_rtt_ms", allowing: .nan)
        let greatest = try intervals.doubles("max_rtt_ms", allowing: .nan)
        let sampled = try latency.optionalInts("route")
        for row in 0..<latency.rowCount {
            let found =
                intervals.rowCount > 0
                ? starts.indices.first {
                    sources[$0] == (try? latency.strings("source")[row])
                        && destinations[$0] == (try? latency.strings("destination")[row])
                        && starts[$0] <= times[row] && times[row] < ends[$0]
                } : nil
            let interval = try #require(found)
            #expect(routes[interval] == sampled[row])
            if !rtts[row].isNaN {
                #expect(least[interval] <= rtts[row] + 1e-9)
                #expect(greatest[interval] >= rtts[row] - 1e-9)
            }
        }
        let known = try #require(tables["routes.csv"]).rowCount
        #expect(routes.compactMap { $0 }.allSatisfy { $0 < known })
        let reasons = try #require(tables["reasons.csv"])
        #expect(
            try reasons.strings("reason") == [
                "McMurdo has no satellite in sight at any time of the window"
            ])
        let lifetimes = try #require(tables["lifetimes.csv"])
        #expect(lifetimes.header == LifetimeTables.lifetimeColumns)
        #expect(lifetimes.rowCount == routes.compactMap { $0 }.count)
        #expect(try lifetimes.doubles("use_percent").allSatisfy { $0 > 0 && $0 < 100.001 })
        let policies = try #require(tables["policies.csv"])
        #expect(policies.rowCount == 3)
        let held = try policies.ints("changes")
        let best = try policies.ints("best_changes")
        #expect(zip(held, best).allSatisfy { $0 <= $1 })
        #expect(try #require(tables["held.csv"]).rowCount >= 3)
    }

    @Test func `packets in flight and parcels`() async throws {
        let folder = try TemporaryFolder()
        let tables = try await Self.run(
            "{ in_flight: true, parcel: { size_mbit: 20, expiry_s: 30 } }", in: folder)
        let flights = try #require(tables["flights.csv"])
        let frozen = try flights.doubles("latency_ms", allowing: .nan)
        let flown = try flights.doubles("flight_ms", allowing: .nan)
        let lost = try flights.strings("lost_from")
        for row in 0..<flights.rowCount where !frozen[row].isNaN {
            #expect(flown[row].isNaN != lost[row].isEmpty)
            if !flown[row].isNaN { #expect(abs(flown[row] - frozen[row]) < 0.01) }
        }
        #expect(frozen.contains { !$0.isNaN })
        let arrivals = try #require(tables["arrivals.csv"])
        #expect(arrivals.rowCount == flights.rowCount)
        let delays = try arrivals.doubles("delay_ms", allowing: .nan)
        let reasons = try arrivals.strings("reason")
        // 20 Mbit take 1 ms by radio and 0.2 ms by laser: a parcel is later than a packet.
        for row in 0..<arrivals.rowCount {
            #expect(delays[row].isNaN != reasons[row].isEmpty)
            if !delays[row].isNaN, !flown[row].isNaN { #expect(delays[row] > flown[row] + 1) }
        }
        #expect(delays.contains { !$0.isNaN })
    }

    @Test func `keys are checked`() throws {
        let base = ExperimentTests.scenario
        func message(_ routing: String) -> String {
            do throws(ScenarioError) {
                _ = try Scenario(text: base + "\nrouting: \(routing)", file: "f.yaml")
                return ""
            } catch {
                return error.message
            }
        }
        #expect(message("{ hold: { gain_ms: 1 } }").contains("beside 'intervals: exact' only"))
        #expect(
            message("{ intervals: exact, algorithm: least-hop }")
                .contains("'sampled' beside 'algorithm: least-hop'"))
        #expect(message("{ intervals: exactly }").contains("sampled"))
        #expect(message("{ parcel: { size_mbit: -1 } }").contains("megabits from 0"))
        #expect(message("{ intervals: exact, hold: { gain: 1 } }").contains("gain_ms"))
        #expect(message("{ intervals: exact, in_flight: true }").isEmpty)
    }
}
