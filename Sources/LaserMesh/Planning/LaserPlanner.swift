import Orbits

/// Plans for a whole window which terminals point at each other, by what lasers can do.
///
/// The satellites are shown at ascending instants, at which they decide. A link that the topology
/// proposes and the rules allow is kept as long as both its terminals can point at each other, which is
/// known between decisions too; new
/// ones are made from the shortest on, equal lengths by number, where both ends have a free terminal
/// that can point there: the one that has the least way to turn. A new link carries traffic from
///
/// ```
/// decision + the longer turn / slew rate + acquisition time
/// ```
///
/// on, and its terminals are taken meanwhile. At the first instant all links are in place already.
/// The outcome is a ``LinkTimetable``, which no longer depends on how the window is shared out.
public struct LaserPlanner: Sendable {
    private let topology: any Topology
    private let rules: LaserRules
    private var holds: LaserHolds

    /// How many links were made anew, and had to be acquired.
    public var acquisitions: Int { holds.acquisitions }

    /// Creates a planner.
    ///
    /// - Parameters:
    ///   - topology: What the satellites would like to join.
    ///   - rules: When a laser may be.
    ///   - terminals: The terminals of each satellite.
    public init(topology: any Topology, rules: LaserRules, terminals: LaserTerminals) {
        self.topology = topology
        self.rules = rules
        holds = LaserHolds(terminals)
    }

    /// Decides at an instant.
    ///
    /// - Parameters:
    ///   - seconds: The instant, since the scenario's epoch, later than those before [s].
    ///   - satellites: Earth-fixed positions [km].
    ///   - velocities: Velocities relative to the turning Earth, in its axes [km/s].
    /// - Complexity: O(links log links) and what the topology takes.
    public mutating func decide(
        atSeconds seconds: Double, satellites: PositionPlanes, velocities: PositionPlanes
    ) {
        holds.begin(
            SatelliteStates(seconds: seconds, positions: satellites, velocities: velocities))
        let lengths = allowedLengthsKm(atSeconds: seconds, satellites)
        for link in holds.links where lengths[link] == nil || !holds.follow(link) {
            holds.release(link)
        }
        let wanted = lengths.filter { holds.held[$0.key] == nil }.sorted {
            ($0.value, $0.key.key) < ($1.value, $1.key.key)
        }
        for (link, _) in wanted { holds.make(link) }
        holds.end()
    }

    /// The links that the topology proposes and the rules allow, with their lengths [km].
    private func allowedLengthsKm(
        atSeconds seconds: Double, _ satellites: PositionPlanes
    ) -> [LaserLink: Double] {
        var proposed: [LaserLink] = []
        topology.appendLinks(among: satellites, atSeconds: seconds, rules: rules, to: &proposed)
        var lengths: [LaserLink: Double] = [:]
        for link in LinkList.sortedOnce(proposed) {
            let (a, b) = (Int(link.a), Int(link.b))
            let length = satellites.lengthKm(a, b)
            if rules.allow(lengthKm: length, from: satellites[a], to: satellites[b]) {
                lengths[link] = length
            }
        }
        return lengths
    }

    /// The links that were chosen; those that are held at the last instant last on.
    public func timetable() -> LinkTimetable { holds.timetable() }
}
