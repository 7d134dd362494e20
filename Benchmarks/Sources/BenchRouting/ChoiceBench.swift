import BenchSupport
import LaserMesh
import Orbits
import Routing

/// The routes of some pairs at eight instants, meshes included: pair by pair, and together. What
/// ``SearchChoice`` goes by.
enum ChoiceBench {
    static func run(_ network: Network) {
        let planes = (0..<8).map { network.positions(second: Double($0)) }
        let stations = network.builder.observers.count
        for count in [1, 10, 100] {
            // Each pair to another destination, which is the worst case for the batch.
            let pairs = (0..<count).map { index in
                NodePair(
                    source: NodeID(planes[0].count + (index * 37 + 11) % stations),
                    destination: NodeID(planes[0].count + index))
            }
            let ends = Set(pairs.flatMap { [$0.source.index, $0.destination.index] })
                .map { $0 - planes[0].count }.sorted()
            var plain: [Route?] = []
            var query = PairRoutes(pairs)
            let single = Measurement.best(of: 5) {
                plain = []
                for (second, positions) in planes.enumerated() {
                    let mesh = network.builder.mesh(
                        of: positions, atSeconds: Double(second), linking: ends)
                    plain += query.routes(in: mesh)
                }
            }
            var builder = MeshBatchBuilder(network.builder)
            var batch = MeshBatch()
            var engine = BatchForwarding()
            var state = BatchForwardingState()
            var found: [[Route?]] = []
            let together = Measurement.best(of: 5) {
                builder.build(
                    PositionBlock(planes, atSeconds: planes.indices.map(Double.init)), into: &batch)
                engine.solve(batch, to: pairs.map(\.destination), into: &state)
                found = pairs.enumerated().map { place, pair in
                    state.routes(from: pair.source, to: place, in: batch)
                }
            }
            for second in planes.indices {
                for pair in pairs.indices {
                    precondition(found[pair][second] == plain[second * count + pair])
                }
            }
            for (name, time) in [("pairs", single), ("together", together)] {
                Measurement(
                    name: "choice-\(network.name)-\(count)-\(name)", unit: "us/instant",
                    value: time * 1e6 / Double(planes.count)
                ).print()
            }
        }
    }
}
