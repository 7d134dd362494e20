#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

/// Plans for a whole window which terminals point at each other, by what lasers can do.
///
/// The satellites are shown at ascending instants, at which they decide. A link that the topology
/// proposes and the rules allow is kept as long as both its terminals can point at each other; new
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
    private let terminals: LaserTerminals

    private struct Held: Sendable {
        var terminalA: Int
        var terminalB: Int
        var upS: Double
    }

    private var held: [LaserLink: Held] = [:]
    /// Which terminals are taken, and where each points: one after another, satellite by satellite.
    private var isTaken: [Bool] = []
    private var pointsAt: [SIMD3<Double>?] = []
    private var choices: [TimedLink] = []
    private var isFirst = true

    /// How many links were made anew, and had to be acquired.
    public private(set) var acquisitions = 0

    /// Creates a planner.
    ///
    /// - Parameters:
    ///   - topology: What the satellites would like to join.
    ///   - rules: When a laser may be.
    ///   - terminals: The terminals of each satellite.
    public init(topology: any Topology, rules: LaserRules, terminals: LaserTerminals) {
        self.topology = topology
        self.rules = rules
        self.terminals = terminals
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
        let count = terminals.fields.count
        if isTaken.isEmpty {
            isTaken = Array(repeating: false, count: satellites.count * count)
            pointsAt = Array(repeating: nil, count: satellites.count * count)
        }
        var proposed: [LaserLink] = []
        topology.appendLinks(
            among: satellites, atSeconds: seconds, rules: rules, to: &proposed)
        let axes = (0..<satellites.count).map {
            LaserRules.orbitAxes(
                LinkEnd(
                    node: NodeID($0), positionKm: satellites[$0], velocityKmPerS: velocities[$0]))
        }
        var wanted: [(lengthKm: Double, link: LaserLink)] = []
        var allowed: Set<LaserLink> = []
        for link in LinkList.sortedOnce(proposed) {
            let (a, b) = (Int(link.a), Int(link.b))
            let length = satellites.lengthKm(a, b)
            guard rules.allow(lengthKm: length, from: satellites[a], to: satellites[b]) else {
                continue
            }
            allowed.insert(link)
            if held[link] == nil { wanted.append((length, link)) }
        }
        /// The direction of one satellite from another one, in the other one's orbital frame.
        func direction(of target: Int32, from satellite: Int32) -> SIMD3<Double> {
            axes[Int(satellite)].components(
                of: satellites[Int(target)] - satellites[Int(satellite)])
        }
        for link in held.keys.sorted(by: { $0.key < $1.key }) {
            guard let hold = held[link] else { continue }
            let (toB, toA) = (
                direction(of: link.b, from: link.a), direction(of: link.a, from: link.b)
            )
            if allowed.contains(link), terminals.fields[hold.terminalA].marginRad(toB) >= 0,
                terminals.fields[hold.terminalB].marginRad(toA) >= 0
            {
                pointsAt[Int(link.a) * count + hold.terminalA] = toB
                pointsAt[Int(link.b) * count + hold.terminalB] = toA
                continue
            }
            release(link, hold, atSeconds: seconds)
            if allowed.contains(link) {
                wanted.append((satellites.lengthKm(Int(link.a), Int(link.b)), link))
            }
        }
        wanted.sort { ($0.lengthKm, $0.link.key) < ($1.lengthKm, $1.link.key) }
        for (_, link) in wanted {
            let (toB, toA) = (
                direction(of: link.b, from: link.a), direction(of: link.a, from: link.b)
            )
            guard let a = freeTerminal(of: link.a, towards: toB),
                let b = freeTerminal(of: link.b, towards: toA)
            else { continue }
            let turn = max(a.turnRad, b.turnRad)
            let slewS = turn > 0 ? turn / terminals.slewRateRadPerS : 0
            let upS = isFirst ? -Double.infinity : seconds + slewS + terminals.acquisitionS
            acquisitions += isFirst ? 0 : 1
            held[link] = Held(terminalA: a.terminal, terminalB: b.terminal, upS: upS)
            take(link.a, a.terminal, toB)
            take(link.b, b.terminal, toA)
        }
        isFirst = false
    }

    private mutating func take(
        _ satellite: Int32, _ terminal: Int, _ direction: SIMD3<Double>
    ) {
        let place = Int(satellite) * terminals.fields.count + terminal
        isTaken[place] = true
        pointsAt[place] = direction
    }

    private mutating func release(_ link: LaserLink, _ hold: Held, atSeconds seconds: Double) {
        held[link] = nil
        isTaken[Int(link.a) * terminals.fields.count + hold.terminalA] = false
        isTaken[Int(link.b) * terminals.fields.count + hold.terminalB] = false
        choices.append(TimedLink(link, upS: hold.upS, downS: seconds))
    }

    /// The free terminal of a satellite that can point in a direction with the least turn.
    private func freeTerminal(
        of satellite: Int32, towards direction: SIMD3<Double>
    ) -> (terminal: Int, turnRad: Double)? {
        var best: (terminal: Int, turnRad: Double)?
        for (terminal, field) in terminals.fields.enumerated() {
            let place = Int(satellite) * terminals.fields.count + terminal
            guard !isTaken[place], field.marginRad(direction) >= 0 else { continue }
            var turn = 0.0
            if let old = pointsAt[place] {
                let lengths = ((old * old).sum() * (direction * direction).sum()).squareRoot()
                turn = acos(max(-1, min(1, (old * direction).sum() / lengths)))
            }
            if best.map({ turn < $0.turnRad }) ?? true { best = (terminal, turn) }
        }
        return best
    }

    /// The links that were chosen; those that are held at the last instant last on.
    public func timetable() -> LinkTimetable {
        LinkTimetable(choices + held.map { TimedLink($0.key, upS: $0.value.upS) })
    }
}
