import Dispatch
import FuzzSupport
import Results
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any traces of requests, published rates and unit costs make tables or a sentence.
@c(LLVMFuzzerTestOneInput)
public func fuzzDataCenterTables(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "trace.csv")
    let file = folder.file("scenario.yaml")
    for part in [
        "serving: { trace: trace.csv }",
        "training: { methods: [data-parallel], published: published.csv }",
        "serving: {}\ncosts: { file: costs.csv }",
    ] {
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            await run(head + part + "\n", file: file, out: folder.path + "/out")
            done.signal()
        }
        done.wait()
    }
    return 0
}

private let head = """
    window: { duration_s: 1, step_s: 1 }
    constellation:
      shells: [{ planes: 3, slots: 4, inclination_deg: 53, altitude_km: 5000 }]
    ground:
      stations:
        - { name: A, latitude_deg: 10, longitude_deg: 20, population: 1000 }
        - { name: B, latitude_deg: -20, longitude_deg: 60, population: 2000 }
    sites:
      - { kind: region, stations: all }
      - { kind: orbit, satellites: [S1-0-0] }

    """

private func run(_ text: String, file: String, out: String) async {
    do {
        let study = try DataCenterStudy(Experiment(Scenario(text: text, file: file)))
        // Goes with the object, for nothing is finished.
        let results = try ResultFolder(at: out, force: true)
        _ = try await DataCenterRun.run(study, into: results)
        results.discard()
    } catch {
        checkSentence(error)
    }
}
