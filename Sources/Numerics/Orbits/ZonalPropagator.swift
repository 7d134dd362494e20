public import Orbits

/// The orbit of a satellite by numerical integration of its equations of motion, to test theories.
///
/// The motion under ``ZonalGravity`` alone: no drag, no Sun, no Moon, no tesseral harmonics. That is
/// the problem which SGP4's near-Earth part solves analytically where the drag term is zero, so the
/// difference between the two is the error of the theory. TEME is taken as inertial: its axis moves
/// by precession and nutation, which over a day amounts to metres and is no part of SGP4 either.
///
/// The state is integrated in Earth radii and in units of time in which μ is one, so that position
/// and velocity are of like size and one tolerance fits both.
public struct ZonalPropagator: Sendable {
    /// The instant of the known state.
    public let epoch: Instant

    /// The state at ``epoch``.
    public let initial: TEMEState

    /// The attraction.
    public let gravity: ZonalGravity

    /// Error a step that is allowed, relative and in Earth radii.
    public let tolerance: Double

    /// Creates a propagator from a state.
    ///
    /// - Parameters:
    ///   - state: Position and velocity in TEME; finite.
    ///   - epoch: The instant of that state.
    ///   - gravity: The constants of the Earth.
    ///   - tolerance: Error a step that is allowed, relative and in Earth radii; positive. The
    ///     default leaves about a millimetre after a day in a low orbit.
    public init(
        state: TEMEState, at epoch: Instant, gravity: GravityModel = .wgs72,
        tolerance: Double = 1e-13
    ) {
        precondition(tolerance > 0, "a tolerance is positive")
        self.epoch = epoch
        self.initial = state
        self.gravity = ZonalGravity(gravity)
        self.tolerance = tolerance
    }

    /// The states at given times.
    ///
    /// - Parameter times: Times since ``epoch`` [s], negative ones too, in any order.
    /// - Returns: One state a time, in the order of the times.
    /// - Throws: ``GSLError/notFinite(at:)`` for a path through the Earth's centre,
    ///   ``GSLError/stepTooSmall(at:)``, ``GSLError/inputNotFinite(index:)`` where the first state
    ///   is not finite.
    /// - Complexity: O(span of the times): about 40 steps a revolution and direction of time.
    public func states(secondsSinceEpoch times: [Double]) throws(GSLError) -> [TEMEState] {
        var states = [TEMEState](repeating: initial, count: times.count)
        let order = times.indices.sorted { times[$0] < times[$1] }
        try integrate(order.filter { times[$0] > 0 }, times, into: &states)
        try integrate(order.reversed().filter { times[$0] < 0 }, times, into: &states)
        return states
    }

    /// The states at given instants.
    ///
    /// - Parameter instants: Instants before and after ``epoch``, in any order.
    /// - Returns: One state an instant, in their order.
    /// - Throws: As ``states(secondsSinceEpoch:)``.
    public func states(at instants: [Instant]) throws(GSLError) -> [TEMEState] {
        try states(secondsSinceEpoch: instants.map { $0.seconds(since: epoch) })
    }

    private func integrate(
        _ order: [Int], _ times: [Double], into states: inout [TEMEState]
    ) throws(GSLError) {
        let radiusKm = gravity.model.earthRadiusKm
        let speedKmPerS = (gravity.model.muKm3PerS2 / radiusKm).squareRoot()
        let secondsPerUnit = radiusKm / speedKmPerS
        let accelerationUnit = speedKmPerS / secondsPerUnit
        let position = initial.positionKm / radiusKm
        let velocity = initial.velocityKmPerS / speedKmPerS
        let gravity = gravity
        var problem = try InitialValueProblem(
            time: 0,
            values: [position.x, position.y, position.z, velocity.x, velocity.y, velocity.z],
            absoluteTolerance: tolerance, relativeTolerance: tolerance, firstStep: 0.01
        ) { _, y, slope in
            let a =
                gravity.accelerationKmPerS2(at: SIMD3(y[0], y[1], y[2]) * radiusKm)
                / accelerationUnit
            slope[0] = y[3]
            slope[1] = y[4]
            slope[2] = y[5]
            slope[3] = a.x
            slope[4] = a.y
            slope[5] = a.z
        }
        for index in order {
            try problem.advance(to: times[index] / secondsPerUnit)
            let y = problem.values
            states[index] = TEMEState(
                positionKm: SIMD3(y[0], y[1], y[2]) * radiusKm,
                velocityKmPerS: SIMD3(y[3], y[4], y[5]) * speedKmPerS)
        }
    }
}
