import LaserMesh
import Orbits
import Results
import Routing

/// Writes a scenario as a directory of network state that Hypatia's ns-3 module reads.
///
/// Beside the files that do not change (`HypatiaNetwork`) there is a folder
/// `dynamic_state_<step>ms_for_<duration>s` with `fstate_<t>.txt` and `gsl_if_bandwidth_<t>.txt` for
/// every instant, t in nanoseconds; after the first instant they hold changes only, and are empty
/// where there is none.
public enum HypatiaExport {
    /// What a block of instants gives.
    private struct Block: Sendable {
        let rows: ForwardingRows
        /// For each instant the satellite of each station, where stations are paired.
        let pairing: [[Int32]]
    }

    /// Finds the forwarding state at every instant and writes all files.
    ///
    /// - Parameters:
    ///   - experiment: The scenario; its pairs do not matter.
    ///   - algorithm: Who may relay, and to whom a station speaks.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    /// - Throws: ``ExchangeError`` for a scenario that the files cannot hold, `ResultError` when they
    ///   cannot be written.
    public static func run(
        _ experiment: Experiment, algorithm: HypatiaAlgorithm, into folder: ResultFolder,
        control: RunControl = RunControl()
    ) async throws {
        try experiment.requireNoStops()
        let experiment = algorithm.adapted(experiment)
        let network = try HypatiaNetwork(experiment, algorithm)
        let name = try stateFolderName(of: experiment.window)
        try folder.write(try network.elementText(), to: "tles.txt")
        try folder.write(network.stationText(), to: "ground_stations.txt")
        try folder.write(network.laserText(), to: "isls.txt")
        try folder.write(network.interfaceText(), to: "gsl_interfaces_info.txt")
        try folder.write(network.descriptionText(), to: "description.txt")

        let series = try folder.series(name)
        var states = HypatiaStates(
            HypatiaInterfaces(
                network.lasers, satelliteCount: experiment.constellation.count,
                hasInterfacePerStation: algorithm.hasInterfacePerStation),
            satelliteCount: experiment.constellation.count,
            stationCount: experiment.stations.count)
        let nodes = experiment.nodeCount
        let spares = Spares { ForwardingRows(nodes: nodes, hasLatency: false) }
        let blockSize = ForwardRun.blockSize(
            nodes: experiment.nodeCount, destinations: experiment.stations.count)
        try await BlockPipeline(threads: control.threads, blockSize: blockSize).run(
            count: experiment.window.count
        ) {
            BlockSolver(experiment)
        } work: { solver, instants in
            let block = ForwardBlock(instants, by: solver, into: spares.take())
            let isPaired = algorithm == .pairedManyOnlyOverISLs
            return Block(
                rows: block.rows,
                pairing: isPaired ? instants.map { pairing(of: experiment, at: $0) } : [])
        } take: { block, instants in
            defer { spares.put(block.rows) }
            for (place, instant) in instants.enumerated() {
                let time = experiment.window.nanoseconds(at: instant)
                try series.write(
                    states.forwarding(block.rows.nextHop, at: place), to: "fstate_\(time).txt")
                try series.write(
                    block.pairing.isEmpty
                        ? states.freeBandwidths(isFirst: instant == 0)
                        : states.pairedBandwidths(block.pairing[place]),
                    to: "gsl_if_bandwidth_\(time).txt")
            }
            control.progress(instants.count)
        }
        series.finish()
    }

    /// The satellite of each station at an instant of the window, −1 for none.
    private static func pairing(of experiment: Experiment, at instant: Int) -> [Int32] {
        let mesh = experiment.mesh(atSeconds: experiment.window.seconds(at: instant)).mesh
        return mesh.stations.map { station in
            mesh.row(of: NodeID(station)).first.map { mesh.neighbour[$0] } ?? -1
        }
    }

    /// The name of the folder of a window, which says its step in whole milliseconds and its
    /// length in whole seconds.
    private static func stateFolderName(of window: TimeGrid) throws(ExchangeError) -> String {
        let step = window.nanoseconds(at: 1) - window.nanoseconds(at: 0)
        let duration = step * window.count
        guard window.nanoseconds(at: 0) == 0 else {
            throw .cannotSay(
                form: .hypatia,
                found: "a window from \(window.seconds(at: 0)) s",
                expected: "one from 0 s, the epoch")
        }
        guard step % 1_000_000 == 0 else {
            throw .cannotSay(
                form: .hypatia,
                found: "steps of \(Double(step) / 1e9) s", expected: "steps of whole milliseconds")
        }
        guard duration > 0, duration % 1_000_000_000 == 0 else {
            throw .cannotSay(
                form: .hypatia,
                found: "instants over \(Double(duration) / 1e9) s",
                expected: "a window of whole seconds, and of one at least")
        }
        return "dynamic_state_\(step / 1_000_000)ms_for_\(duration / 1_000_000_000)s"
    }
}
