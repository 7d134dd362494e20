import LaserMesh

/// Keeps of some spells what a rule allows.
///
/// One object, since it is handed on for each satellite of each station: copies of a value that holds
/// the orbits cost more than the search.
final class SpellFilter {
    let sampled: SampledOrbits
    let search: CrossingSearch

    init(_ sampled: SampledOrbits) {
        self.sampled = sampled
        search = CrossingSearch(orbits: sampled.exact)
    }

    /// The parts of spells in which a rule holds whose margin has bounds.
    ///
    /// - Parameters:
    ///   - spells: Spells within the block, ascending.
    ///   - rule: The rule, which is the cause of what it cuts off.
    ///   - slope: No faster than this does the margin change anywhere in the block [1/s].
    ///   - curve: The margin in an interval between samples.
    @inline(__always)
    func keep<Curve: MarginCurve>(
        _ spells: [Spell], where rule: LinkRule, slope: Double, curve: (Int) -> Curve
    ) -> [Spell] {
        var kept: [Spell] = []
        var crossings: [Crossing] = []
        let cause = ContactCause.rule(rule)
        for spell in spells {
            var interval = sampled.interval(atSeconds: spell.beginS)
            var t = spell.beginS
            var here = curve(interval)
            // Not known where a cheap look told enough of the time before.
            var known: CurveValue?
            var open: Spell?
            var isFirst = true
            while t < spell.endS {
                let next = sampled.times[interval + 1]
                let end = min(spell.endS, next)
                if let holds = here.settled(t, end) {
                    if isFirst, holds { open = spell }
                    isFirst = false
                    known = nil
                    t = end
                    guard t < spell.endS else { break }
                    interval += 1
                    here = curve(interval)
                    continue
                }
                let f = known ?? search.value(of: here, at: t)
                if isFirst, f.isUp { open = spell }
                isFirst = false
                // As far as the margin certainly keeps its sign, nothing needs a look.
                let reach = here.error.isFinite ? (abs(f.value) - f.error) / slope : 0
                if reach > 0, t + reach >= spell.endS { break }
                if reach > 0, t + reach > next {
                    interval = sampled.interval(atSeconds: t + reach)
                    t = sampled.times[interval]
                    here = curve(interval)
                    known = nil
                    continue
                }
                let fEnd = search.value(of: here, at: end)
                crossings.removeAll(keepingCapacity: true)
                search.appendCrossings(of: here, from: t, f, to: end, fEnd, into: &crossings)
                for crossing in crossings {
                    if crossing.rises {
                        open = spell.cut(from: crossing.seconds, to: nil, by: cause)
                    } else if let begun = open {
                        kept.append(begun.cut(from: nil, to: crossing.seconds, by: cause))
                        open = nil
                    }
                }
                t = end
                known = fEnd
                guard t < spell.endS else { break }
                interval += 1
                here = curve(interval)
            }
            if let open { kept.append(open) }
        }
        return kept
    }

    /// The parts of spells in which a rule holds that is only known at instants.
    ///
    /// The rule is asked every ``sampleS``; a change between two instants is halved to
    /// `toleranceS`. What begins and ends between them is missed.
    func keep(
        _ spells: [Spell], where rule: LinkRule, toleranceS: Double = 1e-6,
        holds: (Double) -> Bool
    ) -> [Spell] {
        follow(spells, where: rule, toleranceS: toleranceS) { (holds($0) ? 0 : -1, .infinity) }
    }

    /// The parts of spells in which a rule holds whose margin has a bound of its rate alone.
    ///
    /// From each instant on the margin keeps its sign as long as it takes to come to zero; then it is
    /// asked every ``sampleS``, as where there is no bound, and a change between two instants is halved
    /// to `toleranceS`. What begins and ends between them is missed.
    ///
    /// - Parameter margin: The margin at an instant, and a bound of its rate over the next
    ///   ``greatestStrideS`` [1/s].
    func follow(
        _ spells: [Spell], where rule: LinkRule, toleranceS: Double = 1e-6,
        margin: (Double) -> (value: Double, slope: Double)
    ) -> [Spell] {
        var kept: [Spell] = []
        let cause = ContactCause.rule(rule)
        for spell in spells {
            var t = spell.beginS
            var here = margin(t)
            var open: Spell? = here.value >= 0 ? spell : nil
            while t < spell.endS {
                let isUp = here.value >= 0
                let reach = min(abs(here.value) / here.slope, Self.greatestStrideS)
                // On a grid of its own, so that neither the block nor other rules move the instants.
                let sample = ((t / Self.sampleS).rounded(.down) + 1) * Self.sampleS
                let next = min(spell.endS, reach > 0 ? max(sample, t + reach) : sample)
                here = margin(next)
                if (here.value >= 0) != isUp {
                    let change = Bisection.change(
                        between: t, and: next, toleranceS: toleranceS
                    ) { (margin($0).value >= 0) == isUp }
                    // What ends with the spell is cut off by the spell's own cause.
                    if change > spell.endS - 2 * toleranceS { break }
                    if let begun = open {
                        kept.append(begun.cut(from: nil, to: change, by: cause))
                        open = nil
                    } else {
                        open = spell.cut(from: change, to: nil, by: cause)
                    }
                }
                t = next
            }
            if let open { kept.append(open) }
        }
        return kept
    }

    /// The longest time that is passed over because a margin cannot come to zero in it [s].
    static let greatestStrideS = 60.0

    /// How often a rule is asked whose margin has no bounds [s].
    static let sampleS = 1.0
}
