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

    /// Earth-fixed positions of the stations [km].
    let stations: [SIMD3<Double>]

    /// Bounds of each satellite's motion in the block.
    let bounds: [MotionBounds]

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
        stations = mesh.builder.observers.map { $0.position.km }
        bounds = (0..<positions.satelliteCount).map { satellite in
            var least = Double.infinity
            var greatest = 0.0
            for instant in times.indices {
                let p = positions.position(of: satellite, at: instant)
                let square = (p * p).sum()
                least = square < least ? square : least
                greatest = square > greatest ? square : greatest
            }
            guard least < .infinity else { return .still }
            return MotionBounds(
                between: least.squareRoot(), greatest.squareRoot(), h: stepS)
        }
    }

    /// The bounds of a node's motion.
    @inline(__always)
    func bounds(of node: Int) -> MotionBounds {
        node < bounds.count ? bounds[node] : .still
    }

    /// The bounds of the motion of a link's ends.
    @inline(__always)
    func bounds(of link: LaserLink) -> (MotionBounds, MotionBounds) {
        (bounds(of: Int(link.a)), bounds(of: Int(link.b)))
    }

    /// The station of a radio link, by its place among the stations; `nil` for a laser.
    @inline(__always)
    func station(of link: LaserLink) -> Int? {
        let place = Int(link.b) - bounds.count
        return place >= 0 ? place : nil
    }

    /// The position of a node at an end [km].
    @inline(__always)
    func position(of node: Int, atEnd end: Int) -> SIMD3<Double> {
        node < bounds.count
            ? positions.position(of: node, at: end) : stations[node - bounds.count]
    }

    /// Where a time lies among the ends, for ``position(of:at:)``.
    func stencil(at time: Double, cell: Int) -> Stencil {
        let first = max(0, min(cell - 1, times.count - 4))
        let u = (time - times[first]) / stepS
        let (a, b, c, d) = (u, u - 1, u - 2, u - 3)
        return Stencil(
            first: first,
            weights: SIMD4(-b * c * d / 6, a * c * d / 2, -a * b * d / 2, a * b * c / 6),
            cell: cell, fraction: (time - times[cell]) / stepS)
    }

    /// The position of a node between the ends [km].
    ///
    /// A node that has no position at one of the four ends moves along the chord of its cell; where
    /// it has none at an end of the cell, it is NaN.
    @inline(__always)
    func position(of node: Int, at stencil: Stencil) -> SIMD3<Double> {
        guard node < bounds.count else { return stations[node - bounds.count] }
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
}
