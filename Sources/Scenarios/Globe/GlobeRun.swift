import LaserMesh
import Orbits
import Results
import Routing

/// The globe scene of a result folder: its scenario propagated, and the routes of its tables.
public enum GlobeRun {
    /// How many series are shown where no pair is named.
    static let greatestSeries = 8

    /// How many stations are shown where no pair is.
    static let greatestStations = 100

    /// Makes the scene.
    ///
    /// Routes are those of `latency.csv` and `routes.csv` where the folder has them, and else those
    /// that the mesh of each frame has for the pairs of the scenario. Stations are the ends of the
    /// pairs and those that routes pass; without a pair, the first hundred.
    ///
    /// - Parameters:
    ///   - folder: The result folder.
    ///   - results: Its scenario.
    ///   - pairs: The pairs that are shown, by name; the first eight where none is named.
    ///   - stepS: The time between frames [s]; `nil` for about a hundred of them, no more than a
    ///     minute apart, and up to four minutes where the page would else be large.
    ///   - land: The outlines of land.
    ///   - control: How to go about it.
    /// - Throws: `GlobeError`, `FigureError` for tables that are not what they should be,
    ///   ``ScenarioError``.
    public static func scene(
        folder: String, _ results: ResultScenario,
        pairs: [(source: String, destination: String)] = [], stepS: Double? = nil,
        land: [[SIMD2<Double>]] = [], control: RunControl = RunControl()
    ) async throws -> GlobeScene {
        try await scene(
            of: results.experiment, origin: results.origin, folder: folder, pairs: pairs,
            stepS: stepS, land: land, control: control)
    }

    /// Makes the scene of a scenario, whose routes are found for its pairs.
    static func scene(
        of experiment: Experiment, stepS: Double? = nil, control: RunControl = RunControl()
    ) async throws -> GlobeScene {
        try await scene(
            of: experiment, origin: "Heliograph \(HeliographVersion.string)", folder: nil,
            stepS: stepS, control: control)
    }

    private static func scene(
        of experiment: Experiment, origin: String, folder: String?,
        pairs: [(source: String, destination: String)] = [], stepS: Double?,
        land: [[SIMD2<Double>]] = [], control: RunControl
    ) async throws -> GlobeScene {
        guard experiment.window.count > 0 else {
            throw GlobeError.emptyWindow(folder: folder ?? experiment.scenario.file)
        }
        let sought = try GlobeRoutes(folder: folder, experiment, pairs: pairs)
        let stations =
            sought.stations ?? Array(experiment.stations.indices.prefix(greatestStations))
        let count = experiment.constellation.count
        let times = frameTimes(experiment, nodes: count + stations.count, stepS: stepS)
        var nodeOfStation: [Int: Int] = [:]
        for (place, station) in stations.enumerated() { nodeOfStation[station] = count + place }
        func node(_ index: Int) -> Int {
            index < count ? index : nodeOfStation[index - count] ?? index
        }
        var scene = GlobeScene(
            name: experiment.scenario.name, origin: origin, epoch: experiment.epoch,
            timesS: times,
            nodes: experiment.satelliteNames + stations.map { experiment.stations[$0].name },
            satelliteCount: count,
            positions: Array(
                repeating: PositionPlanes(count: count + stations.count), count: times.count),
            sun: Array(repeating: SIMD3(1, 0, 0), count: times.count))
        var collector = SpellCollector()
        var routes = sought
        let wanted = sought.searched
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 1)
        try await pipeline.run(count: times.count) { block in
            GlobeFrame(
                experiment, atSeconds: times[block.lowerBound], stations: stations, pairs: wanted)
        } take: { frame, block in
            let index = block.lowerBound
            for satellite in 0..<count {
                scene.positions[index][satellite] = frame.positions[satellite]
            }
            for (place, station) in stations.enumerated() {
                scene.positions[index][count + place] = frame.positions[count + station]
            }
            scene.sun[index] = frame.sun
            collector.add(frame, at: index, node: node)
            routes.add(frame.routes, atSeconds: times[index])
            control.progress(1)
        }
        collector.finish()
        scene.links = collector.links
        scene.spells = collector.spells
        scene.reasons = collector.reasons
        scene.series = routes.series
        scene.routes = routes.routes.map { $0.map(node) }
        scene.land = land
        return scene
    }

    /// How many frames ``scene(folder:_:pairs:stepS:land:control:)`` looks at, for a progress bar.
    public static func frameCount(_ results: ResultScenario, stepS: Double? = nil) -> Int {
        frameCount(of: results.experiment, stepS: stepS)
    }

    /// The same of a scenario.
    static func frameCount(of experiment: Experiment, stepS: Double? = nil) -> Int {
        guard experiment.window.count > 0 else { return 0 }
        return frameTimes(experiment, nodes: experiment.constellation.count, stepS: stepS).count
    }

    /// The frames: evenly from the first instant of the window to the last.
    private static func frameTimes(_ experiment: Experiment, nodes: Int, stepS: Double?) -> [Double]
    {
        let window = experiment.window
        let first = window.seconds(at: 0)
        let span = window.seconds(at: window.count - 1) - first
        guard span > 0 else { return [first] }
        // About 4 MB of places, at six bytes each.
        let affordable = max(1, 4_000_000 / (6 * max(1, nodes)))
        let step = stepS ?? max(min(60, span / 96), min(240, span / Double(affordable)))
        let steps = max(1, Int((span / step).rounded(.up)))
        return (0...steps).map { first + span * Double($0) / Double(steps) }
    }
}
