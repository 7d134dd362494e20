import Orbits

extension LinkList {
    /// Links along the planes of real satellites: each with the next one that is there, round the
    /// plane; slots that are empty are passed over.
    public static func ring(_ placement: Placement) -> LinkList {
        var links: [LaserLink] = []
        for shell in placement.shells {
            for plane in shell.planes { appendRing(of: plane, to: &links) }
        }
        return LinkList(links)
    }

    /// The +Grid of real satellites: rings along the planes, and each satellite with one in the next
    /// plane that is occupied.
    ///
    /// Two neighbouring planes are matched by argument of latitude at the placement's epoch: the pair
    /// that is nearest first, each satellite once, and none farther apart than one slot of the plane
    /// that has fewer. A satellite thus has four links at most. Shells are not joined with each other.
    ///
    /// - Parameters:
    ///   - placement: The shells and their planes.
    ///   - slotShift: By how many slots the partner in the next plane is farther ahead.
    ///   - seam: Whether the last plane is joined with the first: where they go all the way round, or
    ///     always, or never. Where they do not, the seam is the widest gap.
    /// - Complexity: O(planes · slots² log slots).
    public static func plusGrid(
        _ placement: Placement, slotShift: Int = 0, seam: Seam = .automatic
    ) -> LinkList {
        var links: [LaserLink] = []
        for shell in placement.shells {
            let planes = shell.planesFromSeam
            for plane in planes { appendRing(of: plane, to: &links) }
            for (plane, next) in zip(planes, planes.dropFirst()) {
                appendRungs(from: plane, to: next, slotShift: slotShift, to: &links)
            }
            let joins =
                switch seam {
                case .automatic: shell.isFullCircle
                case .linked: true
                case .open: false
                }
            if joins, planes.count > 2, let first = planes.first, let last = planes.last {
                appendRungs(from: last, to: first, slotShift: slotShift, to: &links)
            }
        }
        return LinkList(links)
    }

    private static func appendRing(of plane: PlacedPlane, to links: inout [LaserLink]) {
        let satellites = plane.satellites.compactMap(\.self)
        guard satellites.count >= 2, let last = satellites.last else { return }
        var before = last
        for satellite in satellites {
            links.append(LaserLink(before, satellite))
            before = satellite
        }
    }

    /// Appends the links between two planes, nearest first.
    private static func appendRungs(
        from plane: PlacedPlane, to next: PlacedPlane, slotShift: Int, to links: inout [LaserLink]
    ) {
        let turn = 2 * Double.pi
        let slots = (Double(plane.satellites.count), Double(next.satellites.count))
        let reach = turn / min(slots.0, slots.1)
        let shift = turn * Double(slotShift) / slots.1
        var pairs: [(angle: Double, a: Int, b: Int)] = []
        for (slot, a) in plane.satellites.enumerated() {
            guard a != nil else { continue }
            let place = plane.phaseRad + turn * Double(slot) / slots.0 + shift
            for (other, b) in next.satellites.enumerated() where b != nil {
                let ahead = next.phaseRad + turn * Double(other) / slots.1 - place
                let angle = abs(ahead.remainder(dividingBy: turn))
                // Rounded, so that equal angles are equal whatever their last bits.
                if angle <= reach * (1 + 1e-9) {
                    pairs.append(((angle * 1e9).rounded(), slot, other))
                }
            }
        }
        pairs.sort { ($0.angle, $0.a, $0.b) < ($1.angle, $1.a, $1.b) }
        var taken = Set<Int>()
        var joined = Set<Int>()
        for pair in pairs where !joined.contains(pair.a) && !taken.contains(pair.b) {
            guard let a = plane.satellites[pair.a], let b = next.satellites[pair.b] else {
                continue
            }
            joined.insert(pair.a)
            taken.insert(pair.b)
            links.append(LaserLink(a, b))
        }
    }
}
