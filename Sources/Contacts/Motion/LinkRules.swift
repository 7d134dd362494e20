import LaserMesh
import Orbits

/// The rules for links as margins, for bounds and roots.
struct LinkRules: Sendable {
    private let laser: LaserRules
    private let ground: GroundRules
    private let observers: [Observer]
    private let leastSine: Double

    init(_ builder: MeshBuilder) {
        laser = builder.laserRules
        ground = builder.groundRules
        observers = builder.observers
        leastSine = builder.groundRules.leastSine
    }

    /// A builder of all links that may be up somewhere in the cells beside an end.
    ///
    /// In a cell of `h` seconds an end of a link flies no farther than v h. A line's length changes
    /// by no more than twice that, its height by no more than v h, and a direction by no more than
    /// the angle v h / ρ at range ρ.
    ///
    /// - Parameters:
    ///   - builder: The builder with the rules as they are.
    ///   - block: The cells.
    ///   - lasers: The lasers where they are chosen already, whatever the rules; `nil` for those of
    ///     the builder.
    func relaxed(
        _ builder: MeshBuilder, for block: MotionBlock, lasers: LinkList?
    ) -> MeshBuilder {
        let step = (block.bounds.map(\.speedKmPerS).max() ?? 0) * block.stepS
        // Without any rule but these two: more links than there are do no harm.
        var radio = GroundRules(
            minElevationRad: ground.minElevationRad, maxSlantRangeKm: ground.maxSlantRangeKm)
        if let elevation = ground.minElevationRad {
            radio.minElevationRad = elevation - angle(step, in: block)
            if (radio.minElevationRad ?? 0) <= -.pi / 2 { radio.minElevationRad = nil }
        }
        radio.maxSlantRangeKm += step
        var light = laser
        light.maxRangeKm = lasers == nil ? laser.maxRangeKm + 2 * step : .infinity
        light.grazingAltitudeKm = lasers == nil ? laser.grazingAltitudeKm - step : -1e6
        return builder.replacing(
            topology: lasers ?? builder.topology, laserRules: light, groundRules: radio)
    }

    /// The angle by which a satellite's direction may change while it flies so far [rad].
    private func angle(_ stepKm: Double, in block: MotionBlock) -> Double {
        var highest = 0.0
        for observer in observers {
            let p = observer.position.km
            highest = max(highest, (p * p).sum().squareRoot())
        }
        var lowest = Double.infinity
        for satellite in 0..<block.bounds.count {
            let p = block.positions.position(of: satellite, at: 0)
            let square = (p * p).sum()
            if square < lowest { lowest = square }
        }
        // A satellite that comes so near to the ground may be seen anywhere.
        let range = lowest.squareRoot() - 20 * stepKm - highest
        return range > stepKm ? stepKm / range : .pi
    }

    /// Goes through a link's margins between two times until one is found that decides.
    ///
    /// - Parameters:
    ///   - station: The station of a radio link, by its place among the stations; `nil` for a laser.
    ///   - bounds: The bounds of both ends' motion.
    ///   - start: Both ends' positions at the first time [km].
    ///   - end: Both ends' positions at the second time [km].
    ///   - h: The time between [s].
    ///   - decides: Told each margin; the first for which it is true ends the round.
    /// - Returns: Whether one decided.
    @inline(__always)
    func forEachMargin(
        ofStation station: Int?, bounds: (MotionBounds, MotionBounds),
        from start: (SIMD3<Double>, SIMD3<Double>), to end: (SIMD3<Double>, SIMD3<Double>),
        h: Double, _ decides: (LinkMargin) -> Bool
    ) -> Bool {
        let (a, b) = bounds
        let acceleration = a.accelerationKmPerS2 + b.accelerationKmPerS2
        let motion = LinkMotion(
            from: start.0 - start.1, to: end.0 - end.1, h: h, accelerationKmPerS2: acceleration)
        let closing = a.speedKmPerS + b.speedKmPerS
        let cap = station == nil ? laser.maxRangeKm : ground.maxSlantRangeKm
        if cap < .infinity {
            let margin = LinkMargin(
                start: cap - motion.startKm, end: cap - motion.endKm,
                bendKmPerS2: motion.bendKmPerS2, rateKmPerS: closing)
            if decides(margin) { return true }
        }
        if let station {
            guard ground.minElevationRad != nil else { return false }
            // Height over the horizon less sin(elevation) times the range.
            let observer = observers[station]
            let margin = LinkMargin(
                start: (observer.up * (start.0 - start.1)).sum() - leastSine * motion.startKm,
                end: (observer.up * (end.0 - end.1)).sum() - leastSine * motion.endKm,
                bendKmPerS2: acceleration + abs(leastSine) * motion.bendKmPerS2,
                rateKmPerS: closing * (1 + abs(leastSine)))
            return decides(margin)
        }
        let speed = max(a.speedKmPerS, b.speedKmPerS)
        let margin = LinkMargin(
            start: clearanceKm(start, enough: speed * h), end: clearanceKm(end, enough: speed * h),
            bendKmPerS2: nil, rateKmPerS: speed)
        return decides(margin)
    }

    /// The least height of a line over the grazing altitude [km]; a lower bound where that is more
    /// than enough.
    private func clearanceKm(
        _ line: (SIMD3<Double>, SIMD3<Double>), enough: Double
    ) -> Double {
        let d = line.1 - line.0
        let square = (d * d).sum()
        let radiusA = (line.0 * line.0).sum()
        let radiusB = (line.1 * line.1).sum()
        let bound =
            max(0, min(radiusA, radiusB) - square / 4).squareRoot()
            - laser.clearance.ellipsoid.equatorialRadiusKm - laser.grazingAltitudeKm
        if bound > enough { return bound }
        return laser.clearance.leastHeightKm(from: line.0, to: line.1) - laser.grazingAltitudeKm
    }

    /// Whether the margins of a link at one time are all met.
    func allow(
        ofStation station: Int?, bounds: (MotionBounds, MotionBounds), _ a: SIMD3<Double>,
        _ b: SIMD3<Double>
    ) -> Bool {
        guard (a + b).sum().isFinite else { return false }
        return !forEachMargin(
            ofStation: station, bounds: bounds, from: (a, b), to: (a, b), h: 1
        ) { $0.start < 0 }
    }
}
