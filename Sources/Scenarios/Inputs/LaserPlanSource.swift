import LaserMesh
import Orbits

/// Plans the lasers of a scenario where a choice depends on the one before, or on what is to come.
enum LaserPlanSource {
    /// Instants that are propagated together, about.
    private static let blockSize = 16

    /// The timetable of a scenario's lasers over its window.
    ///
    /// Decisions are made one after another, however many threads there are.
    ///
    /// - Parameters:
    ///   - decider: Who decides.
    ///   - stations: The ground stations, which a decider may look at.
    /// - Complexity: O(instants · (satellites + links)), and what the decisions take.
    static func timetable(
        _ decider: some LaserDeciding, _ scenario: Scenario, _ constellation: Constellation,
        stations: [GroundStation], epoch: Instant
    ) -> LinkTimetable {
        let window = scenario.window
        let start = window.seconds(at: 0)
        let step = scenario.lasers.planning.decisionStepS
        // Terminals that cannot point everywhere may cease to after the last decision of the window.
        let beyond = scenario.lasers.planning.terminals?.areRestricted == true ? step : 0
        let grid = TimeGrid(
            startS: start, durationS: max(window.endS - start, 1e-9) + beyond, stepS: step)
        var decider = decider
        let ground = MeshBuilder(
            topology: LinkList.none, stations: stations,
            on: scenario.ground.earth.ellipsoid)
        let looks = [0] + decider.aheadS
        let together = max(1, blockSize / looks.count)
        for first in stride(from: 0, to: grid.count, by: together) {
            let decisions = (first..<min(grid.count, first + together)).map { grid.seconds(at: $0) }
            let states = states(
                of: constellation, epoch: epoch,
                atSeconds: decisions.flatMap { now in looks.map { now + $0 } })
            for (index, now) in decisions.enumerated() {
                let from = index * looks.count
                decider.decide(
                    states[from], ahead: Array(states[from + 1..<from + looks.count]),
                    stations: stations.indices.map {
                        ground.observer($0, atSeconds: now).position.km
                    })
            }
        }
        return decider.timetable()
    }

    private static func states(
        of constellation: Constellation, epoch: Instant, atSeconds seconds: [Double]
    ) -> [SatelliteStates] {
        let count = constellation.count
        var planes = EphemerisPlanes(
            satellites: count, instants: seconds.count,
            layout: .satelliteMajor(instants: seconds.count))
        constellation.states(
            at: seconds.map { epoch.advanced(bySeconds: $0) }, frame: .earthFixed, into: &planes)
        return seconds.indices.map { instant in
            var states = SatelliteStates(
                seconds: seconds[instant], positions: PositionPlanes(count: count),
                velocities: PositionPlanes(count: count))
            for satellite in 0..<count {
                let state = planes[satellite, instant]
                states.positions[satellite] = state.positionKm
                states.velocities[satellite] = state.velocityKmPerS
            }
            return states
        }
    }
}
