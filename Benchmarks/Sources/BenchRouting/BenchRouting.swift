import Foundation
import LaserMesh
import Orbits
import Routing

/// Times the routing engines, after it has checked their answers.
///
/// `BenchRouting CITIES [A|B|C|100k|1M] [STEP_S] [--export FILE | --scale | --choice | --kinds]`:
/// `--export` only writes the mesh at the first instant to the file, for the peers, and with `--kinds`
/// that at 15 s; `--scale` measures one mesh and its whole forwarding state, and the memory that they
/// take; `--choice` the routes of few and of many pairs, one by one and together; `--kinds` each kind
/// of route.
@main
enum BenchRouting {
    static func main() throws {
        let atStart = ScaleBench.peakBytes()
        var arguments = Array(CommandLine.arguments.dropFirst())
        var export: String?
        if let place = arguments.firstIndex(of: "--export"), place + 1 < arguments.count {
            export = arguments[place + 1]
            arguments.removeSubrange(place...(place + 1))
        }
        let isScale = arguments.last == "--scale"
        let isChoice = arguments.last == "--choice"
        let isOfKinds = arguments.last == "--kinds"
        if isScale || isChoice || isOfKinds { arguments.removeLast() }
        guard let path = arguments.first else { throw CocoaError(.fileNoSuchFile) }
        let size = arguments.count > 1 ? arguments[1] : "A"
        let step = arguments.count > 2 ? Double(arguments[2]) ?? 1 : 1
        guard let network = Network.named(size, stations: try Network.cities(path, count: 100))
        else { throw CocoaError(.featureUnsupported) }
        if let export {
            try ForwardingBench.text(network.mesh(second: isOfKinds ? 15 : 0)).write(
                toFile: export, atomically: true, encoding: .utf8)
            return
        }
        if isScale {
            ScaleBench.run(network, atStart: atStart)
            return
        }
        if isChoice {
            ChoiceBench.run(network)
            return
        }
        if isOfKinds {
            KindsBench.run(network)
            return
        }
        PairBench.run(network)
        PairBench.buildMeshes(network, stepS: step)
        ForwardingBench.run(network, stepS: step)
    }
}
