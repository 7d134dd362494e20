import CHeliograph
import Orbits

/// What functions ask of their parameters.
enum Check {
    /// The pointer, which must not be NULL.
    @inline(__always)
    static func pointer<T>(
        _ pointer: UnsafeMutablePointer<T>?, _ parameter: StaticString
    ) throws(CallFailure) -> UnsafeMutablePointer<T> {
        guard let pointer else { throw .null(parameter) }
        return pointer
    }

    /// The pointer, which must not be NULL.
    @inline(__always)
    static func pointer<T>(
        _ pointer: UnsafePointer<T>?, _ parameter: StaticString
    ) throws(CallFailure) -> UnsafePointer<T> {
        guard let pointer else { throw .null(parameter) }
        return pointer
    }

    /// An array of the caller; NULL only where it has no elements.
    static func array<T>(
        _ base: UnsafePointer<T>?, count: Int, _ parameter: StaticString
    ) throws(CallFailure) -> UnsafeBufferPointer<T> {
        guard count >= 0, count <= largestCount else {
            throw .size("a count", found: count, expected: "0 to \(largestCount)")
        }
        guard base != nil || count == 0 else { throw .null(parameter) }
        return UnsafeBufferPointer(start: base, count: count)
    }

    /// More elements than this are taken for a mistake: a negative number given as a size.
    static let largestCount = 1 << 40

    /// A product of counts.
    static func product(
        _ a: Int, _ b: Int, _ parameter: StaticString
    ) throws(CallFailure) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        guard !overflow, product <= largestCount else {
            throw CallFailure(
                code: HELIO_BAD_SIZE,
                message: "\(parameter) would have \(a) times \(b) elements, expected fewer")
        }
        return product
    }

    /// A number within a range.
    static func number(
        _ value: Double, in range: ClosedRange<Double>, _ parameter: StaticString
    ) throws(CallFailure) {
        guard range.contains(value) else {
            throw .argument(
                parameter, found: value,
                expected: "\(range.lowerBound) to \(range.upperBound)")
        }
    }

    /// A whole number within a range.
    static func number(
        _ value: Int32, in range: ClosedRange<Int32>, _ parameter: StaticString
    ) throws(CallFailure) {
        guard range.contains(value) else {
            throw .argument(
                parameter, found: value,
                expected: "\(range.lowerBound) to \(range.upperBound)")
        }
    }

    /// An instant with finite parts, of the calendar's years 1 to 9999.
    static func instant(_ instant: helio_instant) throws(CallFailure) -> Instant {
        let sum = instant.julian_date + instant.day_fraction
        guard abs(instant.day_fraction) <= 5_373_484.5,
            (1_721_425.5...5_373_484.5).contains(sum)
        else {
            throw .argument(
                "an instant", found: sum, expected: "a Julian date of the years 1 to 9999")
        }
        return Instant(julianDate: instant.julian_date, dayFraction: instant.day_fraction)
    }

    /// Seconds since an epoch that lead to no instant out of the calendar.
    static func seconds(_ seconds: Double) throws(CallFailure) {
        guard abs(seconds) <= largestSeconds else {
            throw .argument(
                "seconds", found: seconds, expected: "\(-largestSeconds) to \(largestSeconds)")
        }
    }

    /// A thousand years [s].
    private static let largestSeconds = 31_557_600_000.0
}

extension helio_instant {
    /// An instant as C has it.
    init(_ instant: Instant) {
        self.init(julian_date: instant.julianDate, day_fraction: instant.dayFraction)
    }
}
