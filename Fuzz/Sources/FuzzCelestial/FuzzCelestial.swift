import FuzzSupport
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any bytes are a configuration of Celestial or a sentence.
@c(LLVMFuzzerTestOneInput)
public func fuzzCelestial(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    folder.fill(UnsafeBufferPointer(start: data, count: count), first: "celestial.toml")
    check(.celestial, reading: folder.file("celestial.toml"), in: folder)
    return 0
}
