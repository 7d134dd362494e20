import Orbits

/// Fits delays to measured round-trip times, by least absolute deviations.
public enum FibreFit {
    /// The delays that fit some pairs best on a network of cables.
    ///
    /// Which way a pair takes depends on the delays, so that ways and delays are found in turn, from
    /// plain ones on: lengths a tenth longer than stated, 1.15 along corridors, 1.5 along great circles.
    ///
    /// - Parameters:
    ///   - pairs: Measured pairs of given sites; those without a way do not count.
    ///   - network: The network.
    ///   - rounds: How often ways are found anew.
    public static func delays(
        of pairs: [MeasuredPair], over network: FibreNetwork, rounds: Int = 4
    ) -> FibreDelays {
        var delays = FibreDelays(
            cableSlack: 1.1, landStretch: 1.5, corridorSlack: 1.15, landingDelayMs: 1, fixedMs: 3)
        for _ in 0..<rounds {
            let paths = network.allPaths(delays: delays)
            var rows: [[Double]] = []
            var values: [Double] = []
            for pair in pairs {
                guard let path = paths[pair.a][pair.b] else { continue }
                let glassMs = 2 * delays.msPerKm
                rows.append(
                    [
                        glassMs * path.cableKm,
                        glassMs * (path.landKm + path.corridorKm / FibreDelays.roadStretch),
                        2 * Double(path.cables), 1,
                    ])
                values.append(pair.rttMs)
            }
            let found = LeastAbsoluteDeviations.fit(
                rows: rows, values: values, atLeast: [1, 1, 0, 0])
            delays.cableSlack = found[0]
            delays.landStretch = found[1]
            delays.corridorSlack = found[1] / FibreDelays.roadStretch
            delays.landingDelayMs = found[2]
            delays.fixedMs = found[3]
        }
        return delays
    }

    /// The stretch of the great circle and the fixed time [ms] that fit some pairs best.
    public static func greatCircle(
        of pairs: [MeasuredPair], among sites: [FibreSite], refractiveIndex: Double = 1.468,
        on ellipsoid: Ellipsoid = .wgs84
    ) -> (fibre: GreatCircleFibre, fixedMs: Double) {
        var fibre = GreatCircleFibre(refractiveIndex: refractiveIndex)
        let rows = pairs.map { pair in
            let km = ellipsoid.greatCircleKm(from: sites[pair.a].place, to: sites[pair.b].place)
            return [fibre.rttMs(greatCircleKm: km), 1]
        }
        let found = LeastAbsoluteDeviations.fit(
            rows: rows, values: pairs.map(\.rttMs), atLeast: [1, 0])
        fibre.stretch = found[0]
        return (fibre, found[1])
    }
}
