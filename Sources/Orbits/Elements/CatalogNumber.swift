/// The catalogue number of an object: 1...339999 in a TLE (Alpha-5), 1...999999999 in an OMM.
///
/// Alpha-5 puts a letter for the first two digits of a number from 100000 on; I and O are left out,
/// so that `A0000` is 100000 and `Z9999` is 339999.
///
/// - Note: Space-Track, "Alpha-5" (documentation of the two-line element set).
public struct CatalogNumber: Sendable, Hashable, Comparable {
    /// The number itself.
    public let rawValue: UInt32

    /// The largest number that five characters of Alpha-5 can write.
    public static let largestInTLE = CatalogNumber(339_999)

    /// Creates a catalogue number from its plain value.
    public init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// Reads five characters of a TLE: digits, padded with blanks or zeros, or Alpha-5.
    ///
    /// - Returns: `nil` when the text is neither.
    public init?(alpha5 text: some StringProtocol) {
        let field = Array(text.utf8).drop { $0 == UInt8(ascii: " ") }
        guard let first = field.first, field.count <= 5 else { return nil }
        var value: UInt32 = 0
        var digits = field[...]
        if let letter = Self.letters.firstIndex(of: first) {
            guard field.count == 5 else { return nil }
            value = UInt32(letter) + 10
            digits = digits.dropFirst()
        }
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + UInt32(digit - UInt8(ascii: "0"))
        }
        self.init(value)
    }

    /// The five characters of a TLE, or `nil` when the number is beyond ``largestInTLE``.
    public var alpha5: String? {
        guard self <= .largestInTLE else { return nil }
        guard rawValue >= 100_000 else { return padded(Int(rawValue), 5) }
        let letter = Character(Unicode.Scalar(Self.letters[Int(rawValue / 10_000) - 10]))
        return "\(letter)" + padded(Int(rawValue % 10_000), 4)
    }

    /// Whether the first number is the smaller one.
    public static func < (left: CatalogNumber, right: CatalogNumber) -> Bool {
        left.rawValue < right.rawValue
    }

    private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
}
