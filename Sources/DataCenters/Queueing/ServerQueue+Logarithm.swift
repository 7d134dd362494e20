#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension ServerQueue {
    /// The natural logarithm.
    static func logarithm(_ value: Double) -> Double { log(value) }
}
