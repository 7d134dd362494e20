import LaserMesh
import Orbits

/// When satellites, or other things that move, are over an area of the Earth.
///
/// Of a satellite its sub-point counts: where the normal of the ellipsoid through it meets the ground.
/// The area is asked every ``sampleS``, and less often far from its outline; a change between two
/// instants is halved to a microsecond. A stay, or an absence, that lasts less than ``sampleS`` may be
/// missed: of an orbit the seven kilometres in which it clips a corner.
public struct Overflights: Sendable {
    /// How often a place near the outline is asked for [s].
    public static let sampleS = 1.0

    /// No sub-point is faster than this over the ground, not even of an escaping satellite [km/s].
    private static let greatestSpeedKmPerS = 12.0

    /// Instants that are looked at together.
    private static let blockSize = 256

    private let orbits: ExactOrbits
    private let ellipsoid: Ellipsoid

    /// Prepares the sub-points of some satellites.
    ///
    /// - Parameters:
    ///   - constellation: The satellites.
    ///   - epoch: The instant from which seconds count.
    ///   - ellipsoid: The Earth under them.
    public init(of constellation: Constellation, since epoch: Instant, on ellipsoid: Ellipsoid) {
        orbits = ExactOrbits(constellation: constellation, epoch: epoch)
        self.ellipsoid = ellipsoid
    }

    /// When each satellite is over an area.
    ///
    /// - Parameters:
    ///   - startS: From when on, since the epoch [s]; intervals may begin a little before it.
    ///   - endS: Until when [s]; intervals may end a little after it.
    ///   - contains: Whether a place is in the area.
    ///   - clearanceKm: No nearer than this is a place to the outline of the area [km].
    /// - Returns: For each satellite half-open intervals, ascending [s].
    /// - Complexity: O(satellites · seconds), most of it a look at the position.
    public func intervals(
        from startS: Double, to endS: Double, over contains: (Geodetic) -> Bool,
        clearanceKm: (Geodetic) -> Double
    ) -> [[(fromS: Double, toS: Double)]] {
        let first = Int((startS / Self.sampleS).rounded(.down))
        let last = Int((endS / Self.sampleS).rounded(.up))
        let count = orbits.constellation.count
        var stays = [Stays](repeating: Stays(next: first), count: count)
        var x = [Double](repeating: 0, count: count * Self.blockSize)
        var (y, z) = (x, x)
        for begin in stride(from: first, through: last, by: Self.blockSize) {
            let samples = begin..<min(begin + Self.blockSize, last + 1)
            var sx = x.mutableSpan
            var sy = y.mutableSpan
            var sz = z.mutableSpan
            _ = orbits.constellation.positions(
                at: samples.map { orbits.epoch.advanced(bySeconds: Double($0) * Self.sampleS) },
                layout: .satelliteMajor(instants: Self.blockSize), x: &sx, y: &sy, z: &sz)
            for satellite in 0..<count {
                while stays[satellite].next < samples.upperBound {
                    let sample = stays[satellite].next
                    let place = satellite * Self.blockSize + sample - begin
                    let under = subPoint(SIMD3(x[place], y[place], z[place]))
                    stays[satellite].look(
                        atSample: sample, isInside: under.map(contains) ?? false,
                        clearanceKm: under.map(clearanceKm) ?? 0
                    ) { seconds in
                        subPoint(orbits.positionKm(of: satellite, atSeconds: seconds))
                            .map(contains) ?? false
                    }
                }
            }
        }
        return stays.map { $0.finished(atSample: last) }
    }

    /// When something that moves slowly is in an area, asked every ``sampleS``.
    ///
    /// - Parameters:
    ///   - startS: From when on [s].
    ///   - endS: Until when [s].
    ///   - isInside: Whether it is in the area at an instant.
    /// - Returns: Half-open intervals, ascending [s].
    /// - Complexity: O(seconds).
    public static func intervals(
        from startS: Double, to endS: Double, where isInside: (Double) -> Bool
    ) -> [(fromS: Double, toS: Double)] {
        let first = Int((startS / sampleS).rounded(.down))
        let last = Int((endS / sampleS).rounded(.up))
        var stays = Stays(next: first)
        for sample in first...max(first, last) {
            stays.look(
                atSample: sample, isInside: isInside(Double(sample) * sampleS), clearanceKm: 0,
                isInside)
        }
        return stays.finished(atSample: last)
    }

    private func subPoint(_ positionKm: SIMD3<Double>) -> Geodetic? {
        positionKm.x.isFinite ? ellipsoid.geodetic(of: ITRFPosition(km: positionKm)) : nil
    }

    /// The stays of one thing in the area, found sample by sample.
    private struct Stays {
        /// The next sample to look at.
        var next: Int

        private var previous: Int?
        private var sinceS: Double?
        private var found: [(fromS: Double, toS: Double)] = []

        init(next: Int) { self.next = next }

        /// Takes what is so at a sample, and finds the change since the one before.
        mutating func look(
            atSample sample: Int, isInside: Bool, clearanceKm: Double,
            _ exactly: (Double) -> Bool
        ) {
            let seconds = Double(sample) * sampleS
            let wasInside = sinceS != nil
            if previous == nil {
                if isInside { sinceS = seconds }
            } else if let previous, isInside != wasInside {
                let change = Bisection.change(
                    between: Double(previous) * sampleS, and: seconds, toleranceS: 1e-6
                ) { exactly($0) == wasInside }
                if let begun = sinceS {
                    found.append((begun, change))
                    sinceS = nil
                } else {
                    sinceS = change
                }
            }
            previous = sample
            let quiet = min(clearanceKm / (greatestSpeedKmPerS * sampleS), 1e6)
            next = sample + max(1, Int(quiet))
        }

        func finished(atSample last: Int) -> [(fromS: Double, toS: Double)] {
            guard let sinceS else { return found }
            return found + [(sinceS, Double(last) * sampleS)]
        }
    }
}
