import Orbits

/// Makes the choices of ground stations for a whole window in one pass.
///
/// The positions of the satellites are shown at ascending instants, at some of which the stations
/// choose; further ones after the last choice let ``SatelliteChoice/longest`` see how long satellites
/// stay.
public struct GroundPlanner: Sendable {
    private struct Look: Sendable {
        var seconds: Double
        var isChoice: Bool
        var candidates: [SatelliteChooser.Candidate]
    }

    private let builder: MeshBuilder
    private let chooser: SatelliteChooser
    private var looks: [Look] = []
    private var waiting: Set<UInt64> = []

    /// Creates the planner of the stations and rules of a builder.
    public init(_ builder: MeshBuilder) {
        self.builder = builder
        chooser = SatelliteChooser(builder.groundRules)
    }

    /// Looks at the sky of all stations at an instant.
    ///
    /// - Parameters:
    ///   - satellites: Earth-fixed positions [km].
    ///   - seconds: The instant, since the scenario's epoch, later than those before [s].
    ///   - isChoice: Whether the stations choose then.
    /// - Complexity: O(stations · satellites).
    public mutating func look(
        at satellites: PositionPlanes, atSeconds seconds: Double, isChoice: Bool
    ) {
        precondition(looks.last.map { $0.seconds < seconds } ?? true)
        var links: [Link] = []
        builder.appendVisible(
            from: Array(builder.observers.indices), to: satellites, atSeconds: seconds,
            links: &links)
        let candidates = links.map {
            chooser.candidate($0, builder, satellites, atSeconds: seconds)
        }
        let seen = Set(candidates.map { Self.key($0.link) })
        waiting = isChoice ? seen : waiting.intersection(seen)
        looks.append(Look(seconds: seconds, isChoice: isChoice, candidates: candidates))
    }

    /// Whether a later look could still tell two satellites apart that were seen at the last choice.
    public var wantsMore: Bool {
        builder.groundRules.choice == .longest && !waiting.isEmpty
    }

    /// The choices at all instants of choice.
    ///
    /// - Parameter satelliteCount: How many nodes come before the stations.
    /// - Complexity: O(n log n) in the number of links seen.
    public func plan(satelliteCount: Int) -> GroundPlan {
        let stays = builder.groundRules.choice == .longest ? remainingLooks() : []
        var before: Set<UInt64> = []
        var decisions: [(atS: Double, pairs: [(station: Int, satellite: Int)])] = []
        for (index, look) in looks.enumerated() where look.isChoice {
            var candidates = look.candidates
            for place in candidates.indices {
                let key = Self.key(candidates[place].link)
                switch builder.groundRules.choice {
                case .all, .nearest, .highest: break
                // The sine of the elevation, between −1 and 1, decides among equals.
                case .longest: candidates[place].cost -= 4 * Double(stays[index][key] ?? 0)
                case .sticky: if before.contains(key) { candidates[place].cost -= 4 }
                }
            }
            let taken = chooser.choose(among: candidates)
            before = Set(taken.map { Self.key($0.link) })
            decisions.append(
                (
                    look.seconds,
                    taken.map { ($0.link.b.index - satelliteCount, $0.link.a.index) }
                ))
        }
        return GroundPlan(decisions)
    }

    /// For each look and link, at how many looks in a row from then on it is seen.
    private func remainingLooks() -> [[UInt64: Int]] {
        var remaining = [[UInt64: Int]](repeating: [:], count: looks.count)
        for index in looks.indices.reversed() {
            for candidate in looks[index].candidates {
                let key = Self.key(candidate.link)
                let later = index + 1 < looks.count ? remaining[index + 1][key] ?? 0 : 0
                remaining[index][key] = later + 1
            }
        }
        return remaining
    }

    private static func key(_ link: Link) -> UInt64 {
        GroundPlan.key(link.b.index, link.a.index)
    }
}
