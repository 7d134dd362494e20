import Orbits

/// How long from now on two satellites stay in view of each other, as far as one looks ahead.
///
/// In view are two satellites between which the rules allow a laser and of which each has a terminal that
/// can point at the other. They are looked at at some instants; between the last one at which they are in
/// view and the next, positions are taken to move along their chords, and the change is halved to a
/// thirty-second of that time. What comes back into view later does not count.
struct ViewTimes {
    private let rules: LaserRules
    private let states: [SatelliteStates]
    /// The orbital frames at each instant; empty where terminals point everywhere.
    private let axes: [[OrbitAxes]]
    private let fields: [FieldOfRegard]

    /// - Parameters:
    ///   - rules: When a laser may be.
    ///   - terminals: The terminals of each satellite.
    ///   - states: The satellites now, and at the instants to look at, ascending.
    init(_ rules: LaserRules, _ terminals: LaserTerminals, _ states: [SatelliteStates]) {
        self.rules = rules
        self.states = states
        fields = terminals.fields
        axes =
            terminals.areRestricted
            ? states.map { LaserRules.orbitAxes($0.positions, $0.velocities) } : []
    }

    /// The terminals of either end of a link that can point at the other end at one of the instants, a
    /// bit for each.
    func pointing(_ link: LaserLink, at instant: Int) -> (a: UInt64, b: UInt64) {
        guard !axes.isEmpty else {
            let all = fields.count == 64 ? ~0 : (UInt64(1) << UInt64(fields.count)) - 1
            return (all, all)
        }
        let positions = states[instant].positions
        let line = positions[Int(link.b)] - positions[Int(link.a)]
        return (
            pointing(axes[instant][Int(link.a)].components(of: line)),
            pointing(axes[instant][Int(link.b)].components(of: -line))
        )
    }

    private func pointing(_ direction: SIMD3<Double>) -> UInt64 {
        fields.indices.reduce(into: 0) { bits, terminal in
            if fields[terminal].marginRad(direction) >= 0 { bits |= 1 << UInt64(terminal) }
        }
    }

    /// How long a link stays in view; zero where it is not in view now [s].
    ///
    /// - Parameters:
    ///   - link: The link.
    ///   - usable: The terminals of either end that it may use.
    /// - Complexity: O(instants).
    func seconds(of link: LaserLink, usable: (a: UInt64, b: UInt64)) -> Double {
        var last = 0
        while last < states.count, isInView(link, at: last, usable) { last += 1 }
        guard last > 0 else { return 0 }
        let since = states[last - 1].seconds - states[0].seconds
        guard last < states.count else { return since }
        let gap = states[last].seconds - states[last - 1].seconds
        return since + gap * partInView(link, from: last - 1)
    }

    private func isInView(
        _ link: LaserLink, at instant: Int, _ usable: (a: UInt64, b: UInt64)
    ) -> Bool {
        let positions = states[instant].positions
        let (a, b) = (Int(link.a), Int(link.b))
        guard
            rules.allow(
                lengthKm: positions.lengthKm(a, b), from: positions[a], to: positions[b])
        else { return false }
        let can = pointing(link, at: instant)
        return can.a & usable.a != 0 && can.b & usable.b != 0
    }

    /// The part of the time between two instants for which the rules go on to allow a link.
    private func partInView(_ link: LaserLink, from instant: Int) -> Double {
        let (one, next) = (states[instant].positions, states[instant + 1].positions)
        let (a, b) = (Int(link.a), Int(link.b))
        var (low, high) = (0.0, 1.0)
        for _ in 0..<5 {
            let part = (low + high) / 2
            let p = one[a] + part * (next[a] - one[a])
            let q = one[b] + part * (next[b] - one[b])
            let d = p - q
            if rules.allow(lengthKm: (d * d).sum().squareRoot(), from: p, to: q) {
                low = part
            } else {
                high = part
            }
        }
        return (low + high) / 2
    }
}
