/// Numbers and words in bytes of ASCII, read without regard to any locale.
package enum ASCII {
    /// The bytes without the blanks and control characters around them.
    package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = bytes.startIndex
        var end = bytes.endIndex
        while start < end, bytes[start] <= UInt8(ascii: " ") { start += 1 }
        while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return bytes[start..<end]
    }

    /// The decimal number that the bytes spell: sign, digits, point, digits, exponent.
    ///
    /// Blanks around it are cut. Names such as `nan` and `inf` and hexadecimal digits are not read,
    /// nor is a number beyond the range of `Double`.
    ///
    /// - Parameters:
    ///   - bytes: The text; at most 128 bytes are taken for a number.
    ///   - allowsExponent: Whether `E` and a power of ten may follow.
    /// - Returns: The nearest `Double`; `nil` when the bytes are no such number.
    package static func decimal(
        _ bytes: ArraySlice<UInt8>, allowsExponent: Bool = true
    ) -> Double? {
        let text = trimmed(bytes)
        guard text.count <= 128 else { return nil }
        var index = text.startIndex
        var isNegative = false
        if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index += 1
        }
        var significand: UInt64 = 0
        var power = 0
        var digits = 0
        var isExact = true
        var hasPoint = false
        while index < text.endIndex {
            if let digit = text[index].digitValue {
                digits += 1
                if significand < 900_000_000_000_000 {
                    significand = significand * 10 + UInt64(digit)
                    if hasPoint { power -= 1 }
                } else {
                    isExact = false
                }
            } else if text[index] == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        if index < text.endIndex {
            guard allowsExponent, text[index] | 0x20 == UInt8(ascii: "e"),
                let exponent = integer(text[(index + 1)...]), abs(exponent) < 10_000
            else { return nil }
            power += exponent
        }
        // Below 2^53 and up to 10^22 both operands are exact, so that one operation rounds once.
        if isExact, abs(power) <= 22 {
            let magnitude =
                power < 0
                ? Double(significand) / powersOfTen[-power]
                : Double(significand) * powersOfTen[power]
            return isNegative ? -magnitude : magnitude
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return value
    }

    /// The whole number that the bytes spell: a sign and digits, blanks not allowed; `nil` beyond `Int`.
    package static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
        var digits = bytes
        var isNegative = false
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            digits.removeFirst()
        }
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            guard let digit = byte.digitValue else { return nil }
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (next, overflowsToo) =
                isNegative
                ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !overflows, !overflowsToo else { return nil }
            value = next
        }
        return value
    }

    /// The bytes in quotation marks for a message: printable, and cut after 60.
    package static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
        let limit = 60
        var text: [UInt8] = [UInt8(ascii: "\"")]
        for byte in bytes.prefix(limit) {
            if byte >= 0x20, byte < 0x7f {
                text.append(byte)
            } else {
                text.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "x")])
                text.append(hexadecimal[Int(byte >> 4)])
                text.append(hexadecimal[Int(byte & 15)])
            }
        }
        text.append(UInt8(ascii: "\""))
        return String(decoding: text, as: UTF8.self) + (bytes.count > limit ? "..." : "")
    }

    /// Powers of ten that a `Double` holds exactly.
    static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}

extension UInt8 {
    /// The value of an ASCII digit, or `nil`.
    package var digitValue: Int? {
        self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") ? Int(self - UInt8(ascii: "0")) : nil
    }
}
