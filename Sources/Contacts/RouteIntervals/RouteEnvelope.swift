import LaserMesh

/// The best of a few routes over a part of a cell, with the instants at which it changes.
///
/// The lengths of two routes that are known at two times differ by no more in between than the chord
/// and the bends of their links allow (``LinkMotion``). Where that does not settle which one is
/// shorter, the time is halved, and where the best routes at its ends differ, it is split at the
/// instant at which they are equally long, which ``BracketedRoot`` finds.
///
/// Routes that stay within 1e-8 km of each other over a time too short to part them, 3e-14 s of
/// latency, are not told apart.
struct RouteEnvelope {
    /// A time with the lengths of all routes.
    struct Point {
        var time: Double
        /// Vectors along all links of all routes [km].
        var vectors: [SIMD3<Double>]
        /// Lengths on the ``LengthGrid`` [km].
        var lengthsKm: [Double]
        /// The best route.
        var best: Int
    }

    /// The instants of changes are known to so many seconds.
    static let resolutionS = 1e-7

    private static let noiseKm = 1e-8

    /// The routes by hops and then by their nodes: of equally long ones the first is the best.
    let routes: [[Int32]]

    private let block: MotionBlock
    private let cell: Int
    private let hopCostKm: Double
    /// Where each route's links begin among all.
    private var firstLink: [Int] = [0]
    private var accelerations: [Double] = []

    /// Creates the envelope of routes in a cell.
    init(_ routes: [[Int32]], in block: MotionBlock, cell: Int, hopCostKm: Double) {
        self.routes = routes.sorted {
            $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
        }
        self.block = block
        self.cell = cell
        self.hopCostKm = hopCostKm
        for route in self.routes {
            for (a, b) in zip(route, route.dropFirst()) {
                accelerations.append(
                    block.bounds(of: Int(a)).accelerationKmPerS2
                        + block.bounds(of: Int(b)).accelerationKmPerS2)
            }
            firstLink.append(accelerations.count)
        }
    }

    /// The lengths of all routes at a time.
    func point(at time: Double) -> Point {
        let stencil = block.stencil(at: time, cell: cell)
        var point = Point(time: time, vectors: [], lengthsKm: [], best: 0)
        point.vectors.reserveCapacity(accelerations.count)
        for route in routes {
            var length = 0.0
            var last = block.position(of: Int(route[0]), at: stencil)
            for node in route.dropFirst() {
                let next = block.position(of: Int(node), at: stencil)
                let d = next - last
                length += LengthGrid.nearest(km: (d * d).sum().squareRoot())
                point.vectors.append(d)
                last = next
            }
            point.lengthsKm.append(length)
        }
        for route in routes.indices.dropFirst()
        where cost(route, point) < cost(point.best, point) { point.best = route }
        return point
    }

    private func cost(_ route: Int, _ point: Point) -> Double {
        point.lengthsKm[route] + Double(routes[route].count - 1) * hopCostKm
    }

    /// The length of one route at a time [km].
    private func lengthKm(of route: Int, at time: Double) -> Double {
        let stencil = block.stencil(at: time, cell: cell)
        var length = 0.0
        var last = block.position(of: Int(routes[route][0]), at: stencil)
        for node in routes[route].dropFirst() {
            let next = block.position(of: Int(node), at: stencil)
            let d = next - last
            length += (d * d).sum().squareRoot()
            last = next
        }
        return length
    }

    /// Bounds of ℓ'' and of −ℓ'' of a route between two times [km/s²].
    func bends(of route: Int, from x: Point, to y: Point) -> (bend: Double, sag: Double) {
        var bend = 0.0
        var sag = 0.0
        for link in firstLink[route]..<firstLink[route + 1] {
            let motion = LinkMotion(
                from: x.vectors[link], to: y.vectors[link], h: y.time - x.time,
                accelerationKmPerS2: accelerations[link])
            bend += motion.bendKmPerS2
            sag += motion.sagKmPerS2
        }
        return (bend, sag)
    }

    /// Tells, in the order of time, which route is the best from when to when.
    func forEachPiece(
        from x: Point, to y: Point, _ body: (_ route: Int, _ start: Point, _ end: Point) -> Void
    ) {
        let h = y.time - x.time
        let resolution = max(Self.resolutionS, 8 * y.time.ulp)
        guard h > resolution else {
            // The change, if there is one, is at the end.
            body(x.best, x, y)
            return
        }
        if x.best == y.best {
            if staysBest(from: x, to: y) {
                body(x.best, x, y)
            } else {
                let middle = point(at: x.time + h / 2)
                forEachPiece(from: x, to: middle, body)
                forEachPiece(from: middle, to: y, body)
            }
            return
        }
        if isTied(x.best, y.best, at: x), isTied(x.best, y.best, at: y) {
            // As good as equally long at both ends: only time that is too short to part them is left.
            let (a, b) = (bends(of: x.best, from: x, to: y), bends(of: y.best, from: x, to: y))
            if (max(a.bend, b.bend) + max(a.sag, b.sag)) * h * h / 8 <= Self.noiseKm {
                body(x.best, x, y)
            } else {
                let middle = point(at: x.time + h / 2)
                forEachPiece(from: x, to: middle, body)
                forEachPiece(from: middle, to: y, body)
            }
            return
        }
        let time = crossing(of: x.best, and: y.best, from: x, to: y)
        let before = time - resolution / 2 > x.time ? point(at: time - resolution / 2) : x
        let after = time + resolution / 2 < y.time ? point(at: time + resolution / 2) : y
        if before.time > x.time { forEachPiece(from: x, to: before, body) }
        body(before.best, before, after)
        if after.time < y.time { forEachPiece(from: after, to: y, body) }
    }

    /// Whether two routes are too near each other to be told apart.
    private func isTied(_ one: Int, _ other: Int, at point: Point) -> Bool {
        abs(cost(one, point) - cost(other, point)) <= Self.noiseKm
    }

    /// Whether the best route at both times is the best in between, for certain.
    private func staysBest(from x: Point, to y: Point) -> Bool {
        let best = x.best
        let h = y.time - x.time
        let sag = bends(of: best, from: x, to: y).sag
        for other in routes.indices where other != best {
            let bend = bends(of: other, from: x, to: y).bend + sag
            let start = cost(other, x) - cost(best, x)
            let end = cost(other, y) - cost(best, y)
            if Chord.staysPositive(start, end, bend: bend, over: h) { continue }
            if bend * h * h / 8 <= Self.noiseKm { continue }
            return false
        }
        return true
    }

    /// The instant at which two routes are equally long.
    private func crossing(of one: Int, and other: Int, from x: Point, to y: Point) -> Double {
        let extra = Double(routes[other].count - routes[one].count) * hopCostKm
        let time = BracketedRoot.find(
            in: x.time...y.time, tolerance: Self.resolutionS / 8
        ) { lengthKm(of: other, at: $0) - lengthKm(of: one, at: $0) + extra }
        // Without a change of sign they are as good as equally long all the time.
        return time ?? x.time + (y.time - x.time) / 2
    }

    /// The least and the greatest length of a route between two times [km].
    func extremes(of route: Int, from x: Point, to y: Point) -> ClosedRange<Double> {
        let (a, b) = (x.lengthsKm[route], y.lengthsKm[route])
        let h = y.time - x.time
        var range = min(a, b)...max(a, b)
        guard h > 0 else { return range }
        let (bend, sag) = bends(of: route, from: x, to: y)
        let slope = abs(b - a) / h
        if slope <= bend * h / 2 {
            range = min(range.lowerBound, turn(of: route, x, y, sign: 1))...range.upperBound
        }
        if slope <= sag * h / 2 {
            range = range.lowerBound...max(range.upperBound, -turn(of: route, x, y, sign: -1))
        }
        return range
    }

    /// The least value of a route's length, or of its negative, between two times [km].
    ///
    /// Nine samples, and again around the least of them, where the bend is at most a few tenths of
    /// km/s²: after six rounds the least of a second is within 1e-9 km.
    private func turn(of route: Int, _ x: Point, _ y: Point, sign: Double) -> Double {
        var (start, end) = (x.time, y.time)
        var least = Double.infinity
        for _ in 0..<6 {
            let step = (end - start) / 8
            var place = 0
            var value = Double.infinity
            for sample in 0...8 {
                let length = sign * lengthKm(of: route, at: start + Double(sample) * step)
                if length < value { (value, place) = (length, sample) }
            }
            least = min(least, value)
            let middle = start + Double(place) * step
            (start, end) = (max(start, middle - step), min(end, middle + step))
        }
        return least
    }
}
