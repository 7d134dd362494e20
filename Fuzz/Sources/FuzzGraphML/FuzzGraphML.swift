import FuzzSupport
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any bytes are a graph in GraphML, which becomes a scenario, or a sentence.
@c(LLVMFuzzerTestOneInput)
public func fuzzGraphML(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "mesh.graphml")
    check(.graphML, reading: folder.file("mesh.graphml"), in: folder)
    return 0
}
