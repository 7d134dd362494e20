#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Sine of an angle [rad], for tests that import no Foundation.
public func sine(_ angle: Double) -> Double { sin(angle) }

/// Cosine of an angle [rad], for tests that import no Foundation.
public func cosine(_ angle: Double) -> Double { cos(angle) }
