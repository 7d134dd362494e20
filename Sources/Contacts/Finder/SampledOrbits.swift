import LaserMesh
import Orbits

/// The satellites over a block of time: samples of their positions, and cubics between them.
///
/// Samples stand at equal steps, the first at the block's beginning and the last at its end, with two
/// more on either side from which velocities are made: those of SGP4 are not quite the derivatives of
/// its positions, by some centimetres a second. Positions are Earth-fixed.
final class SampledOrbits: Sendable {
    /// The orbits that were sampled.
    let exact: ExactOrbits

    /// The instants of the samples in the block, ascending [s].
    let times: [Double]

    /// Bounds of each satellite; `nil` for one that has no state at any sample.
    let bounds: [OrbitBounds?]

    /// Time between samples [s].
    private let gapS: Double

    /// Positions satellite by satellite, ``rowCount`` each [km].
    private let x: [Double]
    private let y: [Double]
    private let z: [Double]

    /// Samples on either side of the block.
    private static let margin = 2

    /// The longest step between samples [s].
    static let stepS = 30.0

    /// Samples the satellites from one instant to another [s].
    ///
    /// - Complexity: O(satellites · samples).
    init(_ exact: ExactOrbits, from startS: Double, to endS: Double) {
        self.exact = exact
        let steps = max(1, Int(((endS - startS) / Self.stepS).rounded(.up)))
        let gap = (endS - startS) / Double(steps)
        let times = (0...steps).map { $0 == steps ? endS : startS + gap * Double($0) }
        self.times = times
        gapS = gap
        let all =
            (1...Self.margin).reversed().map { startS - gap * Double($0) } + times
            + (1...Self.margin).map { endS + gap * Double($0) }
        let count = exact.constellation.count
        var x = [Double](repeating: .nan, count: count * all.count)
        var (y, z) = (x, x)
        var sx = x.mutableSpan
        var sy = y.mutableSpan
        var sz = z.mutableSpan
        // What has no state is NaN in the planes, and asked again where its spells are found.
        _ = exact.constellation.positions(
            at: all.map { exact.epoch.advanced(bySeconds: $0) },
            layout: .satelliteMajor(instants: all.count), x: &sx, y: &sy, z: &sz)
        bounds = (0..<count).map { satellite in
            Self.bounds(x, y, z, satellite * all.count..<(satellite + 1) * all.count, stepS: gap)
        }
        (self.x, self.y, self.z) = (x, y, z)
    }

    /// The number of intervals between samples.
    var intervalCount: Int { times.count - 1 }

    private var rowCount: Int { times.count + 2 * Self.margin }

    /// The position at a place of the planes [km].
    @inline(__always)
    private func positionKm(_ place: Int) -> SIMD3<Double> { SIMD3(x[place], y[place], z[place]) }

    /// The velocity at a place of the planes, by differences of the fourth order [km/s].
    @inline(__always)
    private func velocityKmPerS(_ place: Int) -> SIMD3<Double> {
        (8 * (positionKm(place + 1) - positionKm(place - 1))
            - (positionKm(place + 2) - positionKm(place - 2))) / (12 * gapS)
    }

    /// The way of a satellite in an interval, from that sample to the next.
    @inline(__always)
    func segment(of satellite: Int, in interval: Int) -> OrbitSegment {
        let place = satellite * rowCount + Self.margin + interval
        let (p0, v0) = (positionKm(place), velocityKmPerS(place))
        let (p1, v1) = (positionKm(place + 1), velocityKmPerS(place + 1))
        // NaN in any of them is NaN in the sum.
        let isWhole = (p0 + v0 + p1 + v1).sum().isFinite
        return OrbitSegment(
            satellite: satellite, startS: times[interval], stepS: gapS, from: p0, v0, to: p1, v1,
            errorKm: isWhole ? bounds[satellite]?.interpolationErrorKm ?? .infinity : .infinity)
    }

    /// Whether a satellite has a state at a sample.
    @inline(__always)
    func isSampled(_ satellite: Int, _ sample: Int) -> Bool {
        x[satellite * rowCount + Self.margin + sample].isFinite
    }

    /// Whether a satellite has a state at every sample.
    func isAlwaysSampled(_ satellite: Int) -> Bool {
        times.indices.allSatisfy { isSampled(satellite, $0) }
    }

    /// The times at which a satellite has a state, as far as the samples tell.
    ///
    /// Where one of two neighbouring samples has none, the instant between them is halved to a
    /// microsecond.
    func spells(of satellite: Int) -> [Spell] {
        let cause = ContactCause.rule(.position)
        var spells: [Spell] = []
        var open: Spell?
        for sample in times.indices {
            let isSampled = isSampled(satellite, sample)
            if sample == 0, isSampled {
                open = Spell(
                    beginS: times[0], endS: times[intervalCount], causeUp: .window,
                    causeDown: .window)
            } else if sample > 0, isSampled != (open != nil) {
                let change = Bisection.change(
                    between: times[sample - 1], and: times[sample], toleranceS: 1e-6
                ) { (exact.state(of: satellite, atSeconds: $0) != nil) == (open != nil) }
                if let spell = open {
                    spells.append(spell.cut(from: nil, to: change, by: cause))
                    open = nil
                } else {
                    open = Spell(
                        beginS: change, endS: times[intervalCount], causeUp: cause,
                        causeDown: .window)
                }
            }
        }
        if let open { spells.append(open) }
        return spells
    }

    /// The interval in which an instant lies [s]; the later one of two at a sample.
    func interval(atSeconds seconds: Double) -> Int {
        let span = times[times.count - 1] - times[0]
        guard span > 0 else { return 0 }
        var place = Int(
            max(0, min((seconds - times[0]) / span * Double(intervalCount), Double(intervalCount))))
        place = min(place, intervalCount - 1)
        while place > 0, times[place] > seconds { place -= 1 }
        while place < intervalCount - 1, times[place + 1] <= seconds { place += 1 }
        return place
    }

    private static func bounds(
        _ x: [Double], _ y: [Double], _ z: [Double], _ row: Range<Int>, stepS: Double
    ) -> OrbitBounds? {
        var least = Double.infinity
        var greatest = 0.0
        var fastest = 0.0
        var last = SIMD3(repeating: Double.nan)
        for place in row {
            let p = SIMD3(x[place], y[place], z[place])
            let square = (p * p).sum()
            let way = p - last
            last = p
            guard square.isFinite else { continue }
            least = min(least, square)
            greatest = max(greatest, square)
            let waySquare = (way * way).sum()
            if waySquare > fastest { fastest = waySquare }
        }
        guard least > 0, least < .infinity else { return nil }
        return OrbitBounds(
            radiiKm: least.squareRoot()...greatest.squareRoot(),
            meanSpeedKmPerS: fastest.squareRoot() / stepS, stepS: stepS)
    }
}
