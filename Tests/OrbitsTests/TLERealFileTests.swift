import Foundation
import Orbits
import TestSupport
import Testing

/// Real files come out byte for byte as they went in.
@Suite struct TLERealFileTests {
    static let files: [(String, Int)] = [
        ("tle/starlink_2026-08-22T2029Z.tle", 10_744),
        ("tle/starlink_2026-08-15T2045Z.tle", 10_751),
        ("tle/oneweb_2026-08-22T1837Z.tle", 651), ("tle/kuiper_2026-08-22.tle", 391),
        ("tle/iridium_next_2026-08-22.tle", 80), ("tle/o3b_meo_2026-08-22.tle", 30),
        ("tle/golden_active_2026-08-22.tle", 416),
    ]

    @Test(
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)), arguments: files)
    func writesBackRealFiles(_ file: String, _ count: Int) throws {
        let lines = try SharedData.text(file).split(whereSeparator: \.isNewline)
        var identical = 0
        for index in lines.indices.dropLast()
        where lines[index].hasPrefix("1 ") && lines[index + 1].hasPrefix("2 ") {
            let set = try TLE.read(line1: lines[index], line2: lines[index + 1])
            let written = try TLE.lines(of: set)
            if written.0 == lines[index] && written.1 == lines[index + 1] {
                identical += 1
            } else {
                Issue.record("\(lines[index])\n\(written.0)\n\(lines[index + 1])\n\(written.1)")
            }
            #expect(set.roundedToTLEPrecision() == set)
        }
        #expect(identical == count)
    }
}
