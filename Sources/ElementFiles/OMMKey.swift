/// The keys of an OMM that an element set is made of; all others are passed over.
enum OMMKey: Int, CaseIterable {
    case objectName, objectID, centerName, refFrame, timeSystem, meanElementTheory
    case epoch, meanMotion, semiMajorAxis, eccentricity, inclination, raOfAscNode
    case argOfPericenter, meanAnomaly, gm
    case ephemerisType, classificationType, noradCatID, elementSetNo, revAtEpoch
    case bstar, meanMotionDot, meanMotionDdot

    /// The key as a file writes it.
    var keyword: String { Self.keywords[rawValue] }

    /// The unit of CCSDS 502.0, table 4-3, where the key has one.
    var unit: String? {
        switch self {
        case .meanMotion: "rev/day"
        case .semiMajorAxis: "km"
        case .inclination, .raOfAscNode, .argOfPericenter, .meanAnomaly: "deg"
        case .gm: "km**3/s**2"
        case .bstar: "1/ER"
        case .meanMotionDot: "rev/day**2"
        case .meanMotionDdot: "rev/day**3"
        default: nil
        }
    }

    /// The key of a word, or `nil` when it is none of these.
    init?(_ word: ArraySlice<UInt8>) {
        guard let key = Self.byKeyword[word] else { return nil }
        self = key
    }

    private static let keywords = [
        "OBJECT_NAME", "OBJECT_ID", "CENTER_NAME", "REF_FRAME", "TIME_SYSTEM",
        "MEAN_ELEMENT_THEORY", "EPOCH", "MEAN_MOTION", "SEMI_MAJOR_AXIS", "ECCENTRICITY",
        "INCLINATION", "RA_OF_ASC_NODE", "ARG_OF_PERICENTER", "MEAN_ANOMALY", "GM",
        "EPHEMERIS_TYPE", "CLASSIFICATION_TYPE", "NORAD_CAT_ID", "ELEMENT_SET_NO", "REV_AT_EPOCH",
        "BSTAR", "MEAN_MOTION_DOT", "MEAN_MOTION_DDOT",
    ]

    private static let byKeyword: [ArraySlice<UInt8>: OMMKey] = {
        var table: [ArraySlice<UInt8>: OMMKey] = [:]
        for key in allCases { table[Array(key.keyword.utf8)[...]] = key }
        return table
    }()
}
