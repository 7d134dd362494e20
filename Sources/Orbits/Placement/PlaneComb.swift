/// The planes of a shell: places around the equator on which right ascensions stand.
struct PlaneComb {
    /// The number of places around the equator.
    let positions: Int

    /// For each satellite the place of its plane, or `nil` between two planes.
    private(set) var planeOf: [Int?]

    /// Right ascension of the middle of each occupied plane [rad].
    private(set) var centreRad: [Int: Double]

    private let raanRad: [Double]

    /// The most places that are looked for.
    private static let most = 240

    /// Combs with a lower Fourier sum are none.
    private static let leastCoherence = 0.65

    /// A satellite farther from the middle of its plane is between two [places].
    private static let greatestOffset = 0.4

    /// Places of planes that stand on no comb: two a degree, finer than the gaps between them.
    private static let loosePositions = 720

    /// Gaps wider than this divide planes that stand on no comb [rad].
    private static let gapRad = 0.8 * Double.pi / 180

    init(_ orbits: [MeanOrbit]) {
        raanRad = orbits.map(\.raanRad)
        centreRad = [:]
        var best = 0.0
        var sums: [FourierSum] = []
        for places in 1...Self.most {
            let sum = FourierSum(orbits) { Double(places) * $0.raanRad }
            best = max(best, sum.coherence)
            sums.append(sum)
        }
        planeOf = Array(repeating: nil, count: orbits.count)
        // A comb is also one of twice as many teeth: the coarsest that does as well counts.
        if best >= Self.leastCoherence,
            let index = sums.firstIndex(where: { $0.coherence >= 0.9 * best })
        {
            positions = index + 1
            let first = sums[index].angle / (2 * .pi)
            for (index, orbit) in orbits.enumerated() {
                let place = Double(positions) * orbit.raanRad / (2 * .pi) - first
                let nearest = place.rounded()
                guard abs(place - nearest) <= Self.greatestOffset else { continue }
                planeOf[index] = ((Int(nearest) % positions) + positions) % positions
            }
        } else {
            positions = Self.loosePositions
            divideAtGaps(orbits)
        }
        findCentres()
    }

    private mutating func divideAtGaps(_ orbits: [MeanOrbit]) {
        let order = orbits.indices.sorted {
            (orbits[$0].raanRad, $0) < (orbits[$1].raanRad, $1)
        }
        var planes: [[Int]] = []
        var lastRad = -Double.infinity
        for index in order {
            if orbits[index].raanRad - lastRad > Self.gapRad { planes.append([]) }
            planes[planes.count - 1].append(index)
            lastRad = orbits[index].raanRad
        }
        if planes.count > 1, let first = planes.first?.first, let last = planes.last?.last,
            orbits[first].raanRad + 2 * .pi - orbits[last].raanRad <= Self.gapRad
        {
            planes[0] = planes.removeLast() + planes[0]
        }
        for plane in planes {
            let middle = Angle.wrapped(FourierSum(plane) { orbits[$0].raanRad }.angle)
            let place = Int((middle / (2 * .pi) * Double(positions)).rounded()) % positions
            for index in plane { planeOf[index] = place }
        }
    }

    private mutating func findCentres() {
        centreRad.removeAll()
        var members: [Int: [Int]] = [:]
        for (index, plane) in planeOf.enumerated() {
            if let plane { members[plane, default: []].append(index) }
        }
        for (plane, members) in members {
            centreRad[plane] = Angle.wrapped(FourierSum(members) { raanRad[$0] }.angle)
        }
    }

    /// Counts the places from another plane on, by how far the middles of the planes are apart.
    mutating func renumber(from first: Int) {
        guard let zeroRad = centreRad[first] else { return }
        var moved: [Int: Int] = [:]
        for (plane, centre) in centreRad {
            let turn = Angle.wrapped(centre - zeroRad) / (2 * .pi)
            moved[plane] = Int((turn * Double(positions)).rounded()) % positions
        }
        planeOf = planeOf.map { $0.flatMap { moved[$0] } }
        findCentres()
    }
}
