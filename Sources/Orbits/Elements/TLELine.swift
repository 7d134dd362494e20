/// One line of a TLE, read by its columns, which count from 1 as the format's description does.
struct TLELine {
    private let number: Int
    private let bytes: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>, number: Int) throws(TLEError) {
        self.number = number
        var end = text.endIndex
        while end > text.startIndex, text[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        bytes = text[text.startIndex..<end]
        let isLong = bytes.count > TLE.lineLength
        guard bytes.count >= TLE.lineLength,
            !isLong || bytes[bytes.startIndex + TLE.lineLength] <= UInt8(ascii: " ")
        else { throw .length(line: number, found: bytes.count) }
        let digit = UInt8(ascii: "0") + UInt8(number)
        guard bytes[bytes.startIndex] == digit, byte(2) == UInt8(ascii: " ") else {
            throw error(1...2, "line number", "\"\(number) \"")
        }
    }

    func text(_ columns: ClosedRange<Int>) -> String { ASCII.quoted(self[columns]) }

    func error(_ columns: ClosedRange<Int>, _ quantity: String, _ expected: String) -> TLEError {
        .field(
            line: number, columns: columns, quantity: quantity, found: text(columns),
            expected: expected)
    }

    func blank(_ columns: [Int]) throws(TLEError) {
        for column in columns where byte(column) != UInt8(ascii: " ") {
            throw error(column...column, "the gap between two fields", "a blank")
        }
    }

    func checksum(allowBad: Bool) throws(TLEError) {
        let expected = TLE.checksum(bytes)
        guard allowBad || byte(TLE.lineLength).digitValue == expected else {
            throw .checksum(
                line: number, found: text(TLE.lineLength...TLE.lineLength), expected: expected)
        }
    }

    func catalogNumber() throws(TLEError) -> CatalogNumber {
        let field = self[3...7]
        guard let value = CatalogNumber(alpha5: String(decoding: field, as: UTF8.self)) else {
            throw error(3...7, "catalogue number", "five digits, or Alpha-5 from A0000 to Z9999")
        }
        return value
    }

    func classification() throws(TLEError) -> Character {
        switch byte(8) {
        case UInt8(ascii: "U"), UInt8(ascii: " "): "U"
        case UInt8(ascii: "C"): "C"
        case UInt8(ascii: "S"): "S"
        default: throw error(8...8, "classification", "U, C or S")
        }
    }

    func designator(_ columns: ClosedRange<Int>) throws(TLEError) -> String {
        let field = ASCII.trimmed(self[columns])
        guard field.allSatisfy({ $0 >= UInt8(ascii: " ") && $0 < 0x7f }) else {
            throw error(columns, "international designator", "letters and digits such as 98067A")
        }
        return String(decoding: field, as: UTF8.self)
    }

    /// The epoch, whose whole day and fraction are read apart so that no digit is lost.
    func epoch() throws(TLEError) -> Instant {
        guard let twoDigits = Self.digits(self[19...20]) else {
            throw error(19...20, "year of the epoch", "two digits")
        }
        let year = TLE.year(ofTwoDigits: twoDigits)
        let lastDay = GregorianDate.isLeap(year) ? 366 : 365
        guard let day = Self.digits(self[21...23]), (1...lastDay).contains(day),
            byte(24) == UInt8(ascii: "."), let fraction = Self.digits(self[25...32], leading: false)
        else {
            throw error(
                21...32, "day of the epoch",
                "a day of \(year) from 1 to \(lastDay) such as 235.17284867")
        }
        return Instant(
            julianDate: Instant(year: year, month: 1, day: 1).julianDate + Double(day - 1),
            dayFraction: Double(fraction) / 1e8)
    }

    func decimal(
        _ columns: ClosedRange<Int>, pointAt point: Int, _ quantity: String,
        within range: ClosedRange<Double>, blankIsZero: Bool = false
    ) throws(TLEError) -> Double {
        let field = self[columns]
        if blankIsZero, field.allSatisfy({ $0 == UInt8(ascii: " ") }) { return 0 }
        guard byte(point) == UInt8(ascii: "."),
            let value = ASCII.decimal(field, allowsExponent: false)
        else {
            throw error(columns, quantity, "a number with its point in column \(point)")
        }
        guard range.contains(value) else {
            let low =
                range.lowerBound == .leastNonzeroMagnitude
                ? "above 0" : "from \(Int(range.lowerBound))"
            throw error(columns, quantity, "a number \(low) to \(Int(range.upperBound))")
        }
        return value
    }

    /// Five digits after an assumed point, and a power of ten: `-11606-4` is -0.11606e-4.
    func exponential(
        _ columns: ClosedRange<Int>, _ quantity: String, blankIsZero: Bool = false
    ) throws(TLEError) -> Double {
        let field = self[columns]
        if blankIsZero, field.allSatisfy({ $0 == UInt8(ascii: " ") }) { return 0 }
        let start = field.startIndex
        guard let sign = Self.sign(field[start]),
            let digits = Self.digits(field[(start + 1)...(start + 5)], leading: false),
            let powerSign = Self.sign(field[start + 6]), let power = field[start + 7].digitValue
        else {
            throw error(columns, quantity, "a sign, five digits and a power of ten: -11606-4")
        }
        let magnitude = TLERounding.value(digits: digits, power: powerSign * power)
        return sign < 0 ? -magnitude : magnitude
    }

    /// Digits after an assumed point; blanks before them are zeros.
    func fraction(_ columns: ClosedRange<Int>, _ quantity: String) throws(TLEError) -> Double {
        guard let digits = Self.digits(self[columns]) else {
            throw error(columns, quantity, "\(columns.count) digits after an assumed point")
        }
        return Double(digits) / ASCII.powersOfTen[columns.count]
    }

    /// A count, zero when blank.
    func integer(_ columns: ClosedRange<Int>, _ quantity: String) throws(TLEError) -> Int {
        let field = ASCII.trimmed(self[columns])
        if field.isEmpty { return 0 }
        guard let value = Self.digits(field, leading: false) else {
            throw error(columns, quantity, "digits, or blanks for 0")
        }
        return value
    }

    /// The value of digits, before which blanks may stand when `leading`.
    private static func digits(_ field: ArraySlice<UInt8>, leading: Bool = true) -> Int? {
        let digits = leading ? field.drop { $0 == UInt8(ascii: " ") } : field
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            guard let digit = byte.digitValue else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func sign(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "-"): -1
        case UInt8(ascii: "+"), UInt8(ascii: " "): 1
        default: nil
        }
    }

    private func byte(_ column: Int) -> UInt8 { bytes[bytes.startIndex + column - 1] }

    private subscript(columns: ClosedRange<Int>) -> ArraySlice<UInt8> {
        let start = bytes.startIndex - 1
        return bytes[(start + columns.lowerBound)...(start + columns.upperBound)]
    }
}
