import BenchSupport
import Foundation
import Scenarios

/// What a run of a sweep takes when its scenario is in memory, on one thread: `BenchSweep SWEEP [RUNS]`.
///
/// The work is what `helio-route` would do as well: to open the scenario, with satellites and stations that
/// are known from other runs, and to compute its tables. Besides stands what it takes to make the
/// scenario of the values of the run.
@main struct BenchSweep {
    static func main() throws {
        let arguments = CommandLine.arguments
        let plan = try SweepPlan(Sweep(contentsOf: arguments[1]))
        let wanted = arguments.count > 2 ? Int(arguments[2]) ?? plan.runs.count : plan.runs.count
        let runner = SweepRunner(plan, folder: SweepFolder("."))
        let step = max(1, plan.runs.count / wanted)
        var (scenarioS, openS, tablesS, bytes, count) = (0.0, 0.0, 0.0, 0, 0)
        for place in stride(from: 0, to: plan.runs.count, by: step) {
            let run = plan.runs[place]
            let start = cpuSeconds()
            _ = try plan.scenario(of: run)
            let made = cpuSeconds()
            let experiment = try runner.experiment(of: run)
            let opened = cpuSeconds()
            let tables = try SweepTables.run(experiment, keep: plan.sweep.keep)
            let done = cpuSeconds()
            // The first one fills what all have in common.
            guard place > 0 else { continue }
            bytes += tables.values.reduce(0) { $0 + $1.bytes.count }
            scenarioS += made - start
            // It is made a second time to be opened.
            openS += opened - made - (made - start)
            tablesS += done - opened
            count += 1
        }
        for (name, seconds) in [("scenario", scenarioS), ("open", openS), ("tables", tablesS)] {
            Measurement(
                name: "sweep-\(name)", unit: "ms/run", value: 1_000 * seconds / Double(count),
                checksum: Double(bytes)
            ).print()
        }
    }

    /// Processor time of this thread [s].
    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
