#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

/// Chooses which of the visible satellites stations use.
///
/// Candidates are gone through from the best on; one is taken while its station has a place left and
/// its satellite too. Equally good ones come in the order of station and satellite. Without limits
/// on satellites this gives each station its best ones.
package struct SatelliteChooser: Sendable {
    /// A radio link that might be used.
    package struct Candidate: Sendable, Hashable {
        /// The link.
        package var link: Link

        /// What it is judged by: the smaller the better.
        package var cost: Double

        /// Creates a candidate.
        package init(_ link: Link, cost: Double) {
            self.link = link
            self.cost = cost
        }
    }

    private let rules: GroundRules

    /// Creates the chooser of some rules.
    package init(_ rules: GroundRules) { self.rules = rules }

    /// The candidate of a link, judged by its length or by its elevation at an instant.
    ///
    /// Costs of choices that depend on time are those of ``SatelliteChoice/highest``.
    package func candidate(
        _ link: Link, _ builder: MeshBuilder, _ satellites: PositionPlanes,
        atSeconds seconds: Double
    ) -> Candidate {
        switch rules.choice {
        case .all, .nearest:
            return Candidate(link, cost: link.lengthKm)
        case .highest, .longest, .sticky:
            let observer = builder.observer(link.b.index - satellites.count, atSeconds: seconds)
            let d = satellites[link.a.index] - observer.position.km
            return Candidate(link, cost: -(d * observer.up).sum() / (d * d).sum().squareRoot())
        }
    }

    /// The candidates that are taken, by station and then by satellite.
    ///
    /// - Complexity: O(n log n).
    package func choose(among candidates: [Candidate]) -> [Candidate] {
        let limit =
            rules.satellitesPerStation ?? (rules.choice == .all ? Int.max : 1)
        let share = rules.stationsPerSatellite ?? Int.max
        var used: [NodeID: Int] = [:]
        var taken: [Candidate] = []
        let sorted = candidates.sorted {
            ($0.cost, $0.link.b, $0.link.a) < ($1.cost, $1.link.b, $1.link.a)
        }
        for candidate in sorted {
            let (satellite, station) = (candidate.link.a, candidate.link.b)
            guard used[station, default: 0] < limit, used[satellite, default: 0] < share else {
                continue
            }
            used[station, default: 0] += 1
            used[satellite, default: 0] += 1
            taken.append(candidate)
        }
        return taken.sorted { ($0.link.b, $0.link.a) < ($1.link.b, $1.link.a) }
    }
}
