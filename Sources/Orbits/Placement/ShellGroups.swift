/// Groups of satellites that share inclination and height.
enum ShellGroups {
    /// Satellites nearer than this in height are neighbours [km].
    private static let nearKm = 0.15

    /// Satellites nearer than this in inclination are neighbours [rad].
    private static let nearRad = 0.05 * Double.pi / 180

    /// Fewer neighbours than this are chance: a satellite that passes by on its way up.
    private static let fewestNeighbours = 5

    /// Fewer satellites than this are no shell.
    private static let fewest = 6

    /// Planes with heights of their own belong together up to this difference to the next one [km].
    private static let planeStepKm = 20.0

    /// A group narrower than this in right ascension is one plane [rad].
    private static let planeWidthRad = 3 * Double.pi / 180

    /// The groups, in the order of inclination and height.
    static func groups(of orbits: [MeanOrbit]) -> [[MeanOrbit]] {
        var groups: [[MeanOrbit]] = []
        let byInclination = runs(
            of: orbits.sorted {
                ($0.inclinationRad, $0.satellite) < ($1.inclinationRad, $1.satellite)
            },
            gap: nearRad, by: \.inclinationRad)
        for band in byInclination {
            let byHeight = band.sorted {
                ($0.heightKm, $0.satellite) < ($1.heightKm, $1.satellite)
            }
            groups += merged(
                runs(of: dense(byHeight), gap: nearKm, by: \.heightKm)
                    .filter { $0.count >= fewest })
        }
        return groups
    }

    /// The members of a list sorted by height that have enough neighbours.
    private static func dense(_ sorted: [MeanOrbit]) -> [MeanOrbit] {
        var low = 0
        var high = 0
        return sorted.filter { orbit in
            while sorted[low].heightKm < orbit.heightKm - nearKm { low += 1 }
            while high < sorted.count, sorted[high].heightKm <= orbit.heightKm + nearKm {
                high += 1
            }
            return high - low > fewestNeighbours
        }
    }

    /// Divides a sorted list where two neighbours are farther apart than a gap.
    private static func runs(
        of sorted: [MeanOrbit], gap: Double, by value: KeyPath<MeanOrbit, Double>
    ) -> [[MeanOrbit]] {
        var runs: [[MeanOrbit]] = []
        for orbit in sorted {
            if let last = runs.last?.last, orbit[keyPath: value] - last[keyPath: value] <= gap {
                runs[runs.count - 1].append(orbit)
            } else {
                runs.append([orbit])
            }
        }
        return runs
    }

    /// Joins neighbours in height that are one plane each.
    private static func merged(_ groups: [[MeanOrbit]]) -> [[MeanOrbit]] {
        var merged: [[MeanOrbit]] = []
        var lastIsPlane = false
        for group in groups {
            let isPlane = isOnePlane(group)
            if isPlane, lastIsPlane, let last = merged.last?.last, let first = group.first,
                first.heightKm - last.heightKm <= planeStepKm
            {
                merged[merged.count - 1] += group
            } else {
                merged.append(group)
            }
            lastIsPlane = isPlane
        }
        return merged
    }

    private static func isOnePlane(_ group: [MeanOrbit]) -> Bool {
        guard let first = group.first else { return false }
        let offsets = group.map { Angle.centred($0.raanRad - first.raanRad) }
        guard let low = offsets.min(), let high = offsets.max() else { return false }
        return high - low <= planeWidthRad
    }
}
