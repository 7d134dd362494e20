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

    /// A design whose elements are rounded is the one that another simulator wrote as text.
    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func precisionIsThatOfHypatia() throws {
        let lines = try SharedData.text("hypatia/kuiper_630_34x34_tles.txt")
            .split(whereSeparator: \.isNewline).dropFirst()
        #expect(lines.count == 3 * 34 * 34)
        let radPerDeg = Double.pi / 180
        for index in 0..<(34 * 34) {
            let first = lines[lines.startIndex + 3 * index + 1]
            let second = lines[lines.startIndex + 3 * index + 2]
            let read = try TLE.read(line1: first, line2: second)
            let (plane, slot) = index.quotientAndRemainder(dividingBy: 34)
            let halfSlotDeg = plane % 2 == 1 ? 360.0 / 68 : 0
            let design = ElementSet(
                catalogNumber: CatalogNumber(UInt32(index + 1)),
                epoch: Instant(year: 2000, month: 1, day: 1), inclinationRad: 51.9 * radPerDeg,
                raanRad: Double(plane) * 360 / 34 * radPerDeg, eccentricity: 1e-7,
                argumentOfPerigeeRad: 0,
                meanAnomalyRad: (halfSlotDeg + Double(slot) * 360 / 34) * radPerDeg,
                meanMotionRadPerMin: 14.8 / ElementSet.revPerDayPerRadPerMin,
                internationalDesignator: "00000ABC")
            #expect(design.roundedToTLEPrecision() == read)
        }
    }
}
