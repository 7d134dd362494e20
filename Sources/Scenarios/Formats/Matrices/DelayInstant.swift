import LaserMesh
import Orbits

/// What a file of matrices holds of an instant: places of satellites and delays of links.
struct DelayInstant: Sendable, Hashable {
    /// A link with its one-way delay.
    struct Link: Sendable, Hashable {
        /// The end with the smaller number.
        var a: Int

        /// The other end.
        var b: Int

        /// Seconds.
        var delayS: Double
    }

    /// Places of the satellites over the Earth of the scenario.
    var places: [Geodetic]

    /// The links, by their ends.
    var links: [Link]

    init(places: [Geodetic], links: [Link]) {
        self.places = places
        self.links = links
    }

    /// An instant of a scenario.
    ///
    /// - Throws: ``ExchangeError/cannotSay(form:found:expected:)`` where a satellite has no position.
    init(
        _ experiment: Experiment, atSeconds seconds: Double, form: ExchangeForm
    ) throws(ExchangeError) {
        let (mesh, rejected) = experiment.mesh(atSeconds: seconds)
        if let (satellite, error) = rejected.first {
            throw .cannotSay(
                form: form,
                found: "\(experiment.satelliteNames[satellite]) without a position at \(seconds) s "
                    + "(\(error.message))",
                expected: "a position of every satellite at every instant")
        }
        let ellipsoid = experiment.scenario.ground.earth.ellipsoid
        let positions = mesh.positions
        places = (0..<mesh.satelliteCount).map { satellite in
            ellipsoid.geodetic(of: ITRFPosition(km: positions?[satellite] ?? SIMD3()))
        }
        links = mesh.links.map { Link(a: $0.a.index, b: $0.b.index, delayS: $0.delayS) }
    }
}
