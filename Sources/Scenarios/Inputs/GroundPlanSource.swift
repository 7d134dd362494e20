import LaserMesh
import Orbits

/// Plans which satellites the ground stations of a scenario use, where they choose at instants of
/// their own.
enum GroundPlanSource {
    /// How far beyond the window a station looks for the end of a pass [s].
    private static let lookAheadS = 7_200.0

    /// The plan for a scenario's window; `nil` where each instant stands for itself.
    ///
    /// - Complexity: O(instants of choice · satellites · stations).
    static func plan(
        _ builder: MeshBuilder, _ scenario: Scenario, _ constellation: Constellation,
        epoch: Instant
    ) -> GroundPlan? {
        let keys = scenario.ground.reassignment
        let instants = keys.instants(for: scenario.window, epoch: epoch)
        guard let last = instants.last, let period = keys.periodS, !builder.observers.isEmpty
        else { return nil }
        var planner = GroundPlanner(builder)
        var positions = PositionPlanes(count: constellation.count)
        func look(_ seconds: Double, isChoice: Bool) {
            constellation.positions(at: epoch.advanced(bySeconds: seconds), into: &positions)
            planner.look(at: positions, atSeconds: seconds, isChoice: isChoice)
        }
        for seconds in instants { look(seconds, isChoice: true) }
        var ahead = last + period
        while planner.wantsMore, ahead < last + lookAheadS {
            look(ahead, isChoice: false)
            ahead += period
        }
        return planner.plan(satelliteCount: constellation.count)
    }
}
