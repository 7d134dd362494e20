import FuzzSupport
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any files are a network state of Hypatia or a sentence.
@c(LLVMFuzzerTestOneInput)
public func fuzzHypatia(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "tles.txt")
    check(.hypatia, reading: folder.path + "/in", in: folder)
    return 0
}
