import LaserMesh

/// A lower bound of the cost from any node to one destination.
///
/// Two bounds are taken together. The straight line to the destination bounds every route. Over
/// satellites a stronger one holds, since lasers follow the curve of their shell: a laser between
/// satellites no lower than radius r that spans the central angle θ is at least 2 r sin(θ/2) long,
/// and where no laser is longer than L, no θ exceeds Θ = 2 asin(L / 2r). As the sine is concave, each
/// costs at least κ θ with κ = L/Θ, and with a hop's cost h at least (κ + h/Θ) θ. Angles add up to no
/// less than the angle to the destination. A ground station is reached over one of the satellites
/// that it sees: its bound is κ times the angle to it, plus the least of their links' costs less κ
/// times their own angles.
///
/// The angle is taken from the half chord x = sin(α/2) by the first terms of the series
/// 2 asin x = 2 (x + x³/6 + 3x⁵/40 + 15x⁷/336 + ...), all positive: less than the angle, and growing
/// no faster, so that the bound is consistent.
///
/// Each link may have been rounded down by half a step of the ``LengthGrid``, and positions err by
/// their last digits: by so much the bounds are shortened, a millimetre and 5 mm in a million nodes.
struct CostBound {
    private let goal: SIMD3<Double>
    private let goalDirection: SIMD3<Double>
    private let slackKm: Double
    private let kmPerRad: Double
    private let offsetKm: Double

    /// - Complexity: O(degree of the destination).
    init(to destination: Int, in mesh: Mesh, rules: RoutingRules) {
        slackKm = Double(mesh.nodeCount + 1) * LengthGrid.stepKm + 1e-6
        guard mesh.hasMeasuredLengths, let positions = mesh.positions else {
            (goal, goalDirection) = (SIMD3(), SIMD3())
            (kmPerRad, offsetKm) = (0, 0)
            return
        }
        goal = positions[destination]
        goalDirection = goal / (goal * goal).sum().squareRoot()
        let slope = Self.kmPerRad(in: mesh, rules: rules)
        guard slope > 0, goalDirection.x.isFinite else {
            (kmPerRad, offsetKm) = (0, 0)
            return
        }
        kmPerRad = slope
        guard destination >= mesh.satelliteCount else {
            offsetKm = 0
            return
        }
        var least = Double.infinity
        for place in mesh.row(of: NodeID(destination)) {
            let satellite = Int(mesh.neighbour[place])
            guard satellite < mesh.satelliteCount else { continue }
            let angle = Self.greatestAngleRad(
                Self.halfChord(positions[satellite], goalDirection))
            least = min(least, mesh.lengthKm[place] + rules.hopCostKm - slope * angle)
        }
        offsetKm = least
    }

    /// The bound from a node at a position [km]; infinite where no route leads on.
    ///
    /// - Parameter isSatellite: Whether lasers lead on from it; from a ground station the straight
    ///   line is all that is known.
    @inline(__always)
    func km(from position: SIMD3<Double>, isSatellite: Bool) -> Double {
        let d = position - goal
        var bound = (d * d).sum().squareRoot()
        if isSatellite, kmPerRad > 0 {
            let x = Self.halfChord(position, goalDirection)
            let square = x * x
            let angle =
                2 * x * (1 + square * (1.0 / 6 + square * (3.0 / 40 + square * (15.0 / 336))))
            let curved = kmPerRad * angle + offsetKm
            bound = bound < curved ? curved : bound
        }
        return bound > slackKm ? LengthGrid.nearest(km: bound - slackKm) : 0
    }

    /// The least cost of lasers for each radian between their ends [km]; zero where none is known.
    private static func kmPerRad(in mesh: Mesh, rules: RoutingRules) -> Double {
        guard !rules.allowsGroundRelay, let extent = mesh.laserExtent, extent.longestKm > 0 else {
            return 0
        }
        let half = extent.longestKm / (2 * extent.leastRadiusKm)
        // From a right angle on the least length is not where both ends are lowest.
        guard half < 0.7 else { return 0 }
        // An angle too great makes κ too small, which is still a bound.
        return (extent.longestKm + rules.hopCostKm) / greatestAngleRad(half) * (1 - 1e-12)
    }

    /// The sine of half the angle between a position and a direction.
    @inline(__always)
    private static func halfChord(
        _ position: SIMD3<Double>, _ direction: SIMD3<Double>
    ) -> Double {
        // From the cosine it would lose half of its digits where the angle is small.
        let chord = position / (position * position).sum().squareRoot() - direction
        return 0.5 * (chord * chord).sum().squareRoot()
    }

    /// No less than the angle with this half chord [rad].
    private static func greatestAngleRad(_ x: Double) -> Double {
        // The rest of the series is at most x⁷ (asin 1 − 1 − 1/6 − 3/40).
        let square = x * x
        return 2 * x * (1 + square * (1.0 / 6 + square * (3.0 / 40 + square * 0.329_130)))
    }
}
