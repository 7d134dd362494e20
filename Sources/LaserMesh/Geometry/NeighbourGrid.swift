import Orbits

/// A grid of cubes over some of the satellites, in which all pairs within a radius are found.
///
/// A cube is at least as wide as the radius, so that the partners of a satellite are in its own cube
/// or in one of the 26 around it.
struct NeighbourGrid {
    private let satellites: [Int32]
    private let positions: PositionPlanes
    private let radiusKm: Double
    private let cellsPerAxis: Int
    private let cellOf: [Int32]
    /// Where each cell's members begin in `members`; one entry more than there are cells.
    private let firstMember: [Int32]
    private let members: [Int32]

    /// - Parameters:
    ///   - satellites: Indices of the satellites to consider; all have a position.
    ///   - positions: Positions of all satellites.
    ///   - radiusKm: The greatest distance that is looked for [km].
    init(of satellites: [Int32], at positions: PositionPlanes, radiusKm: Double) {
        self.satellites = satellites
        self.positions = positions
        self.radiusKm = radiusKm
        var extent = 1.0
        for satellite in satellites {
            let p = positions[Int(satellite)]
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
        var cellOf = [Int32](repeating: 0, count: satellites.count)
        var first = [Int32](repeating: 0, count: cells * cells * cells + 1)
        for (place, satellite) in satellites.enumerated() {
            let p = positions[Int(satellite)]
            let index = (cell(p.x) * cells + cell(p.y)) * cells + cell(p.z)
            cellOf[place] = Int32(index)
            first[index + 1] += 1
        }
        for index in 1..<first.count { first[index] += first[index - 1] }
        var next = first
        var members = [Int32](repeating: 0, count: satellites.count)
        for place in satellites.indices {
            let index = Int(cellOf[place])
            members[Int(next[index])] = Int32(place)
            next[index] += 1
        }
        self.cellOf = cellOf
        firstMember = first
        self.members = members
    }

    /// Appends every pair that is longer than one length and no longer than the radius, once.
    func appendPairs(longerThanKm inner: Double, to pairs: inout [CandidatePair]) {
        let n = cellsPerAxis
        for (place, satellite) in satellites.enumerated() {
            let index = Int(cellOf[place])
            let ix = index / (n * n)
            let iy = index / n % n
            let iz = index % n
            for x in max(0, ix - 1)...min(n - 1, ix + 1) {
                for y in max(0, iy - 1)...min(n - 1, iy + 1) {
                    // Cubes along z are neighbours in memory: their members are one run.
                    let row = (x * n + y) * n
                    let begin = Int(firstMember[row + max(0, iz - 1)])
                    let end = Int(firstMember[row + min(n - 1, iz + 1) + 1])
                    for member in begin..<end {
                        let other = Int(members[member])
                        guard other > place else { continue }
                        let partner = satellites[other]
                        let length = positions.lengthKm(Int(satellite), Int(partner))
                        guard length <= radiusKm, length > inner else { continue }
                        pairs.append(
                            CandidatePair(lengthKm: length, a: satellite, b: partner))
                    }
                }
            }
        }
    }
}
