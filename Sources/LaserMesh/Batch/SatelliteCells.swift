import Orbits

/// A grid of cubes over the places of satellites in a block, to find those that are near a station.
///
/// A satellite stands in the cube of the first position that it has, and moves from there by no more
/// than ``motionKm`` in the block. Whatever is within some distance of a point at some instant is
/// then within that distance and the motion of it in the grid.
struct SatelliteCells {
    /// The farthest that any satellite is from its place in the grid, at any instant [km].
    private(set) var motionKm = 0.0

    /// The greatest distance of any satellite from the Earth's centre [km].
    private(set) var greatestRadiusKm = 0.0

    private var extentKm = 1.0
    private var cellsPerKm = 0.0
    private var cells = 1
    private var cellOf: [Int32] = []
    private var firstMember: [Int32] = []
    private var members: [Int32] = []

    /// Measures a block and sorts its satellites into cubes that suit what the stations see.
    mutating func sort(_ block: PositionBlock, for observers: [Observer], _ rules: GroundRules) {
        measure(block)
        var reach = 0.0
        for observer in observers {
            reach = max(reach, rules.reachKm(of: observer, radiusKm: greatestRadiusKm))
        }
        sort(block, reachKm: reach + motionKm)
    }

    /// Measures how far satellites are and move.
    private mutating func measure(_ block: PositionBlock) {
        let instants = block.instantCount
        cellOf.removeAll(keepingCapacity: true)
        var motionSquare = 0.0
        var radiusSquare = 0.0
        var extent = 1.0
        block.x.withUnsafeBufferPointer { x in
            block.y.withUnsafeBufferPointer { y in
                block.z.withUnsafeBufferPointer { z in
                    for satellite in 0..<block.satelliteCount {
                        let row = satellite * instants
                        var first = row
                        while first < row + instants, !(x[first] + y[first] + z[first]).isFinite {
                            first += 1
                        }
                        // Until the cubes are known, the instant of the satellite's place.
                        cellOf.append(
                            first == row + instants
                                ? -1 : Int32(truncatingIfNeeded: first - row))
                        guard first < row + instants else { continue }
                        let x0 = x[first]
                        let y0 = y[first]
                        let z0 = z[first]
                        extent = max(extent, abs(x0), max(abs(y0), abs(z0)))
                        for place in first..<(row + instants) {
                            let dx = x[place] - x0
                            let dy = y[place] - y0
                            let dz = z[place] - z0
                            let motion = dx * dx + dy * dy + dz * dz
                            let radius =
                                x[place] * x[place] + y[place] * y[place] + z[place] * z[place]
                            if motion > motionSquare { motionSquare = motion }
                            if radius > radiusSquare { radiusSquare = radius }
                        }
                    }
                }
            }
        }
        motionKm = motionSquare.squareRoot() * (1 + 1e-12) + 1e-6
        greatestRadiusKm = radiusSquare.squareRoot() * (1 + 1e-12) + 1e-6
        extentKm = extent
    }

    /// Sorts the satellites into cubes about as wide as half the distance that is looked for.
    private mutating func sort(_ block: PositionBlock, reachKm: Double) {
        let wanted = 4 * extentKm / max(reachKm, 1)
        cells = wanted < 48 ? max(1, Int(wanted)) : 48
        cellsPerKm = Double(cells) / (2 * extentKm)
        let count = cells * cells * cells
        firstMember.removeAll(keepingCapacity: true)
        firstMember.append(contentsOf: repeatElement(0, count: count + 1))
        for satellite in cellOf.indices {
            let instant = cellOf[satellite]
            guard instant >= 0 else { continue }
            let p = block.position(of: satellite, at: Int(instant))
            let cell = (index(p.x) * cells + index(p.y)) * cells + index(p.z)
            cellOf[satellite] = Int32(truncatingIfNeeded: cell)
            firstMember[cell + 1] += 1
        }
        for cell in 0..<count { firstMember[cell + 1] += firstMember[cell] }
        members.removeAll(keepingCapacity: true)
        members.append(contentsOf: repeatElement(0, count: Int(firstMember[count])))
        // Filled from the last on, each cube's end moves down to its beginning.
        for satellite in stride(from: cellOf.count - 1, through: 0, by: -1) {
            guard cellOf[satellite] >= 0 else { continue }
            let cell = Int(cellOf[satellite]) + 1
            firstMember[cell] -= 1
            members[Int(firstMember[cell])] = Int32(truncatingIfNeeded: satellite)
        }
    }

    /// Calls with the satellites that may come within a distance of a point in the block, and some
    /// others, each once.
    @inline(__always)
    func forEach(near point: SIMD3<Double>, reachKm: Double, _ body: (Int) -> Void) {
        guard !members.isEmpty else { return }
        let reach = reachKm + motionKm
        let low = SIMD3(
            index(point.x - reach), index(point.y - reach), index(point.z - reach))
        let high = SIMD3(
            index(point.x + reach), index(point.y + reach), index(point.z + reach))
        for x in low.x...high.x {
            for y in low.y...high.y {
                // Cubes along z are neighbours in memory: their members are one run.
                let row = (x * cells + y) * cells
                let begin = Int(firstMember[row + low.z + 1])
                let end =
                    row + high.z + 2 < firstMember.count
                    ? Int(firstMember[row + high.z + 2]) : members.count
                for place in begin..<end { body(Int(members[place])) }
            }
        }
    }

    @inline(__always)
    private func index(_ coordinate: Double) -> Int {
        let place = (coordinate + extentKm) * cellsPerKm
        return place > 0 ? min(cells - 1, Int(min(place, 1e6))) : 0
    }
}
