import CHeliograph
import Orbits

/// `helio_instant_from_iso8601()`, as `heliograph.h` describes it.
@c @implementation
public func helio_instant_from_iso8601(
    _ text: UnsafePointer<CChar>?, _ instant: UnsafeMutablePointer<helio_instant>?
) -> helio_status {
    status { () throws(CallFailure) in
        let text = String(cString: try Check.pointer(text, "text"))
        let out = try Check.pointer(instant, "instant")
        guard let instant = Instant(iso8601: text) else {
            throw .text(
                "the text '\(text.prefix(64))' is no instant, expected one such as "
                    + "2026-08-23T12:00:00Z")
        }
        out.pointee = helio_instant(instant)
    }
}

/// `helio_instant_add()`, as `heliograph.h` describes it.
@c @implementation
public func helio_instant_add(
    _ instant: helio_instant, _ seconds: Double, _ later: UnsafeMutablePointer<helio_instant>?
) -> helio_status {
    status { () throws(CallFailure) in
        let out = try Check.pointer(later, "later")
        let start = try Check.instant(instant)
        try Check.seconds(seconds)
        out.pointee = helio_instant(start.advanced(bySeconds: seconds))
    }
}
