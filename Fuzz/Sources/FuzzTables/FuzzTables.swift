import FuzzSupport
import Results
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any scenario with any tables beside it opens or is told in a sentence: stations, skylines, tracks, lasers,
/// radio links, outages, positions, pairs, traffic, cables, corridors, networks and measurements.
@c(LLVMFuzzerTestOneInput)
public func fuzzTables(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "scenario.yaml")
    do {
        let scenario = try Scenario(contentsOf: folder.file("scenario.yaml"))
        if case .shells(let keys) = scenario.constellation.source {
            let shells = keys.map { $0.shell(gravity: scenario.constellation.gravity) }
            guard shells.map(\.satelliteCount).reduce(0, +) <= 200 else { return 0 }
        }
        let experiment = try Experiment(scenario)
        let mesh = experiment.mesh(atSeconds: experiment.window.seconds(at: 0)).mesh
        precondition(
            mesh.nodeCount == experiment.constellation.count + experiment.stations.count)
        _ = try Comparison(experiment)
        if !scenario.dataCenters.sites.isEmpty { _ = try DataCenterStudy(experiment) }
    } catch {
        checkSentence(error)
    }
    return 0
}
