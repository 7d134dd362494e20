import Routing

extension Experiment {
    /// The pairs of the scenario with their distances along the ground and their weights.
    ///
    /// A table of pairs may give both; else the distance is that of the great circle and all weigh the
    /// same.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` for a name that no node bears, or
    ///   for a pair of which an end is a satellite and no distance is given.
    func weightedPairs() throws(ScenarioError) -> [WeightedPair] {
        let pairs = try RouteRows.pairs(of: self)
        let first = satelliteNames.count
        var weighted: [WeightedPair] = []
        for (index, pair) in pairs.enumerated() {
            let distance: Double
            if let given = pairTable?.geodesicKm?[index] {
                distance = given
            } else {
                let ends = [pair.source.index - first, pair.destination.index - first]
                let places = ends.filter { $0 >= 0 }.map { stations[$0].place }
                distance =
                    places.count == 2
                    ? scenario.ground.earth.ellipsoid.greatCircleKm(from: places[0], to: places[1])
                    : 0
            }
            guard distance > 0 else {
                throw .wrongValue(
                    place: ScenarioPlace(file: scenario.file, line: nil, path: "pairs"),
                    found: "'\(name(of: pair.source))' and '\(name(of: pair.destination))'",
                    expected: "stations apart from one another, or a table with geodesic_km")
            }
            weighted.append(
                WeightedPair(
                    pair, geodesicKm: distance, weight: pairTable?.weights?[index] ?? 1))
        }
        return weighted
    }
}
