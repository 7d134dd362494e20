import BenchSupport
import LaserMesh
import Orbits
import Routing

/// Times in Swift what `embedding.py` times in Python, on the same satellites, instants and pairs.
///
/// Workload A: 1,584 satellites of one shell at 1,440 steps of 60 s, position and velocity in TEME, into
/// planes that are used again and into new ones. Routes: pairs of satellites of the mesh at the epoch.
@main
struct BenchEmbedding {
    static func main() {
        let shell = Shell(
            name: "S1", planes: 72, slots: 22, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(39))
        let epoch = Instant(year: 2026, month: 8, day: 23, secondOfDay: 43_200)
        let constellation = Constellation(shell.elementSets(epoch: epoch))
        propagate(constellation, epoch)
        route(constellation, shell, epoch)
    }

    private static func propagate(_ constellation: Constellation, _ epoch: Instant) {
        guard let batch = constellation.sgp4Batch else { return }
        let instants = (0..<1_440).map { epoch.advanced(bySeconds: Double($0) * 60) }
        let layout = EphemerisLayout.satelliteMajor(instants: instants.count)
        var planes = EphemerisPlanes(
            satellites: batch.count, instants: instants.count, layout: layout)
        emit(
            "propagate", "ms",
            1e3
                * Measurement.best(of: 7) {
                    batch.states(at: instants, into: &planes)
                }, planes.x.reduce(0) { $0 + abs($1) })
        emit(
            "propagate-new", "ms",
            1e3
                * Measurement.best(of: 3) {
                    planes = batch.states(at: instants)
                }, planes.x.reduce(0) { $0 + abs($1) })
        let grid = UniformGrid(start: epoch, stepSeconds: 60)
        emit(
            "propagate-grid", "ms",
            1e3
                * Measurement.best(of: 7) {
                    batch.states(on: grid, steps: 0..<1_440, into: &planes)
                }, planes.x.reduce(0) { $0 + abs($1) })
    }

    private static func route(_ constellation: Constellation, _ shell: Shell, _ epoch: Instant) {
        let builder = MeshBuilder(topology: LinkList.plusGrid([shell]))
        let mesh = builder.mesh(of: constellation.positions(at: epoch), atSeconds: 0)
        var query = AStar()
        for (name, step) in [("neighbours", 1), ("same", 0)] {
            // Pairs a step apart along a plane, whose search takes a microsecond or two: what a call adds
            // shows best there.
            var sum = 0.0
            let time = Measurement.best(of: 2_000) {
                sum = 0
                for node in 0..<100 {
                    let route = query.route(in: mesh, from: NodeID(node), to: NodeID(node + step))
                    sum += route?.lengthKm ?? 0
                }
            }
            emit("route-\(name)", "us", 1e4 * time, sum)
        }
        var sum = 0.0
        let time = Measurement.best(of: 20) {
            sum = 0
            for node in 0..<200 {
                sum +=
                    query.route(in: mesh, from: NodeID(node), to: NodeID(1_583 - 3 * node))?
                    .lengthKm ?? 0
            }
        }
        emit("route-far", "us", 1e6 * time / 200, sum)
    }

    private static func emit(_ name: String, _ unit: String, _ value: Double, _ checksum: Double) {
        Measurement(name: name, unit: unit, value: value, checksum: checksum).print()
    }
}
