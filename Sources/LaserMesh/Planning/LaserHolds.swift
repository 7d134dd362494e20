#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

/// Which terminals point at each other, from decision to decision: what planners share.
///
/// A planner begins an instant, lets go of links or lets their terminals follow, makes new ones, and ends
/// the instant. A new link carries traffic from
///
/// ```
/// decision + the longer turn / slew rate + acquisition time
/// ```
///
/// on, and its terminals are taken meanwhile. At the first instant all links are in place already. A link
/// whose terminals cease to point at each other between two instants ends when they do, to a
/// microsecond, the satellites taken to move along the cubics through their states.
struct LaserHolds: Sendable {
    /// The terminals of a link that is held, and since when it carries traffic.
    struct Hold: Sendable {
        var terminalA: Int
        var terminalB: Int
        var upS: Double
    }

    /// The terminals of each satellite.
    let terminals: LaserTerminals

    /// The links that are held.
    private(set) var held: [LaserLink: Hold] = [:]

    /// How many links were made anew, and had to be acquired.
    private(set) var acquisitions = 0

    /// Whether no instant has ended yet.
    private(set) var isFirst = true

    /// Which terminals are taken, and where each points: one after another, satellite by satellite.
    private var isTaken: [Bool] = []
    private var pointsAt: [SIMD3<Double>?] = []
    private var ended: [TimedLink] = []

    /// The satellites at this instant and at the one before.
    private var now = SatelliteStates(
        seconds: 0, positions: PositionPlanes(count: 0), velocities: PositionPlanes(count: 0))
    private var before: SatelliteStates?
    private var axes: [OrbitAxes] = []

    init(_ terminals: LaserTerminals) { self.terminals = terminals }

    /// Begins an instant.
    mutating func begin(_ states: SatelliteStates) {
        if !isFirst { before = now }
        now = states
        let places = states.positions.count * terminals.fields.count
        if isTaken.count != places {
            isTaken = Array(repeating: false, count: places)
            pointsAt = Array(repeating: nil, count: places)
        }
        axes = LaserRules.orbitAxes(states.positions, states.velocities)
    }

    /// Ends an instant.
    mutating func end() { isFirst = false }

    /// The links that are held, in the order of their ends.
    var links: [LaserLink] { held.keys.sorted { $0.key < $1.key } }

    /// The directions of the ends of a link from one another, each in the other's orbital frame: of
    /// the second from the first, and of the first from the second.
    func directions(_ link: LaserLink) -> (toB: SIMD3<Double>, toA: SIMD3<Double>) {
        let line = now.positions[Int(link.b)] - now.positions[Int(link.a)]
        return (
            axes[Int(link.a)].components(of: line), axes[Int(link.b)].components(of: -line)
        )
    }

    /// Lets the terminals of a link that is held follow one another.
    ///
    /// - Returns: Whether both can.
    mutating func follow(_ link: LaserLink) -> Bool {
        guard let hold = held[link] else { return false }
        let (toB, toA) = directions(link)
        guard canPoint(hold, toB, toA) else { return false }
        pointsAt[place(link.a, hold.terminalA)] = toB
        pointsAt[place(link.b, hold.terminalB)] = toA
        return true
    }

    /// Lets go of a link, from when its terminals do not point at each other any more if that is earlier.
    mutating func release(_ link: LaserLink) {
        guard let hold = held.removeValue(forKey: link) else { return }
        isTaken[place(link.a, hold.terminalA)] = false
        isTaken[place(link.b, hold.terminalB)] = false
        ended.append(TimedLink(link, upS: hold.upS, downS: endOfPointingS(link, hold)))
    }

    private func canPoint(_ hold: Hold, _ toB: SIMD3<Double>, _ toA: SIMD3<Double>) -> Bool {
        terminals.fields[hold.terminalA].marginRad(toB) >= 0
            && terminals.fields[hold.terminalB].marginRad(toA) >= 0
    }

    /// When, since the instant before, the terminals of a link ceased to point at each other; this
    /// instant where they do not.
    private func endOfPointingS(_ link: LaserLink, _ hold: Hold) -> Double {
        let (toB, toA) = directions(link)
        guard terminals.areRestricted, let before, toB.x.isFinite, !canPoint(hold, toB, toA) else {
            return now.seconds
        }
        var (low, high) = (before.seconds, now.seconds)
        while high - low > max(1e-6, 4 * high.ulp) {
            let middle = low + (high - low) / 2
            let a = end(link.a, atSeconds: middle, since: before)
            let b = end(link.b, atSeconds: middle, since: before)
            let line = b.positionKm - a.positionKm
            if canPoint(
                hold, LaserRules.orbitAxes(a).components(of: line),
                LaserRules.orbitAxes(b).components(of: -line))
            {
                low = middle
            } else {
                high = middle
            }
        }
        return high
    }

    /// A satellite between two instants, on the cubic through its states.
    private func end(
        _ satellite: Int32, atSeconds seconds: Double, since before: SatelliteStates
    ) -> LinkEnd {
        let index = Int(satellite)
        let h = now.seconds - before.seconds
        let u = (seconds - before.seconds) / h
        let (p0, v0) = (before.positions[index], before.velocities[index])
        let (p1, v1) = (now.positions[index], now.velocities[index])
        let c2 = 3 * (p1 - p0) - h * (2 * v0 + v1)
        let c3 = h * (v0 + v1) - 2 * (p1 - p0)
        return LinkEnd(
            node: NodeID(index), positionKm: p0 + u * h * v0 + u * u * (c2 + u * c3),
            velocityKmPerS: v0 + u / h * (2 * c2 + 3 * u * c3))
    }

    /// Makes a link with the terminals of both ends that are free, can point there, and have the least
    /// way to turn.
    ///
    /// - Returns: Whether there are such.
    @discardableResult
    mutating func make(_ link: LaserLink) -> Bool {
        let (toB, toA) = directions(link)
        guard let a = freeTerminal(of: link.a, towards: toB),
            let b = freeTerminal(of: link.b, towards: toA)
        else { return false }
        make(link, a, b)
        return true
    }

    /// Makes a link with a free terminal of either end that can point there.
    mutating func make(_ link: LaserLink, _ terminalA: Int, _ terminalB: Int) {
        let (toB, toA) = directions(link)
        let turn = max(
            turnRad(place(link.a, terminalA), toB), turnRad(place(link.b, terminalB), toA))
        let slewS = turn > 0 ? turn / terminals.slewRateRadPerS : 0
        let upS = isFirst ? -Double.infinity : now.seconds + slewS + terminals.acquisitionS
        acquisitions += isFirst ? 0 : 1
        held[link] = Hold(terminalA: terminalA, terminalB: terminalB, upS: upS)
        for (place, direction) in [
            (place(link.a, terminalA), toB), (place(link.b, terminalB), toA),
        ] {
            isTaken[place] = true
            pointsAt[place] = direction
        }
    }

    /// The links that were chosen; those that are held at the last instant last on.
    func timetable() -> LinkTimetable {
        LinkTimetable(ended + held.map { TimedLink($0.key, upS: $0.value.upS) })
    }

    private func place(_ satellite: Int32, _ terminal: Int) -> Int {
        Int(satellite) * terminals.fields.count + terminal
    }

    private func turnRad(_ place: Int, _ direction: SIMD3<Double>) -> Double {
        guard let old = pointsAt[place] else { return 0 }
        let lengths = ((old * old).sum() * (direction * direction).sum()).squareRoot()
        return acos(max(-1, min(1, (old * direction).sum() / lengths)))
    }

    private func freeTerminal(of satellite: Int32, towards direction: SIMD3<Double>) -> Int? {
        var best: (terminal: Int, turnRad: Double)?
        for (terminal, field) in terminals.fields.enumerated() {
            let place = place(satellite, terminal)
            guard !isTaken[place], field.marginRad(direction) >= 0 else { continue }
            let turn = turnRad(place, direction)
            if best.map({ turn < $0.turnRad }) ?? true { best = (terminal, turn) }
        }
        return best?.terminal
    }
}
