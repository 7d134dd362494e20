import Foundation
import Orbits
import TestSupport
import Testing

/// Lines and values of python-sgp4, made by Tests/Oracles/elements.py.
@Suite struct TLEOracleTests {
    private struct Row {
        let fields: [Substring]
        let names: [Substring: Int]

        func text(_ name: String) throws -> String {
            String(fields[try #require(names[name[...]])])
        }
        func number(_ name: String) throws -> Double { try #require(Double(text(name))) }
    }

    private static func rows() throws -> [Row] {
        let url = SharedData.checkout.appending(path: "Tests/OrbitsTests/Fixtures/tle.csv")
        let lines = try String(decoding: Data(contentsOf: url), as: UTF8.self).split(
            separator: "\n")
        let header = try #require(lines.first).split(
            separator: ",", omittingEmptySubsequences: false)
        let names = Dictionary(uniqueKeysWithValues: zip(header, header.indices))
        return lines.dropFirst().map {
            Row(fields: $0.split(separator: ",", omittingEmptySubsequences: false), names: names)
        }
    }

    @Test func writesTheSameLines() throws {
        let rows = try Self.rows()
        #expect(rows.count == 120)
        for row in rows {
            let line1 = try row.text("line1")
            let line2 = try row.text("line2")
            let days = try row.number("days_since_1950")
            let whole = days.rounded(.down)
            let set = ElementSet(
                catalogNumber: CatalogNumber(UInt32(try row.number("number"))),
                epoch: Instant(julianDate: 2_433_281.5 + whole, dayFraction: days - whole),
                inclinationRad: try row.number("inclination"), raanRad: try row.number("raan"),
                eccentricity: try row.number("eccentricity"),
                argumentOfPerigeeRad: try row.number("argp"),
                meanAnomalyRad: try row.number("mean_anomaly"),
                meanMotionRadPerMin: try row.number("mean_motion"),
                bstarPerEarthRadius: try row.number("bstar"),
                halfMeanMotionDotRevPerDay2: try row.number("ndot"),
                sixthMeanMotionDdotRevPerDay3: try row.number("nddot"),
                internationalDesignator: line1.dropFirst(9).prefix(8)
                    .trimmingCharacters(in: .whitespaces),
                elementSetNumber: try #require(
                    Int(line1.dropFirst(64).prefix(4).trimmingCharacters(in: .whitespaces))),
                revolutionAtEpoch: try #require(
                    Int(line2.dropFirst(63).prefix(5).trimmingCharacters(in: .whitespaces))))
            let lines = try TLE.lines(of: set)
            #expect(lines.0 == line1)
            #expect(lines.1 == line2)
        }
    }

    @Test func readsTheSameBits() throws {
        for row in try Self.rows() {
            let set = try TLE.read(line1: row.text("line1"), line2: row.text("line2"))
            #expect(try set.epoch.julianDate == row.number("read_jd"))
            #expect(try set.epoch.dayFraction == row.number("read_jd_fraction"))
            #expect(try set.inclinationRad == row.number("read_inclination"))
            #expect(try set.raanRad == row.number("read_raan"))
            #expect(try set.eccentricity == row.number("read_eccentricity"))
            #expect(try set.argumentOfPerigeeRad == row.number("read_argp"))
            #expect(try set.meanAnomalyRad == row.number("read_mean_anomaly"))
            #expect(try set.meanMotionRadPerMin == row.number("read_mean_motion"))
            // The package multiplies by a rounded power of ten; here the decimal is rounded once.
            let bstar = try row.number("read_bstar")
            #expect(abs(set.bstarPerEarthRadius - bstar) <= 2 * bstar.ulp)
        }
    }
}
