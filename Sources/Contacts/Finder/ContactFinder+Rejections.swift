import Orbits

extension ContactFinder {
    /// The satellites that are rejected when a window begins or ends, each with the instant from which
    /// on it is, to a millisecond.
    ///
    /// - Complexity: O(satellites).
    public func rejections(over window: Range<Double>) -> [SatelliteRejection] {
        func error(_ satellite: Int, _ seconds: Double) -> SGP4Error? {
            do throws(SGP4Error) {
                _ = try constellation.state(
                    of: satellite, at: epoch.advanced(bySeconds: seconds))
                return nil
            } catch {
                return error
            }
        }
        return (0..<constellation.count).compactMap { satellite in
            if let first = error(satellite, window.lowerBound) {
                return SatelliteRejection(
                    satellite: satellite, seconds: window.lowerBound, error: first)
            }
            guard let last = error(satellite, window.upperBound) else { return nil }
            let seconds = Bisection.change(
                between: window.lowerBound, and: window.upperBound, toleranceS: 1e-3
            ) { error(satellite, $0) == nil }
            return SatelliteRejection(
                satellite: satellite, seconds: seconds, error: error(satellite, seconds) ?? last)
        }
    }
}
