import LaserMesh

/// The least and the greatest length of a link in an interval.
struct LengthExtremes {
    /// Least length [km].
    private(set) var minKm = Double.infinity

    /// Greatest length [km].
    private(set) var maxKm = 0.0

    /// Parts of an interval between samples in which the length is looked at for a turn.
    private static let parts = 4

    /// - Parameters:
    ///   - beginS: The beginning of the interval [s].
    ///   - endS: Its end [s].
    ///   - sampled: The block that holds it.
    ///   - line: The line from one end to the other [km] and how it changes [km/s], in an interval
    ///     between samples and at an instant.
    ///   - exactKm: The length at an instant [km]; NaN where there is none.
    init(
        from beginS: Double, to endS: Double, in sampled: SampledOrbits,
        line: (Int, Double) -> (SIMD3<Double>, SIMD3<Double>), exactKm: (Double) -> Double
    ) {
        add(exactKm(beginS))
        add(exactKm(endS))
        var interval = sampled.interval(atSeconds: beginS)
        var t = beginS
        while t < endS {
            let end = min(endS, sampled.times[interval + 1])
            func rate(_ seconds: Double) -> Double {
                let (d, v) = line(interval, seconds)
                return (d * v).sum()
            }
            var last = rate(t)
            for part in 1...Self.parts {
                let from = t + (end - t) * (Double(part - 1) / Double(Self.parts))
                let to =
                    part == Self.parts ? end : t + (end - t) * (Double(part) / Double(Self.parts))
                let next = rate(to)
                if (last < 0) != (next < 0), last.isFinite, next.isFinite {
                    // The length is flat there: half a millisecond moves it by less than 1e-8 km.
                    let turn = Bisection.change(between: from, and: to, toleranceS: 5e-4) {
                        (rate($0) < 0) == (last < 0)
                    }
                    add(exactKm(turn))
                }
                last = next
            }
            t = end
            interval += 1
        }
    }

    private mutating func add(_ lengthKm: Double) {
        // NaN where a satellite ceases to have a state at the end.
        if lengthKm < minKm { minKm = lengthKm }
        if lengthKm > maxKm { maxKm = lengthKm }
    }
}
