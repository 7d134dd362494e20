import ElementFiles
import Foundation
import Orbits
import TestSupport
import Testing

@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct RealFileTests {
    @Test(arguments: [
        ("tle/starlink_2026-08-22T2029Z.tle", 10_744, ElementFileFormat.threeLine),
        ("tle/starlink_2026-08-15T2045Z.tle", 10_751, .threeLine),
        ("tle/oneweb_2026-08-22T1837Z.tle", 651, .threeLine),
        ("tle/kuiper_2026-08-22.tle", 391, .threeLine),
        ("tle/iridium_next_2026-08-22.tle", 80, .threeLine),
        ("tle/o3b_meo_2026-08-22.tle", 30, .threeLine),
        ("tle/golden_active_2026-08-22.tle", 416, .threeLine),
        ("omm/celestrak_gp_starlink_2026.csv", 2_000, .ommCSV),
        ("omm/starlink_gp_2024-05-20.json", 1_000, .ommJSON),
        ("omm/iss_25544_spacetrack_2020-12-13.kvn", 1, .ommKVN),
        ("omm/mario_55123_celestrak.csv", 1, .ommCSV),
        ("omm/mario_55123_celestrak.xml", 1, .ommXML),
        ("omm/mario_55123.tle", 1, .threeLine), ("omm/vanguard1.tle", 1, .threeLine),
        ("omm/tle_edge_cases.tle", 4, .threeLine),
    ])
    func readsEverySet(_ file: String, _ count: Int, _ format: ElementFileFormat) throws {
        let contents = try SharedData.contents(file)
        #expect(contents.format == format)
        #expect(contents.elements.count == count)
        #expect(contents.rejections.isEmpty)
        #expect(contents.elements.allSatisfy { !$0.name.isEmpty && $0.name.last != " " })
    }

    @Test func oneObjectAgreesInThreeForms() throws {
        let csv = try #require(SharedData.contents("omm/mario_55123_celestrak.csv").elements.first)
        let xml = try #require(SharedData.contents("omm/mario_55123_celestrak.xml").elements.first)
        var tle = try #require(SharedData.contents("omm/mario_55123.tle").elements.first)
        #expect(csv == xml)
        #expect(csv.internationalDesignator == "1998-067UQ")
        #expect(tle.internationalDesignator == "98067UQ")
        tle.internationalDesignator = csv.internationalDesignator
        #expect(agree(csv, tle))
        let written = try TLE.lines(of: csv)
        let text = try SharedData.text("omm/mario_55123.tle").split(whereSeparator: \.isNewline)
        #expect(text.suffix(2) == [written.0[...], written.1[...]])
    }

    @Test func keyValuesAgreeWithTheTLE() throws {
        let kvn = try #require(
            SharedData.contents("omm/iss_25544_spacetrack_2020-12-13.kvn").elements.first)
        let edge = try SharedData.contents("omm/tle_edge_cases.tle").elements
        var tle = try #require(edge.first)
        tle.name = kvn.name
        tle.internationalDesignator = kvn.internationalDesignator
        #expect(agree(kvn, tle))
        #expect(edge.map(\.catalogNumber.rawValue) == [25_544, 270_330, 47, 81_052])
        #expect(edge.map(\.internationalDesignator) == ["98067A", "", "60007C", ""])
        #expect(edge[3].bstarPerEarthRadius == 0.15745e-2)
        #expect(edge[3].halfMeanMotionDotRevPerDay2 == 0.0000601)
    }

    @Test func catalogueNumbersInAlpha5() throws {
        let pairs = try SharedData.text("omm/alpha5_pairs.csv").split(separator: "\n").dropFirst()
        #expect(pairs.count == 7)
        for pair in pairs {
            let fields = pair.split(separator: ",")
            let number = CatalogNumber(try #require(UInt32(fields[1])))
            #expect(CatalogNumber(alpha5: fields[0]) == number)
            #expect(try #require(number.alpha5) == fields[0])
            let contents = try parse(
                Samples.tle(90_001).map { line in
                    // The checksum counts other digits now.
                    line.replacing("90001", with: fields[0])
                }.joined(separator: "\n"), allowBadChecksum: true)
            #expect(contents.elements.map(\.catalogNumber) == [number])
        }
    }

    @Test func verificationSetsHaveThreeBadChecksums() throws {
        let contents = try SharedData.contents("sgp4/SGP4-VER.TLE")
        #expect(contents.elements.count == 30)
        #expect(contents.rejections.map(\.line) == [100, 103, 106])
        #expect(
            contents.rejections.map(\.found) == [
                "the checksum \"4\"", "the checksum \"9\"", "the checksum \"0\"",
            ])
        let all = try SharedData.contents("sgp4/SGP4-VER.TLE", allowBadChecksum: true)
        #expect(all.elements.count == 33)
        #expect(all.rejections.isEmpty)
        #expect(all.elements.contains { $0.catalogNumber == CatalogNumber(11_801) })
    }

    @Test(arguments: [
        ("OMM-empty-object-id.txt", true), ("OMM-empty-object-id.xml", true),
        ("OMM-with-units.xml", true), ("OMM-wrong-keyword.txt", true), ("OMMExample1.txt", true),
        ("OMMExample2.txt", true), ("OMMExample2.xml", true), ("OMMExample4.txt", true),
        ("OMMExample4.xml", true), ("OMM-number-format-error.txt", false),
        ("OMMExample3.txt", false), ("OMMExample3_utc.txt", false), ("OMMExample5.txt", false),
        ("spurious-metadata.xml", false),
    ])
    func messagesOfAnotherProject(_ file: String, _ isGood: Bool) throws {
        let contents = try SharedData.contents("omm/orekit/" + file)
        #expect(contents.elements.count == (isGood ? 1 : 0))
        #expect(contents.rejections.count == (isGood ? 0 : 1))
        guard let set = contents.elements.first else { return }
        let isGOES = set.catalogNumber == CatalogNumber(23_581)
        #expect(isGOES || set.catalogNumber == CatalogNumber(7_646))
        #expect(set.eccentricity == (isGOES ? 0.0005013 : 0.0205751))
        #expect(
            set.epoch.iso8601(fractionDigits: 6)
                == (isGOES ? "2007-03-05T10:34:41.426400Z" : "2021-03-22T13:21:09.224928Z"))
    }

    @Test func numbersAndStringsOfJSONAreTheSame() throws {
        let text = try SharedData.text("omm/starlink_gp_2024-05-20.json")
        let strings = text.replacing(#/": (-?[0-9][^,}]*)/#) { "\": \"\($0.output.1)\"" }
        #expect(strings != text)
        #expect(try parse(strings).elements == parse(text).elements)
    }
}
