import BenchSupport
import Foundation
import LaserMesh
import Orbits
import Results
import Routing
import Scenarios

/// Times the way from a scenario to its forwarding state, with and without writing it.
///
/// ```
/// BenchPipeline --scenario FILE [--write-inputs FOLDER | --solve | --threads | --kernel NAME]
///               [--repeats N]
/// ```
///
/// `--write-inputs` writes what the peers start from, and the next hops that they should find.
/// `--solve` only solves: positions, meshes, next hops of all nodes and costs between stations, in
/// working memory. `--threads` runs helio-forward's and helio-route's work on one thread and on two. `--kernel` runs one kernel that often and prints nothing, to count its instructions.
@main
struct BenchPipeline {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String) -> String? {
            guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else {
                return nil
            }
            defer { arguments.removeSubrange(at...at + 1) }
            return arguments[at + 1]
        }
        guard let path = option("--scenario") else { throw CocoaError(.fileNoSuchFile) }
        let experiment = try Experiment(Scenario(contentsOf: path))
        let isThreads = arguments.contains("--threads")
        let repeats = option("--repeats").flatMap { Int($0) } ?? 3
        if let folder = option("--write-inputs") {
            try PeerInputs.write(experiment, into: folder)
        } else if let kernel = option("--kernel") {
            try Kernels.run(kernel, of: experiment, repeats: repeats)
        } else if arguments.contains("--solve") {
            solve(experiment, repeats: repeats)
        } else if isThreads {
            try await compareThreads(experiment, repeats: repeats)
        } else {
            try await measure(experiment, repeats: repeats)
        }
    }

    private static func solve(_ experiment: Experiment, repeats: Int) {
        let count = experiment.window.count
        for (name, precision, lanes) in [
            ("f64", BatchForwarding.Precision.exact, 8), ("u32", .fast, 16),
        ] {
            let solver = BlockSolver(experiment, precision: precision)
            let stations = experiment.stationNodes
            var sum = 0.0
            var least = Double.infinity
            for _ in 0..<repeats {
                var time = 0.0
                sum = 0
                for first in stride(from: 0, to: count, by: lanes) {
                    let instants = first..<min(first + lanes, count)
                    let start = ContinuousClock.now
                    solver.solve(instants, to: stations)
                    time += milliseconds(since: start)
                    sum += Self.sum(solver.forwarding, between: stations)
                }
                least = min(least, time)
            }
            Measurement(
                name: "snapshot-\(experiment.scenario.name)-\(name)", unit: "ms/snapshot",
                value: least / Double(count), checksum: sum
            ).print()
        }
    }

    /// The sum of the one-way latencies of all pairs of stations that have one [ms].
    private static func sum(_ state: BatchForwardingState, between stations: [NodeID]) -> Double {
        var km = 0.0
        for instant in 0..<state.instantCount {
            for place in stations.indices {
                for node in stations {
                    let cost = state.costKm(from: node, to: place, at: instant)
                    if cost < .infinity { km += cost }
                }
            }
        }
        return km * 1_000 / Physics.speedOfLightKmPerS
    }

    private static func compareThreads(_ experiment: Experiment, repeats: Int) async throws {
        for threads in [1, 2] {
            for latency in [true, false] {
                try await measureRun(
                    experiment, threads: threads, latency: latency, repeats: repeats)
            }
            try await measureRun("routes", experiment, threads: threads, repeats: repeats) {
                try await RouteRun.run(
                    experiment, into: $0, control: RunControl(threads: threads))
            }
        }
    }

    private static func measure(_ experiment: Experiment, repeats: Int) async throws {
        for threads in [1, 2] {
            for latency in [true, false] {
                try await measureRun(
                    experiment, threads: threads, latency: latency, repeats: repeats)
            }
        }
    }

    private static func measureRun(
        _ experiment: Experiment, threads: Int, latency: Bool, repeats: Int
    ) async throws {
        try await measureRun(
            latency ? "written" : "hops", experiment, threads: threads, repeats: repeats
        ) {
            try await ForwardRun.run(
                experiment, format: .netcdf, hasLatency: latency, into: $0,
                control: RunControl(threads: threads))
        }
    }

    private static func measureRun(
        _ name: String, _ experiment: Experiment, threads: Int, repeats: Int,
        _ run: (ResultFolder) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "heliograph-bench-\(UUID().uuidString)").path
        func clear() { try? FileManager.default.removeItem(atPath: path) }
        defer { clear() }
        var least = Double.infinity
        for _ in 0..<repeats {
            clear()
            let start = ContinuousClock.now
            let folder = try ResultFolder(at: path, force: false)
            try await run(folder)
            try experiment.finish(folder, program: "heliograph-bench")
            least = min(least, milliseconds(since: start))
        }
        Measurement(
            name: "\(name)-\(experiment.scenario.name)-\(threads)-threads",
            unit: "ms/snapshot", value: least / Double(experiment.window.count),
            checksum: try checksum(in: path)
        ).print()
    }

    /// The sum of all latencies or round-trip times that a run has written; of next hops alone, that
    /// of their numbers.
    private static func checksum(in folder: String) throws -> Double {
        guard FileManager.default.fileExists(atPath: folder + "/forwarding.nc") else {
            let table = try CSVTable(bytes: InputFile.bytes(of: folder + "/latency.csv"), file: "")
            return try table.strings("rtt_ms").reduce(0) { sum, text in
                Double(text).map { $0.isNaN ? sum : sum + $0 } ?? sum
            }
        }
        let file = try NetCDFReader(path: folder + "/forwarding.nc")
        if let latencies = try? file.values(of: "latency_ms", as: Float.self) {
            return sum(latencies)
        }
        return try file.values(of: "next_hop", as: Int16.self).reduce(0) { $0 + Double($1) }
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) * 1e3 + Double(time.attoseconds) * 1e-15
    }

    /// The sum of all latencies that there are.
    private static func sum(_ latencies: [Float]) -> Double {
        latencies.reduce(0) { $1.isNaN ? $0 : $0 + Double($1) }
    }
}
