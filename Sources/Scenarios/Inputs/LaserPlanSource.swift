import LaserMesh
import Orbits

/// Plans the lasers of a scenario where terminals are counted, turn or take time.
enum LaserPlanSource {
    /// Instants that are propagated together.
    private static let blockSize = 16

    /// The timetable of a scenario's lasers over its window, and how many were acquired.
    ///
    /// - Complexity: O(instants · (satellites + links)).
    static func plan(
        _ topology: any Topology, _ rules: LaserRules, _ terminals: LaserTerminals,
        _ scenario: Scenario, _ constellation: Constellation, epoch: Instant
    ) -> (timetable: LinkTimetable, acquisitions: Int) {
        let window = scenario.window
        let start = window.seconds(at: 0)
        let grid = TimeGrid(
            startS: start, durationS: max(window.endS - start, 1e-9),
            stepS: scenario.lasers.planning.decisionStepS)
        var planner = LaserPlanner(topology: topology, rules: rules, terminals: terminals)
        let count = constellation.count
        var positions = PositionPlanes(count: count)
        var velocities = PositionPlanes(count: count)
        for first in stride(from: 0, to: grid.count, by: blockSize) {
            let block = first..<min(grid.count, first + blockSize)
            var states = EphemerisPlanes(
                satellites: count, instants: block.count,
                layout: .satelliteMajor(instants: block.count))
            constellation.states(
                at: block.map { epoch.advanced(bySeconds: grid.seconds(at: $0)) },
                frame: .earthFixed, into: &states)
            for index in block {
                for satellite in 0..<count {
                    let state = states[satellite, index - first]
                    positions[satellite] = state.positionKm
                    velocities[satellite] = state.velocityKmPerS
                }
                planner.decide(
                    atSeconds: grid.seconds(at: index), satellites: positions,
                    velocities: velocities)
            }
        }
        return (planner.timetable(), planner.acquisitions)
    }
}
