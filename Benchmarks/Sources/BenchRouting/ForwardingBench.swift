import BenchSupport
import LaserMesh
import Orbits
import Routing

/// The whole forwarding state: next hop of every node to every city.
enum ForwardingBench {
    static func run(_ network: Network, stepS: Double) {
        let blocks = network.constellation.count > 10_000 ? 2 : 4
        for (name, precision, width) in [
            ("f64", BatchForwarding.Precision.exact, 8), ("u32", .fast, 16),
        ] {
            let batches = (0..<blocks).map { block in
                MeshBatch(
                    (0..<width).map { network.mesh(second: Double(block * width + $0) * stepS) })
            }
            for scope in [BatchForwardingState.CostScope.stations, .all] {
                var engine = BatchForwarding(precision: precision)
                var state = BatchForwardingState()
                engine.solve(batches[0], keepingCosts: scope, into: &state)
                if precision == .exact { check(state, batches[0]) }
                let runs = network.constellation.count > 10_000 ? 3 : 12
                let time = Measurement.best(of: runs) {
                    for batch in batches {
                        engine.solve(batch, keepingCosts: scope, into: &state)
                    }
                }
                engine.solve(batches[0], keepingCosts: scope, into: &state)
                var sum = 0.0
                for node in batches[0].stations {
                    for place in state.destinations.indices {
                        let cost = state.costKm(from: NodeID(node), to: place, at: 0)
                        if cost < .infinity { sum += cost }
                    }
                }
                Measurement(
                    name: "forwarding-\(network.name)-\(name)-\(scope)", unit: "ms/snapshot",
                    value: time * 1_000 / Double(blocks * width), checksum: sum
                ).print()
            }
        }
        single(network)
    }

    /// One snapshot: destination by destination, and swept over the shells.
    private static func single(_ network: Network) {
        let mesh = network.mesh(second: 0)
        for (name, shells) in [("plain", []), ("sweeps", network.shells)] {
            var state = ForwardingState(of: mesh, shells: shells)
            let time = Measurement.best(of: network.constellation.count > 10_000 ? 2 : 5) {
                state = ForwardingState(of: mesh, shells: shells)
            }
            var sum = 0.0
            for goal in state.destinations {
                for node in mesh.stations {
                    sum += state.costKm(from: NodeID(node), to: goal) ?? 0
                }
            }
            Measurement(
                name: "snapshot-\(network.name)-\(name)", unit: "ms/snapshot",
                value: time * 1_000, checksum: sum
            ).print()
        }
    }

    private static func check(_ state: BatchForwardingState, _ batch: MeshBatch) {
        for instant in [0, batch.instantCount - 1] {
            let plain = ForwardingState(of: batch.mesh(at: instant))
            for (place, goal) in plain.destinations.enumerated() {
                for index in 0..<plain.nodeCount {
                    let node = NodeID(index)
                    precondition(
                        state.nextHop(from: node, to: place, at: instant)
                            == plain.nextHop(from: node, to: goal), "next hops differ")
                    guard state.costNodes.contains(index) else { continue }
                    precondition(
                        state.costKm(from: node, to: place, at: instant)
                            == plain.costKm(from: node, to: goal) ?? .infinity, "costs differ")
                }
            }
        }
    }

    static func text(_ mesh: Mesh) -> String {
        var text = "\(mesh.satelliteCount) \(mesh.nodeCount) \(mesh.linkCount)\n"
        for link in mesh.links {
            text += "\(link.a.rawValue) \(link.b.rawValue) \(link.lengthKm)\n"
        }
        return text
    }
}
