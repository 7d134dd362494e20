import ElementFiles
import Foundation
import Orbits
import TestSupport

/// Texts made up for the tests, in every form.
enum Samples {
    static let line1 = "1 90001U 26001A   26235.12345678 -.00012345  00000+0 -67891-3 0  9993"
    static let line2 = "2 90001  53.0543 210.9876 0012345  87.6543 272.3456 15.05512345 43213"

    /// The set of ``line1`` and ``line2`` under another catalogue number.
    static func tle(_ number: Int) -> [String] {
        let digits = String(number)
        return [line1, line2].map { line in
            let bytes = Array(line.replacing("90001", with: digits).utf8)
            return String(decoding: bytes.dropLast(), as: UTF8.self) + "\(checksum(bytes))"
        }
    }

    static let header =
        "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,"
        + "ARG_OF_PERICENTER,MEAN_ANOMALY,EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,"
        + "ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT"
    static let row =
        "SAMPLE 1,2026-001A,2026-08-23T02:57:46.665792,15.05512345,.0012345,53.0543,210.9876,"
        + "87.6543,272.3456,0,U,90001,999,4321,-.67891E-3,-.12345E-3,0"

    /// The keys and values of ``row``, in its order.
    static let pairs: [(key: String, value: String)] = Array(
        zip(header.components(separatedBy: ","), row.components(separatedBy: ","))
    ).map { (key: $0, value: $1) }

    /// The pairs with some values replaced, or left out where `nil`.
    static func pairs(_ changes: [String: String?]) -> [(key: String, value: String)] {
        var result = pairs.compactMap { key, value -> (key: String, value: String)? in
            guard let change = changes[key] else { return (key, value) }
            return change.map { (key, $0) }
        }
        for (key, change) in changes.sorted(by: { $0.key < $1.key }) {
            if let change, !pairs.contains(where: { $0.key == key }) {
                result.insert((key, change), at: 0)
            }
        }
        return result
    }

    static func csv(_ changes: [String: String?] = [:]) -> String {
        let pairs = pairs(changes)
        return pairs.map(\.key).joined(separator: ",") + "\n"
            + pairs.map(\.value).joined(separator: ",") + "\n"
    }

    static func kvn(_ changes: [String: String?] = [:]) -> String {
        "CCSDS_OMM_VERS = 2.0\nCREATION_DATE = 2026-08-23T00:00:00\nORIGINATOR = TEST\n"
            + pairs(changes).map { "\($0.key) = \($0.value)\n" }.joined()
    }

    /// An object whose values are all strings, as Space-Track writes them.
    static func jsonOfStrings(_ changes: [String: String?] = [:]) -> String {
        "{" + pairs(changes).map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
    }

    /// An object whose numbers are numbers, as CelesTrak writes them.
    static func jsonOfNumbers(_ changes: [String: String?] = [:]) -> String {
        let words: Set = ["OBJECT_NAME", "OBJECT_ID", "EPOCH", "CLASSIFICATION_TYPE"]
        return "{"
            + pairs(changes).map { key, value in
                let number = Double(value).map { "\($0)" } ?? value
                return "\"\(key)\": " + (words.contains(key) ? "\"\(value)\"" : number)
            }.joined(separator: ", ") + "}"
    }

    /// One `omm` element, each value in a line of its own.
    static func omm(_ changes: [String: String?] = [:]) -> String {
        "<omm id=\"CCSDS_OMM_VERS\" version=\"2.0\"><body><segment><metadata/><data>\n"
            + pairs(changes).map { "<\($0.key)>\($0.value)</\($0.key)>\n" }.joined()
            + "</data></segment></body></omm>\n"
    }

    /// The set that all of these texts stand for, with the designator of an OMM.
    static func set(name: String = "SAMPLE 1", designator: String = "2026-001A") throws
        -> ElementSet
    {
        var set = try TLE.read(line1: line1, line2: line2, name: name)
        set.internationalDesignator = designator
        return set
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        bytes.prefix(68).reduce(0) { sum, byte in
            switch byte {
            case 0x30...0x39: sum + Int(byte) - 0x30
            case 0x2d: sum + 1
            default: sum
            }
        } % 10
    }
}

func parse(
    _ text: String, allowBadChecksum: Bool = false
) throws(ElementFileError) -> ElementFileContents {
    try ElementFile.parse(
        bytes: Array(text.utf8), fileName: "sample", allowBadChecksum: allowBadChecksum)
}

/// Whether two sets agree but for the last digits that an epoch in seconds loses against days.
func agree(_ left: ElementSet, _ right: ElementSet) -> Bool {
    var other = right
    other.epoch = left.epoch
    return abs(left.epoch.seconds(since: right.epoch)) < 1e-9 && left == other
}

extension SharedData {
    static func contents(
        _ path: String, allowBadChecksum: Bool = false
    ) throws -> ElementFileContents {
        try ElementFile.read(contentsOf: url(path), allowBadChecksum: allowBadChecksum)
    }
}
