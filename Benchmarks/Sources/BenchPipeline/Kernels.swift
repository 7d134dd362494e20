import Foundation
import LaserMesh
import Orbits
import Routing
import Scenarios

/// Single kernels, for counting their instructions.
enum Kernels {
    static func run(_ name: String, of experiment: Experiment, repeats: Int) throws {
        let instant = experiment.instant(atSeconds: 0)
        var positions = PositionPlanes(count: experiment.constellation.count)
        experiment.constellation.positions(at: instant, into: &positions) { _, _ in }
        switch name {
        case "positions":
            for repetition in 0..<repeats {
                let next = experiment.instant(atSeconds: Double(repetition))
                experiment.constellation.positions(at: next, into: &positions) { _, _ in }
            }
        case "mesh":
            for _ in 0..<repeats { _ = experiment.builder.mesh(of: positions, atSeconds: 0) }
        case "one-to-all":
            let mesh = experiment.builder.mesh(of: positions, atSeconds: 0)
            var query = OneToAll(rules: experiment.scenario.routing)
            for _ in 0..<repeats {
                query.search(in: mesh, from: NodeID(mesh.satelliteCount))
            }
        case "forwarding":
            let solver = BlockSolver(experiment)
            for repetition in 0..<repeats {
                let first = repetition % 2 * 8
                solver.solve(first..<first + 8, to: experiment.stationNodes)
            }
        default: throw CocoaError(.featureUnsupported)
        }
    }
}
