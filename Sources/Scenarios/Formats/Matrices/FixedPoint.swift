import Foundation

/// Numbers with a fixed number of digits after the point, as other programs write them.
enum FixedPoint {
    /// The text of a number, as C's `%.<digits>f` in the locale C.
    static func text(_ value: Double, digits: Int) -> String {
        String(format: "%.\(digits)f", locale: Locale(identifier: "en_US_POSIX"), value)
    }
}
