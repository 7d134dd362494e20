import LaserMesh
import Orbits
import Synchronization

/// Opens the scenarios of a sweep, and keeps what many of them have in common: satellites and
/// station tables are read once.
final class SweepInputs: Sendable {
    private struct Satellites: Sendable {
        let source: SatelliteSource
        let files: InputFiles
    }

    private let satellites = Mutex<[ScenarioTree: Satellites]>([:])
    private let stations = Mutex<[ScenarioTree: [GroundStation]]>([:])

    /// Kept sets of satellites, and as many tables; an axis of the constellation has a new one in
    /// every run, of which none is wanted again.
    private static let mostKept = 16

    /// Opens a scenario whose tree is known.
    func experiment(_ scenario: Scenario, tree: ScenarioTree) throws -> Experiment {
        // Positions that are given stand over the scenario's Earth.
        let constellation = ScenarioTree.list(
            [tree["epoch"], tree["constellation"], tree["ground"]?["earth"]].map {
                $0 ?? .scalar("")
            })
        let known = try satellites(of: scenario, key: constellation)
        var files = known.files
        var scenario = scenario
        if case .file = scenario.ground.stations, let table = tree["ground"]?["stations"] {
            // The names of satellites are part of the check that names are unique.
            let key = ScenarioTree.list([constellation, table])
            let listed: [GroundStation]
            if let kept = stations.withLock({ $0[key] }) {
                listed = kept
            } else {
                listed = try StationSource.placed(
                    scenario.ground.stations, satelliteNames: known.source.names, &files)
                stations.withLock { Self.keep(listed, under: key, in: &$0) }
            }
            let place = ScenarioPlace(file: scenario.file, line: nil, path: "ground.stations")
            scenario.ground.stations = .listed(listed.map { ($0, place) })
        }
        return try Experiment(scenario, known.source, &files)
    }

    private func satellites(of scenario: Scenario, key: ScenarioTree) throws -> Satellites {
        if let kept = satellites.withLock({ $0[key] }) { return kept }
        var files = InputFiles(beside: scenario.file)
        let source = try SatelliteSource(scenario.constellation, scenario: scenario, &files)
        let opened = Satellites(source: source, files: files)
        satellites.withLock { Self.keep(opened, under: key, in: &$0) }
        return opened
    }

    private static func keep<Value>(
        _ value: Value, under key: ScenarioTree, in kept: inout [ScenarioTree: Value]
    ) {
        if kept.count >= mostKept { kept.removeAll() }
        kept[key] = value
    }
}
