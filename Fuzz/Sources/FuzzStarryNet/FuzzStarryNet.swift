import FuzzSupport
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any files are matrices of StarryNet or a sentence.
@c(LLVMFuzzerTestOneInput)
public func fuzzStarryNet(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "position/0.txt")
    check(.starryNet, reading: folder.path + "/in", in: folder)
    return 0
}
