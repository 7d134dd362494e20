import FuzzSupport
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any bytes are a constellation code or a sentence.
@c(LLVMFuzzerTestOneInput)
public func fuzzConstellationCode(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "code.txt")
    check(.constellationCode, reading: folder.file("code.txt"), in: folder)
    return 0
}
