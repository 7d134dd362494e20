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
/// on, and its terminals are taken meanwhile. At the first instant all links are in place already.
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

    private var seconds = 0.0
    private var satellites = PositionPlanes(count: 0)
    private var axes: [OrbitAxes] = []

    init(_ terminals: LaserTerminals) { self.terminals = terminals }

    /// Begins an instant.
    mutating func begin(
        atSeconds seconds: Double, satellites: PositionPlanes, velocities: PositionPlanes
    ) {
        self.seconds = seconds
        self.satellites = satellites
        let places = satellites.count * terminals.fields.count
        if isTaken.count != places {
            isTaken = Array(repeating: false, count: places)
            pointsAt = Array(repeating: nil, count: places)
        }
        axes = LaserRules.orbitAxes(satellites, velocities)
    }

    /// Ends an instant.
    mutating func end() { isFirst = false }

    /// The links that are held, in the order of their ends.
    var links: [LaserLink] { held.keys.sorted { $0.key < $1.key } }

    /// The directions of the ends of a link from one another, each in the other's orbital frame: of
    /// the second from the first, and of the first from the second.
    func directions(_ link: LaserLink) -> (toB: SIMD3<Double>, toA: SIMD3<Double>) {
        let line = satellites[Int(link.b)] - satellites[Int(link.a)]
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
        guard terminals.fields[hold.terminalA].marginRad(toB) >= 0,
            terminals.fields[hold.terminalB].marginRad(toA) >= 0
        else { return false }
        pointsAt[place(link.a, hold.terminalA)] = toB
        pointsAt[place(link.b, hold.terminalB)] = toA
        return true
    }

    /// Lets go of a link.
    mutating func release(_ link: LaserLink) {
        guard let hold = held.removeValue(forKey: link) else { return }
        isTaken[place(link.a, hold.terminalA)] = false
        isTaken[place(link.b, hold.terminalB)] = false
        ended.append(TimedLink(link, upS: hold.upS, downS: seconds))
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
        let upS = isFirst ? -Double.infinity : seconds + slewS + terminals.acquisitionS
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
