/// Reads decimal numbers strictly: no hexadecimal, no spaces, no words but those allowed.
enum DecimalText {
    /// The number of a text such as `-1.5e-3`, or `nil`; also `nil` beyond the range of a Double.
    static func double(
        _ text: ArraySlice<UInt8>, allowing forms: CSVTable.NumberForms
    ) -> Double? {
        if isPlain(text) {
            guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
                return nil
            }
            return value
        }
        switch String(decoding: text, as: UTF8.self).lowercased() {
        case "nan" where forms.contains(.nan): return .nan
        case "inf" where forms.contains(.infinity), "+inf" where forms.contains(.infinity):
            return .infinity
        case "-inf" where forms.contains(.infinity): return -.infinity
        default: return nil
        }
    }

    /// The whole number of a text of digits with or without a sign, or `nil`.
    static func int(_ text: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: text, as: UTF8.self))
    }

    /// Whether a text has the form `[+-]digits[.digits][e[+-]digits]`, with a digit before or after
    /// the point.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func isSign(_ byte: UInt8?) -> Bool {
            byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        }
        func skipDigits() -> Int {
            let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
            rest = rest.dropFirst(count)
            return count
        }
        if isSign(rest.first) { rest = rest.dropFirst() }
        var digits = skipDigits()
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            digits += skipDigits()
        }
        guard digits > 0 else { return false }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if isSign(rest.first) { rest = rest.dropFirst() }
            guard skipDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
