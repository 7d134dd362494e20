import ElementFiles
import Orbits

/// Any bytes give element sets, rejections or a typed error.
@c(LLVMFuzzerTestOneInput)
public func fuzzElements(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    for allowBadChecksum in [false, true] {
        let contents = try? ElementFile.parse(
            bytes: bytes, fileName: "fuzz", allowBadChecksum: allowBadChecksum)
        for set in contents?.elements ?? [] { check(set) }
    }
    return 0
}

/// What was read is in range, is written without a trap, and reads as the same once more.
private func check(_ set: ElementSet) {
    precondition(set.eccentricity >= 0 && set.eccentricity < 1)
    precondition(set.inclinationRad >= 0 && set.inclinationRad <= .pi)
    precondition(set.meanMotionRadPerMin > 0 && set.meanMotionRadPerMin.isFinite)
    let rounded = set.roundedToTLEPrecision()
    guard let lines = try? TLE.lines(of: set) else { return }
    guard var read = try? TLE.read(line1: lines.0, line2: lines.1, name: set.name) else {
        fatalError("cannot read what was written:\n\(lines.0)\n\(lines.1)")
    }
    // A TLE keeps five digits of the revolution and its own form of the designator and the name.
    read.revolutionAtEpoch = rounded.revolutionAtEpoch
    read.internationalDesignator = rounded.internationalDesignator
    read.name = rounded.name
    if read != rounded { fatalError("\(read) is not \(rounded)") }
}
