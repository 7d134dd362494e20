import Orbits

/// An instant as a person gives it: seconds since the scenario's epoch, or a time of UTC.
public enum MeshInstant: Sendable, Hashable {
    /// Seconds since the epoch [s].
    case seconds(Double)

    /// A time of UTC.
    case utc(Instant)

    /// Reads a number of seconds or a time of ISO 8601; `nil` for any other text.
    public init?(text: String) {
        if let seconds = YAMLValue.number(text) {
            guard abs(seconds) <= TimeGrid.greatestSpanS else { return nil }
            self = .seconds(seconds)
        } else if let instant = Instant(iso8601: text) {
            self = .utc(instant)
        } else {
            return nil
        }
    }

    /// The time since an epoch [s]; that of UTC to the microsecond, which is what it is good for.
    public func seconds(since epoch: Instant) -> Double {
        switch self {
        case .seconds(let seconds): seconds
        case .utc(let instant): (instant.seconds(since: epoch) * 1e6).rounded() / 1e6
        }
    }
}
