import LaserMesh
import Orbits

/// The motion of all nodes over some cells of time, as positions at the cells' ends.
///
/// In between, a position is that of the cubic through the four nearest ends. With cells of h = 1 s
/// the cubic errs by at most h⁴ n⁴ r / 24 = 4e-10 km in a low orbit (n = 1.1e-3 rad/s), less than the
/// step of the ``LengthGrid``.
struct MotionBlock: Sendable {
    /// Ends of the cells [s], one more than there are cells.
    let times: [Double]

    /// Length of a cell [s].
    let stepS: Double

    /// Earth-fixed positions of the satellites at the ends [km].
    let positions: PositionBlock

    /// Bounds of each node's motion in the block; those of stations that move, between two of their
    /// turns.
    let bounds: [MotionBounds]

    /// Earth-fixed positions of the stations at the ends, all ends of one station after another [km].
    private let stations: [SIMD3<Double>]

    private let builder: MeshBuilder

    /// The number of cells.
    var cellCount: Int { times.count - 1 }

    /// Propagates the satellites to the ends of the cells.
    ///
    /// - Complexity: O(satellites · cells).
    init(_ mesh: MovingMesh, times: [Double], stepS: Double) {
        precondition(times.count >= 4)
        self.times = times
        self.stepS = stepS
        let positions = mesh.positions(atSeconds: times)
        self.positions = positions
        let builder = mesh.builder
        self.builder = builder
        stations = builder.observers.indices.flatMap { station in
            times.map { builder.observer(station, atSeconds: $0).position.km }
        }
        let ofSatellites = (0..<positions.satelliteCount).map { satellite -> MotionBounds in
            var least = Double.infinity
            var greatest = 0.0
            for instant in times.indices {
                let p = positions.position(of: satellite, at: instant)
                let square = (p * p).sum()
                least = square < least ? square : least
                greatest = square > greatest ? square : greatest
            }
            guard least < .infinity else { return MotionBounds.still }
            return MotionBounds(
                between: least.squareRoot(), greatest.squareRoot(), h: stepS)
        }
        let ofStations = builder.observers.indices.map { station -> MotionBounds in
            builder.track(of: station).map {
                MotionBounds(
                    speedKmPerS: $0.greatestSpeedKmPerS,
                    accelerationKmPerS2: $0.greatestAccelerationKmPerS2)
            } ?? MotionBounds.still
        }
        bounds = ofSatellites + ofStations
    }

    private var satelliteCount: Int { positions.satelliteCount }

    /// The bounds of a node's motion.
    @inline(__always)
    func bounds(of node: Int) -> MotionBounds { bounds[node] }

    /// The vector from one node to another at an end [km].
    @inline(__always)
    func line(_ a: Int, _ b: Int, atEnd end: Int) -> SIMD3<Double> {
        position(of: b, atEnd: end) - position(of: a, atEnd: end)
    }

    /// The position of a node at an end [km].
    @inline(__always)
    func position(of node: Int, atEnd end: Int) -> SIMD3<Double> {
        node < satelliteCount
            ? positions.position(of: node, at: end)
            : stations[(node - satelliteCount) * times.count + end]
    }

    /// Where a time lies among the ends, for ``position(of:at:)``.
    func stencil(at time: Double, cell: Int) -> Stencil {
        let first = max(0, min(cell - 1, times.count - 4))
        let u = (time - times[first]) / stepS
        let (a, b, c, d) = (u, u - 1, u - 2, u - 3)
        return Stencil(
            first: first,
            weights: SIMD4(-b * c * d / 6, a * c * d / 2, -a * b * d / 2, a * b * c / 6),
            cell: cell, fraction: (time - times[cell]) / stepS, time: time)
    }

    /// The position of a node between the ends [km].
    ///
    /// A node that has no position at one of the four ends moves along the chord of its cell; where
    /// it has none at an end of the cell, it is NaN.
    @inline(__always)
    func position(of node: Int, at stencil: Stencil) -> SIMD3<Double> {
        guard node < satelliteCount else {
            let station = node - satelliteCount
            return builder.track(of: station) == nil
                ? stations[station * times.count]
                : builder.observer(station, atSeconds: stencil.time).position.km
        }
        let place = node * times.count + stencil.first
        let w = stencil.weights
        var p = SIMD3<Double>()
        for k in 0..<4 {
            p +=
                w[k]
                * SIMD3(positions.x[place + k], positions.y[place + k], positions.z[place + k])
        }
        if p.x.isNaN {
            let a = positions.position(of: node, at: stencil.cell)
            let b = positions.position(of: node, at: stencil.cell + 1)
            p = a + stencil.fraction * (b - a)
        }
        return p
    }
}

/// A time between the ends of a block's cells, with the weights of the four nearest ends.
struct Stencil {
    var first: Int
    var weights: SIMD4<Double>
    var cell: Int
    /// Part of the cell that is over, 0 to 1.
    var fraction: Double
    /// The time [s].
    var time: Double
}
