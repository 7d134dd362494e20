#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension SeededGenerator {
    /// A number in 0..<1.
    public mutating func unit() -> Double { Double.random(in: 0..<1, using: &self) }

    /// A point spread evenly over a sphere of a radius.
    public mutating func pointOnSphere(radius: Double) -> SIMD3<Double> {
        let z = Double.random(in: -1...1, using: &self)
        let angle = Double.random(in: 0..<(2 * .pi), using: &self)
        let equatorial = (1 - z * z).squareRoot()
        return radius * SIMD3(equatorial * cos(angle), equatorial * sin(angle), z)
    }
}
