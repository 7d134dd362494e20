import Foundation
import Results
import Scenarios

/// What must hold when a form of another program's files is read: it is a scenario that opens, or one
/// sentence says what is wrong, and then nothing is written.
public func check(
    _ form: ExchangeForm, reading path: String, options: ExchangeOptions = ExchangeOptions(),
    in folder: FuzzFolder
) {
    let out = folder.path + "/out"
    do {
        let results = try form.read(path, options: options) {
            try ResultFolder(at: out, force: true)
        }
        try results.finish(Manifest(program: "fuzz"))
    } catch {
        checkSentence(error)
        precondition(!FileManager.default.fileExists(atPath: out), "an error left files")
        return
    }
    do {
        let scenario = try Scenario(contentsOf: out + "/scenario.yaml")
        checkOpens(scenario)
    } catch {
        fatalError("what was written does not open: \(error)")
    }
    try? FileManager.default.removeItem(atPath: out)
}

/// That a small scenario opens, and has a mesh at its first instant.
private func checkOpens(_ scenario: Scenario) {
    if case .shells(let keys) = scenario.constellation.source {
        let shells = keys.map { $0.shell(gravity: scenario.constellation.gravity) }
        guard shells.map(\.satelliteCount).reduce(0, +) <= 500 else { return }
    }
    do {
        let experiment = try Experiment(scenario)
        let mesh = experiment.mesh(atSeconds: experiment.window.seconds(at: 0)).mesh
        precondition(
            mesh.nodeCount == experiment.constellation.count + experiment.stations.count)
    } catch {
        fatalError("what was written does not open: \(error)")
    }
}

/// That an error is one sentence for a person.
public func checkSentence(_ error: any Error) {
    guard let report = error as? any ReportableError else {
        fatalError("an error without a sentence: \(error)")
    }
    precondition(
        !report.message.isEmpty && !report.message.contains(where: \.isNewline), report.message)
    precondition(report.exitStatus != .success && report.exitStatus != .internalFault)
}
