import FuzzSupport
import Results
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any sweep is planned or told in a sentence, and the scenarios of its runs are read.
@c(LLVMFuzzerTestOneInput)
public func fuzzSweep(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "sweep.yaml")
    do {
        let plan = try SweepPlan(Sweep(contentsOf: folder.file("sweep.yaml")))
        for run in plan.runs.prefix(3) {
            precondition(plan.values(of: run).count == plan.sweep.keys.count)
            do {
                _ = try plan.scenario(of: run)
            } catch {
                checkSentence(error)
            }
        }
    } catch {
        checkSentence(error)
    }
    return 0
}
