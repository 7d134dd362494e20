import BenchSupport
import Foundation
import LaserMesh
import Routing

/// One mesh and its whole forwarding state, once, with the memory that this takes.
enum ScaleBench {
    static func run(_ network: Network, atStart: Int) {
        let count = Double(network.constellation.count)
        func emit(_ name: String, _ seconds: Double, checksum: Double) {
            Measurement(
                name: "scale-\(network.name)-\(name)", unit: "us/satellite",
                value: seconds * 1e6 / count, checksum: checksum
            ).print()
        }
        // Once before it counts, so that no memory is new to the process.
        var positions = network.positions(second: 0)
        let propagation = Measurement.best(of: 2) { positions = network.positions(second: 1) }
        emit("propagation", propagation, checksum: positions.x[0])
        var mesh = network.builder.mesh(of: positions, atSeconds: 1)
        let building = Measurement.best(of: 2) {
            mesh = network.builder.mesh(of: positions, atSeconds: 1)
        }
        emit("mesh", building, checksum: Double(mesh.linkCount))
        var reached = 0
        let forwarding = Measurement.best(of: 2) {
            let state = ForwardingState(of: mesh, shells: network.shells)
            reached = state.destinations.count { state.nextHop(from: NodeID(0), to: $0) != nil }
        }
        emit("forwarding", forwarding, checksum: Double(reached))
        Measurement(
            name: "scale-\(network.name)-memory", unit: "bytes/satellite",
            value: Double(peakBytes() - atStart) / count, checksum: count
        ).print()
    }

    /// The most memory that the process has held [bytes]; zero where the system does not tell.
    static func peakBytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1_024 } ?? 0
    }
}
