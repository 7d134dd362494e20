import FuzzSupport
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any bytes are a graph in GML, which becomes a scenario, or a sentence.
@c(LLVMFuzzerTestOneInput)
public func fuzzGML(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "mesh.gml")
    check(.gml, reading: folder.file("mesh.gml"), in: folder)
    return 0
}
