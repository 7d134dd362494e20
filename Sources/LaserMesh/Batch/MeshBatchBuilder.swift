import Orbits

/// Makes the meshes of a block of instants at once: the same links and the same lengths, to the
/// bit, as ``MeshBuilder`` makes at each instant.
///
/// Satellites are sorted into cubes once a block, so that each station looks only at those that it
/// can see at some instant of it, and some around them. A builder of this kind holds working memory;
/// each task has its own.
///
/// - Complexity: O(instants · (links + candidates) + satellites), and what the topology takes at
///   each instant unless it is a ``LinkList`` or a ``LinkTimetable``; nothing is allocated when memory has grown to the
///   size of a block.
public struct MeshBatchBuilder: Sendable {
    /// The topology, the rules and the stations.
    public let builder: MeshBuilder

    private var cells = SatelliteCells()
    private var planes = PositionPlanes(count: 0)
    private var proposed: [LaserLink] = []
    /// Links that are up at some instant, lasers first, and their lengths.
    private var ends: [LaserLink] = []
    private var lengths: [Double] = []
    private var laserCount = 0
    private var seen: [Int32] = []
    private var next: [Int32] = []

    /// Creates a builder of batches.
    public init(_ builder: MeshBuilder) { self.builder = builder }

    /// The meshes of satellites at these positions, into a batch whose memory is used again.
    public mutating func build(_ block: PositionBlock, into batch: inout MeshBatch) {
        ends.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        if let list = builder.topology as? LinkList {
            for link in list.links {
                appendLaser(link, block, isProposed: inOrder(link, block, isProposed: nil))
            }
        } else if let timetable = builder.topology as? LinkTimetable {
            for (index, link) in timetable.links.enumerated() {
                let isProposed = block.seconds.map { timetable.isChosen(index, atSeconds: $0) }
                guard isProposed.contains(true) else { continue }
                appendLaser(link, block, isProposed: inOrder(link, block, isProposed: isProposed))
            }
        } else {
            appendProposedLasers(block)
        }
        laserCount = ends.count
        if builder.hasPlainGround { appendRadioLinks(block) } else { appendRuledRadioLinks(block) }
        assemble(block, into: &batch)
    }

    /// Appends the lasers that a topology proposes at some instant.
    private mutating func appendProposedLasers(_ block: PositionBlock) {
        if planes.count != block.satelliteCount {
            planes = PositionPlanes(count: block.satelliteCount)
        }
        var byInstant: [[LaserLink]] = []
        var all: [LaserLink] = []
        for instant in 0..<block.instantCount {
            block.copy(at: instant, into: &planes)
            proposed.removeAll(keepingCapacity: true)
            builder.topology.appendLinks(
                among: planes, atSeconds: block.seconds[instant], rules: builder.laserRules,
                to: &proposed)
            byInstant.append(LinkList.sortedOnce(proposed))
            all.append(contentsOf: proposed)
        }
        var places = [Int](repeating: 0, count: block.instantCount)
        var isProposed = [Bool](repeating: false, count: block.instantCount)
        for link in LinkList.sortedOnce(all) {
            for instant in 0..<block.instantCount {
                let place = places[instant]
                isProposed[instant] =
                    place < byInstant[instant].count && byInstant[instant][place] == link
                if isProposed[instant] { places[instant] += 1 }
            }
            appendLaser(link, block, isProposed: inOrder(link, block, isProposed: isProposed))
        }
    }

    /// At which instants a link that is proposed is neither out of order nor closed.
    private func inOrder(
        _ link: LaserLink, _ block: PositionBlock, isProposed: [Bool]?
    ) -> [Bool]? {
        guard !builder.outages.isEmpty || !builder.closures.isEmpty else { return isProposed }
        return block.seconds.enumerated().map { instant, seconds in
            isProposed?[instant] != false
                && builder.isOpen(Int(link.a), Int(link.b), atSeconds: seconds)
        }
    }

    /// Appends the radio links by all rules, instant by instant as the plain builder does.
    private mutating func appendRuledRadioLinks(_ block: PositionBlock) {
        if planes.count != block.satelliteCount {
            planes = PositionPlanes(count: block.satelliteCount)
        }
        var places: [UInt64: Int] = [:]
        var pairs: [LaserLink] = []
        var found: [(pair: Int, instant: Int, lengthKm: Double)] = []
        for instant in 0..<block.instantCount {
            block.copy(at: instant, into: &planes)
            var links: [Link] = []
            builder.appendRadioLinks(
                from: nil, to: planes, atSeconds: block.seconds[instant], links: &links)
            for link in links {
                let pair = LaserLink(link.a.index, link.b.index)
                let place = places[pair.key] ?? pairs.count
                if place == pairs.count {
                    places[pair.key] = place
                    pairs.append(pair)
                }
                found.append((place, instant, link.lengthKm))
            }
        }
        // By station and then by satellite, as the rows of a batch need them.
        let order = pairs.indices.sorted { (pairs[$0].b, pairs[$0].a) < (pairs[$1].b, pairs[$1].a) }
        var rank = [Int](repeating: 0, count: pairs.count)
        let first = lengths.count
        for (place, pair) in order.enumerated() {
            rank[pair] = place
            ends.append(pairs[pair])
        }
        lengths.append(
            contentsOf: repeatElement(.infinity, count: pairs.count * block.instantCount))
        for link in found {
            lengths[first + rank[link.pair] * block.instantCount + link.instant] = link.lengthKm
        }
    }

    /// Appends a laser with its lengths, if the rules allow it at some instant.
    @inline(__always)
    private mutating func appendLaser(
        _ link: LaserLink, _ block: PositionBlock, isProposed: [Bool]?
    ) {
        let rules = builder.laserRules
        let surface = rules.clearance.ellipsoid.equatorialRadiusKm + rules.grazingAltitudeKm
        // A line between points of radius r and more stays above √(r² − length²/4).
        let clearSquare = surface > 0 ? surface * surface + 1e-3 : 1e-3
        let rowA = Int(link.a) * block.instantCount
        let rowB = Int(link.b) * block.instantCount
        let first = lengths.count
        var isUp = false
        block.x.withUnsafeBufferPointer { x in
            block.y.withUnsafeBufferPointer { y in
                block.z.withUnsafeBufferPointer { z in
                    for instant in 0..<block.instantCount {
                        let a = rowA + instant
                        let b = rowB + instant
                        let dx = x[a] - x[b]
                        let dy = y[a] - y[b]
                        let dz = z[a] - z[b]
                        let square = dx * dx + dy * dy + dz * dz
                        let length = LengthGrid.nearest(km: square.squareRoot())
                        let radiusA = x[a] * x[a] + y[a] * y[a] + z[a] * z[a]
                        let radiusB = x[b] * x[b] + y[b] * y[b] + z[b] * z[b]
                        let least = (radiusA < radiusB ? radiusA : radiusB) - square / 4
                        var allows = length <= rules.maxRangeKm && least >= clearSquare
                        if !allows {
                            allows = rules.allow(
                                lengthKm: length, from: SIMD3(x[a], y[a], z[a]),
                                to: SIMD3(x[b], y[b], z[b]))
                        }
                        if let isProposed, !isProposed[instant] { allows = false }
                        lengths.append(allows ? length : .infinity)
                        isUp = isUp || allows
                    }
                }
            }
        }
        if isUp { ends.append(link) } else { lengths.removeLast(lengths.count - first) }
    }

    /// Appends the links of each station to the satellites that it sees at some instant, ascending.
    private mutating func appendRadioLinks(_ block: PositionBlock) {
        let rules = builder.groundRules
        guard !builder.observers.isEmpty, block.instantCount > 0 else { return }
        if let list = builder.groundLinks {
            appendGivenRadioLinks(list, block)
            return
        }
        cells.sort(block, for: builder.observers, rules)
        let leastSine = rules.leastSine
        for (station, observer) in builder.observers.enumerated() {
            let reach = rules.reachKm(of: observer, radiusKm: cells.greatestRadiusKm)
            seen.removeAll(keepingCapacity: true)
            cells.forEach(near: observer.position.km, reachKm: reach) { satellite in
                if Self.sees(
                    satellite, block, observer, leastSine: leastSine,
                    greatestKm: rules.maxSlantRangeKm)
                {
                    seen.append(Int32(truncatingIfNeeded: satellite))
                }
            }
            seen.sort()
            for satellite in seen {
                ends.append(LaserLink(Int(satellite), block.satelliteCount + station))
                appendRadioLengths(Int(satellite), block, observer, leastSine: leastSine)
            }
        }
    }

    /// Appends radio links of given lengths, which are up while their satellite has a position.
    private mutating func appendGivenRadioLinks(_ list: GroundLinkList, _ block: PositionBlock) {
        for station in 0..<list.stationCount {
            for link in list.links(of: station) {
                let places = link.satellite * block.instantCount
                let row = block.x[places..<places + block.instantCount]
                guard row.contains(where: \.isFinite) else { continue }
                ends.append(LaserLink(link.satellite, block.satelliteCount + station))
                lengths.append(contentsOf: row.map { $0.isFinite ? link.lengthKm : .infinity })
            }
        }
    }

    /// Whether a station sees a satellite at some instant.
    @inline(__always)
    private static func sees(
        _ satellite: Int, _ block: PositionBlock, _ observer: Observer, leastSine: Double,
        greatestKm: Double
    ) -> Bool {
        let horizonKm = (observer.up * observer.position.km).sum()
        let row = satellite * block.instantCount
        for place in row..<(row + block.instantCount)
        where seenRangeKm(place, block, observer, horizonKm, leastSine, greatestKm).isFinite {
            return true
        }
        return false
    }

    /// The range of a satellite at a place of the block [km]; infinite where it is not seen.
    @inline(__always)
    private static func seenRangeKm(
        _ place: Int, _ block: PositionBlock, _ observer: Observer, _ horizonKm: Double,
        _ leastSine: Double, _ greatestKm: Double
    ) -> Double {
        let (x, y, z) = (block.x[place], block.y[place], block.z[place])
        let up = observer.up
        let height = (x * up.x + y * up.y + z * up.z) - horizonKm
        let dx = x - observer.position.km.x
        let dy = y - observer.position.km.y
        let dz = z - observer.position.km.z
        let range = (dx * dx + dy * dy + dz * dz).squareRoot()
        return height >= leastSine * range && range <= greatestKm ? range : .infinity
    }

    private mutating func appendRadioLengths(
        _ satellite: Int, _ block: PositionBlock, _ observer: Observer, leastSine: Double
    ) {
        let greatestKm = builder.groundRules.maxSlantRangeKm
        let horizonKm = (observer.up * observer.position.km).sum()
        let row = satellite * block.instantCount
        for place in row..<(row + block.instantCount) {
            let range = Self.seenRangeKm(
                place, block, observer, horizonKm, leastSine, greatestKm)
            lengths.append(LengthGrid.nearest(km: range))
        }
    }

    /// Puts the links into the rows of a batch, as ``Mesh`` does.
    private mutating func assemble(_ block: PositionBlock, into batch: inout MeshBatch) {
        let instants = block.instantCount
        let nodes = block.satelliteCount + builder.observers.count
        batch.satelliteCount = block.satelliteCount
        batch.instantCount = instants
        batch.firstLink.resize(to: nodes + 1, 0)
        batch.neighbour.resize(to: 2 * ends.count, 0)
        batch.kind.resize(to: 2 * ends.count, .laser)
        batch.lengthKm.resize(to: 2 * ends.count * instants, 0)
        for node in 0...nodes { batch.firstLink[node] = 0 }
        for link in ends {
            batch.firstLink[Int(link.a) + 1] += 1
            batch.firstLink[Int(link.b) + 1] += 1
        }
        for node in 0..<nodes { batch.firstLink[node + 1] += batch.firstLink[node] }
        next.removeAll(keepingCapacity: true)
        next.append(contentsOf: batch.firstLink)
        let laserCount = laserCount
        batch.lengthKm.withUnsafeMutableBufferPointer { target in
            lengths.withUnsafeBufferPointer { source in
                guard let to = target.baseAddress, let from = source.baseAddress else { return }
                // Smaller neighbours first, then larger ones, so that rows are ascending.
                for isSmaller in [true, false] {
                    for (index, link) in ends.enumerated() {
                        let node = Int(isSmaller ? link.b : link.a)
                        let place = Int(next[node])
                        next[node] += 1
                        batch.neighbour[place] = isSmaller ? link.a : link.b
                        batch.kind[place] = index < laserCount ? .laser : .radio
                        (to + place * instants).update(
                            from: from + index * instants, count: instants)
                    }
                }
            }
        }
    }
}
