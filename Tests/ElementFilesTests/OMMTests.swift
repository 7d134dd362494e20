import ElementFiles
import Orbits
import Testing

/// What holds for an OMM in each of its notations.
@Suite struct OMMTests {
    enum Notation: CaseIterable {
        case csv, kvn, jsonOfStrings, jsonOfNumbers, xml

        var format: ElementFileFormat {
            switch self {
            case .csv: .ommCSV
            case .kvn: .ommKVN
            case .jsonOfStrings, .jsonOfNumbers: .ommJSON
            case .xml: .ommXML
            }
        }

        func text(_ changes: [String: String?] = [:]) -> String {
            switch self {
            case .csv: Samples.csv(changes)
            case .kvn: Samples.kvn(changes)
            case .jsonOfStrings: "[" + Samples.jsonOfStrings(changes) + "]"
            case .jsonOfNumbers: Samples.jsonOfNumbers(changes)
            case .xml: "<?xml version=\"1.0\"?>\n<ndm>" + Samples.omm(changes) + "</ndm>"
            }
        }
    }

    /// Without the numbers of JSON, which cannot hold a word.
    static let textual: [Notation] = [.csv, .kvn, .jsonOfStrings, .xml]

    @Test(arguments: Notation.allCases)
    func agreesWithTheTLE(_ notation: Notation) throws {
        let contents = try parse(notation.text())
        #expect(contents.format == notation.format)
        #expect(contents.rejections.isEmpty)
        let set = try #require(contents.elements.first)
        #expect(contents.elements.count == 1)
        #expect(try agree(set, Samples.set()))
    }

    @Test(arguments: Notation.allCases)
    func takesBytesBeforeAndAfter(_ notation: Notation) throws {
        let text = notation.text()
        let plain = try parse(text)
        #expect(try parse("\u{feff}" + text + "\r\n\0\0") == plain)
        #expect(try parse(text.replacing("\n", with: "\r\n")).elements == plain.elements)
        // A lone CR ends no line of XML for a parser that normalises it, but is a blank.
        #expect(try parse(text.replacing("\n", with: "\r")).elements == plain.elements)
    }

    @Test(arguments: Notation.allCases)
    func takesTheMetadataOfSGP4(_ notation: Notation) throws {
        let contents = try parse(
            notation.text([
                "CLASSIFICATION_TYPE": nil, "EPHEMERIS_TYPE": nil, "ELEMENT_SET_NO": nil,
                "REV_AT_EPOCH": nil, "MEAN_MOTION_DOT": nil, "MEAN_MOTION_DDOT": nil,
                "OBJECT_ID": "",
            ]))
        let set = try #require(contents.elements.first)
        #expect(set.classification == "U")
        #expect(set.internationalDesignator.isEmpty)
        #expect(set.ephemerisType == 0 && set.elementSetNumber == 0 && set.revolutionAtEpoch == 0)
        #expect(set.halfMeanMotionDotRevPerDay2 == 0)
    }

    @Test(arguments: textual, ["SGP", "SGP4", "SGP/SGP4", "sgp4", ""])
    func takesTheTheories(_ notation: Notation, _ theory: String) throws {
        let contents = try parse(
            notation.text([
                "MEAN_ELEMENT_THEORY": theory, "CENTER_NAME": "Earth", "REF_FRAME": "TEME",
                "TIME_SYSTEM": "UTC",
            ]))
        #expect(contents.elements.count == 1)
        #expect(contents.rejections.isEmpty)
    }

    @Test(
        arguments: textual,
        [
            ("MEAN_ELEMENT_THEORY", "SGP4-XP"), ("MEAN_ELEMENT_THEORY", "DSST"),
            ("CENTER_NAME", "MARS"), ("REF_FRAME", "TOD"), ("REF_FRAME", "EME2000"),
            ("TIME_SYSTEM", "TAI"), ("EPOCH", "2026-02-30T00:00:00"), ("EPOCH", "yesterday"),
            ("EPOCH", "2026-235T02:57:46.665792x"), ("MEAN_MOTION", "nan"), ("MEAN_MOTION", "inf"),
            ("MEAN_MOTION", "0x1p3"), ("MEAN_MOTION", "0"), ("MEAN_MOTION", "-1"),
            ("MEAN_MOTION", "1e3"), ("MEAN_MOTION", "1 5"), ("MEAN_MOTION", "15.05.1"),
            ("MEAN_MOTION", "1e999"), ("ECCENTRICITY", "1"), ("ECCENTRICITY", "-.1"),
            ("ECCENTRICITY", "."), ("ECCENTRICITY", "e5"), ("INCLINATION", "180.1"),
            ("INCLINATION", "-1"), ("RA_OF_ASC_NODE", "361"), ("ARG_OF_PERICENTER", "NaN"),
            ("MEAN_ANOMALY", "-infinity"), ("NORAD_CAT_ID", "-5"), ("NORAD_CAT_ID", "1000000000"),
            ("NORAD_CAT_ID", "12.5"), ("NORAD_CAT_ID", "99999999999999999999999999"),
            ("EPHEMERIS_TYPE", "4"), ("EPHEMERIS_TYPE", "x"), ("CLASSIFICATION_TYPE", "X"),
            ("BSTAR", "1e-3e"), ("REV_AT_EPOCH", "-1"), ("ELEMENT_SET_NO", "many"),
        ])
    func refusesAValue(_ notation: Notation, _ change: (key: String, value: String)) throws {
        let contents = try parse(notation.text([change.key: change.value]))
        #expect(contents.elements.isEmpty)
        #expect(contents.rejections.count == 1)
        let rejection = try #require(contents.rejections.first)
        #expect(
            rejection.found == "\"\(change.value)\" as \(change.key) of \"SAMPLE 1\"")
        #expect(rejection.message == "found \(rejection.found), expected \(rejection.expected)")
    }

    @Test(
        arguments: textual,
        [
            "EPOCH", "MEAN_MOTION", "ECCENTRICITY", "INCLINATION", "RA_OF_ASC_NODE",
            "ARG_OF_PERICENTER", "MEAN_ANOMALY", "NORAD_CAT_ID", "BSTAR",
        ])
    func namesAMissingKey(_ notation: Notation, _ key: String) throws {
        for change in [String?.none, ""] {
            let contents = try parse(notation.text([key: change]))
            #expect(contents.elements.isEmpty)
            #expect(contents.rejections.count == 1)
            #expect(contents.rejections.first?.found.contains("no \(key)") == true)
        }
    }

    @Test(arguments: Notation.allCases)
    func takesASemiMajorAxis(_ notation: Notation) throws {
        let changes: [String: String?] = ["MEAN_MOTION": nil, "SEMI_MAJOR_AXIS": "6928.135"]
        let set = try #require(try parse(notation.text(changes)).elements.first)
        // 550 km over WGS-72: 2π/√(a³/μ) is 95.65 minutes a turn.
        #expect(abs(set.meanMotionRevPerDay - 15.055) < 0.001)
        var own = changes
        own["GM"] = "1594403.2"
        let faster = try #require(try parse(notation.text(own)).elements.first)
        #expect(abs(faster.meanMotionRadPerMin / set.meanMotionRadPerMin - 2) < 1e-12)
        own["GM"] = "0"
        #expect(try parse(notation.text(own)).rejections.first?.found.contains("as GM") == true)
        #expect(
            try parse(notation.text(["MEAN_MOTION": nil, "SEMI_MAJOR_AXIS": "-6928"])).rejections
                .first?.found.contains("as SEMI_MAJOR_AXIS") == true)
    }

    @Test(arguments: Notation.allCases)
    func takesCatalogueNumbersOfNineDigits(_ notation: Notation) throws {
        let set = try #require(
            try parse(notation.text(["NORAD_CAT_ID": "799500123"])).elements.first)
        #expect(set.catalogNumber == CatalogNumber(799_500_123))
        #expect(throws: TLEError.self) { try TLE.lines(of: set) }
    }

    @Test(arguments: [
        (".0003731", 0.0003731), ("-.11E-4", -0.11e-4), (".60232424E-3", 0.60232424e-3),
        ("0", 0), ("+1.5e+00", 1.5), ("5.", 5), ("0.00002412400000", 0.000024124),
        ("1E-30", 1e-30), ("0.1000000000000000055511151231257827", 0.1),
    ])
    func readsDecimals(_ text: String, _ value: Double) throws {
        for notation in Self.textual {
            let set = try #require(try parse(notation.text(["BSTAR": text])).elements.first)
            #expect(set.bstarPerEarthRadius == value)
        }
    }
}
