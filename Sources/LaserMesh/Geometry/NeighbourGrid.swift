import Orbits

/// A grid of cubes over some of the satellites, in which all pairs within a radius are found.
///
/// A cube is at least as wide as the radius, so that the partners of a satellite are in its own cube
/// or in one of the 26 around it. Satellites are kept in the order of their cubes, so that those of
/// three cubes along z are one run of memory.
struct NeighbourGrid {
    private let radiusKm: Double
    private let cellsPerAxis: Int
    /// Where each cell's members begin; one entry more than there are cells.
    private let firstMember: [Int32]
    /// The satellites, cell by cell, with their cells and positions.
    private var members: [Int32]
    private var cellOf: [Int32]
    private var positions: PositionPlanes

    /// - Parameters:
    ///   - satellites: Indices of the satellites to consider; all have a position.
    ///   - all: Positions of all satellites.
    ///   - radiusKm: The greatest distance that is looked for [km].
    init(of satellites: [Int32], at all: PositionPlanes, radiusKm: Double) {
        self.radiusKm = radiusKm
        var extent = 1.0
        for satellite in satellites {
            let p = all[Int(satellite)]
            extent = max(extent, abs(p.x), abs(p.y), abs(p.z))
        }
        // More cubes than satellites only cost memory.
        let limit = satellites.count > 50_000 ? 160 : 64
        let wanted = 2 * extent / max(radiusKm, 1e-9)
        let cells = wanted < Double(limit) ? max(1, Int(wanted)) : limit
        cellsPerAxis = cells
        let scale = Double(cells) / (2 * extent)
        func cell(_ coordinate: Double) -> Int {
            min(cells - 1, max(0, Int((coordinate + extent) * scale)))
        }
        var cellIndex = [Int32](repeating: 0, count: satellites.count)
        var first = [Int32](repeating: 0, count: cells * cells * cells + 1)
        for (place, satellite) in satellites.enumerated() {
            let p = all[Int(satellite)]
            let index = (cell(p.x) * cells + cell(p.y)) * cells + cell(p.z)
            cellIndex[place] = Int32(index)
            first[index + 1] += 1
        }
        for index in 1..<first.count { first[index] += first[index - 1] }
        var next = first
        members = Array(repeating: 0, count: satellites.count)
        cellOf = members
        positions = PositionPlanes(count: satellites.count)
        for (place, satellite) in satellites.enumerated() {
            let index = cellIndex[place]
            let member = Int(next[Int(index)])
            next[Int(index)] += 1
            members[member] = satellite
            cellOf[member] = index
            positions[member] = all[Int(satellite)]
        }
        firstMember = first
    }

    /// Appends every pair that is longer than one length and no longer than the radius, once.
    func appendPairs(longerThanKm inner: Double, to pairs: inout [CandidatePair]) {
        let n = cellsPerAxis
        for member in 0..<members.count {
            let index = Int(cellOf[member])
            let ix = index / (n * n)
            let iy = index / n % n
            let iz = index % n
            for x in ix...min(n - 1, ix + 1) {
                for y in max(0, iy - 1)...min(n - 1, iy + 1) {
                    let row = (x * n + y) * n
                    // Pairs are found from the member that comes first.
                    let begin = max(member + 1, Int(firstMember[row + max(0, iz - 1)]))
                    let end = Int(firstMember[row + min(n - 1, iz + 1) + 1])
                    if begin < end {
                        append(
                            member, with: begin..<end, longerThanKm: inner, to: &pairs)
                    }
                }
            }
        }
    }

    /// Appends the pairs of one member with a run of others.
    private func append(
        _ member: Int, with others: Range<Int>, longerThanKm inner: Double,
        to pairs: inout [CandidatePair]
    ) {
        let (x, y, z) = (positions.x[member], positions.y[member], positions.z[member])
        // The square settles most pairs; a little wider, for the length itself decides.
        let square = radiusKm * radiusKm * (1 + 1e-9)
        positions.x.withUnsafeBufferPointer { xs in
            positions.y.withUnsafeBufferPointer { ys in
                positions.z.withUnsafeBufferPointer { zs in
                    for other in others {
                        let dx = x - xs[other]
                        let dy = y - ys[other]
                        let dz = z - zs[other]
                        let sum = dx * dx + dy * dy + dz * dz
                        guard sum <= square else { continue }
                        let length = LengthGrid.nearest(km: sum.squareRoot())
                        guard length <= radiusKm, length > inner else { continue }
                        pairs.append(
                            CandidatePair(
                                steps: UInt64(length / LengthGrid.stepKm), a: members[member],
                                b: members[other]))
                    }
                }
            }
        }
    }
}
