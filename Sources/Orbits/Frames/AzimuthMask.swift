/// The skyline around an observer: the least elevation as a function of azimuth.
///
/// Between the given azimuths the elevation is linear; it goes on around the circle from the last to
/// the first.
public struct AzimuthMask: Sendable, Hashable {
    /// Azimuths from north through east, ascending, in 0..<2π [rad].
    public let azimuthRad: [Double]

    /// Elevation of the skyline at each azimuth [rad].
    public let elevationRad: [Double]

    /// Creates a mask from its corners, in any order.
    ///
    /// - Parameters:
    ///   - corners: Azimuth and elevation of each corner [rad]; at least one, and no two at the same
    ///     azimuth.
    /// - Returns: `nil` for no corners, for two at one azimuth, or for a number that is not finite.
    public init?(_ corners: [(azimuthRad: Double, elevationRad: Double)]) {
        let sorted = corners.map { (Angle.wrapped($0.azimuthRad), $0.elevationRad) }
            .sorted { $0.0 < $1.0 }
        guard !sorted.isEmpty,
            corners.allSatisfy({ $0.azimuthRad.isFinite && $0.elevationRad.isFinite }),
            zip(sorted, sorted.dropFirst()).allSatisfy({ $0.0 < $1.0 })
        else { return nil }
        azimuthRad = sorted.map(\.0)
        elevationRad = sorted.map(\.1)
    }

    /// The elevation of the skyline at an azimuth [rad].
    ///
    /// - Complexity: O(log corners).
    public func elevationRad(atAzimuthRad azimuth: Double) -> Double {
        let azimuth = Angle.wrapped(azimuth)
        var low = 0
        var high = azimuthRad.count
        while low < high {
            let middle = (low + high) / 2
            if azimuthRad[middle] <= azimuth { low = middle + 1 } else { high = middle }
        }
        let after = low % azimuthRad.count
        let before = (low + azimuthRad.count - 1) % azimuthRad.count
        let span = Angle.wrapped(azimuthRad[after] - azimuthRad[before])
        guard span > 0 else { return elevationRad[before] }
        let part = Angle.wrapped(azimuth - azimuthRad[before]) / span
        return elevationRad[before] + part * (elevationRad[after] - elevationRad[before])
    }

    /// The highest point of the skyline [rad].
    public var greatestElevationRad: Double { elevationRad.max() ?? -.pi / 2 }
}
