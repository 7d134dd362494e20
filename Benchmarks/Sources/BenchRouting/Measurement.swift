import Foundation

/// One figure, printed as a line of JSON.
struct Measurement {
    let name: String
    let unit: String
    let value: Double
    let checksum: Double

    func print() {
        Swift.print(
            "{\"name\":\"\(name)\",\"unit\":\"\(unit)\",\"value\":\(value),\"checksum\":\(checksum)}"
        )
    }

    /// The least time of some runs [s].
    static func best(of runs: Int, _ body: () -> Void) -> Double {
        var least = Double.infinity
        let clock = ContinuousClock()
        for _ in 0..<runs {
            let time = clock.measure(body)
            least = min(
                least,
                Double(time.components.seconds)
                    + Double(time.components.attoseconds) * 1e-18)
        }
        return least
    }
}
