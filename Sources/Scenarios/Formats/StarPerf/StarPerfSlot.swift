import LaserMesh

/// What StarPerf's file holds of a shell at an instant.
struct StarPerfSlot: Sendable, Hashable {
    /// Longitude, latitude [deg] and altitude [km] of each satellite.
    var positions: [String]

    /// Delays [s], row by row, one more than there are satellites each way.
    var delays: [Double]

    /// Takes a shell from an instant.
    ///
    /// - Throws: ``ExchangeError/cannotSay(form:found:expected:)`` for a laser that leaves the shell.
    init(
        _ instant: DelayInstant, satellites: Range<Int>, _ experiment: Experiment
    ) throws(ExchangeError) {
        positions = []
        for place in instant.places[satellites] {
            positions += [place.longitudeDeg, place.latitudeDeg, place.altitudeKm].map(
                \.description)
        }
        let width = satellites.count + 1
        delays = Array(repeating: 0, count: width * width)
        let all = instant.places.count
        for link in instant.links where link.b < all {
            let isIn = (satellites.contains(link.a), satellites.contains(link.b))
            guard isIn.0 == isIn.1 else {
                throw .cannotSay(
                    form: .starPerf,
                    found: "a laser from \(experiment.name(of: NodeID(link.a))) to "
                        + "\(experiment.name(of: NodeID(link.b)))",
                    expected: "lasers within a shell")
            }
            guard isIn.0 else { continue }
            let a = link.a - satellites.lowerBound + 1
            let b = link.b - satellites.lowerBound + 1
            delays[a * width + b] = link.delayS
            delays[b * width + a] = link.delayS
        }
    }
}
