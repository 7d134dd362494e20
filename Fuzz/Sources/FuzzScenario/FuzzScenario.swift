import Orbits
import Scenarios

/// Any text is a scenario or a typed error; what names no file becomes satellites and a mesh.
@c(LLVMFuzzerTestOneInput)
public func fuzzScenario(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: data, count: count)
    let text = String(decoding: bytes, as: UTF8.self)
    do {
        let scenario = try Scenario(text: text, file: "fuzz.yaml")
        precondition(scenario.window.count > 0)
        check(scenario)
    } catch {
        precondition(!error.message.isEmpty && !error.message.contains(where: \.isNewline))
    }
    return 0
}

/// A small design is propagated to its first and its last instant.
private func check(_ scenario: Scenario) {
    guard case .shells(let keys) = scenario.constellation.source else { return }
    let shells = keys.map { $0.shell(gravity: scenario.constellation.gravity) }
    guard shells.map(\.satelliteCount).reduce(0, +) <= 2_000,
        let experiment = try? Experiment(scenario)
    else { return }
    for index in [0, experiment.window.count - 1] {
        let (mesh, rejected) = experiment.mesh(atSeconds: experiment.window.seconds(at: index))
        precondition(mesh.satelliteCount == experiment.constellation.count)
        precondition(rejected.count <= mesh.satelliteCount)
    }
}
