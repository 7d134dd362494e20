import Routing

extension Experiment {
    /// The great circle between the stations of a pair [km]; NaN where a satellite is an end.
    func greatCircleKm(of pair: NodePair) -> Double {
        let first = constellation.count
        guard pair.source.index >= first, pair.destination.index >= first else { return .nan }
        return scenario.ground.earth.ellipsoid.greatCircleKm(
            from: stations[pair.source.index - first].place,
            to: stations[pair.destination.index - first].place)
    }

    /// The round-trip time of a pair over fibre [ms]; `nil` where a satellite is an end.
    func fibreRTTMs(of pair: NodePair) -> Double? {
        let rtt = scenario.fibre.rttMs(greatCircleKm: greatCircleKm(of: pair))
        return rtt.isNaN ? nil : rtt
    }
}
