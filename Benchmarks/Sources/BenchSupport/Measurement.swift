/// One figure, printed as a line of JSON.
public struct Measurement {
    /// What was measured.
    public let name: String

    /// The unit of the figure.
    public let unit: String

    /// The figure.
    public let value: Double

    /// A number that the answer gives, to compare with those of other programs; `nil` for none.
    public let checksum: Double?

    /// Creates a figure.
    public init(name: String, unit: String, value: Double, checksum: Double? = nil) {
        self.name = name
        self.unit = unit
        self.value = value
        self.checksum = checksum
    }

    /// Prints the line.
    public func print() {
        let answer = checksum.map { ",\"checksum\":\($0)" } ?? ""
        Swift.print("{\"name\":\"\(name)\",\"unit\":\"\(unit)\",\"value\":\(value)\(answer)}")
    }

    /// The least time of some runs [s].
    public static func best(of runs: Int, _ body: () -> Void) -> Double {
        var least = Double.infinity
        let clock = ContinuousClock()
        for _ in 0..<runs {
            let time = clock.measure(body)
            least = min(
                least,
                Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
        }
        return least
    }
}
