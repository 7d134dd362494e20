import LaserMesh
import Orbits

extension ContactFinder {
    /// The contacts of a block of time, cut off at its edges.
    func contacts(from startS: Double, to endS: Double, linking stations: [Int]) -> [Contact] {
        let sampled = SampledOrbits(orbits, from: startS, to: endS)
        let whole = [
            Spell(beginS: startS, endS: endS, causeUp: .window, causeDown: .window)
        ]
        let filter = SpellFilter(sampled)
        let present = (0..<constellation.count).map { satellite in
            sampled.isAlwaysSampled(satellite) ? whole : sampled.spells(of: satellite)
        }
        var contacts: [Contact] = []
        for (link, spells) in chosenLasers(in: sampled, whole) {
            let (a, b) = (Int(link.a), Int(link.b))
            let both = Spell.common(present[a], present[b])
            appendLasers(
                filter.lasers(a, b, during: Spell.common(spells, both), builder.laserRules),
                a, b, sampled, to: &contacts)
        }
        for station in stations {
            let observer = builder.observers[station]
            let geometry = StationGeometry(observer, builder.groundRules)
            for satellite in 0..<constellation.count where !present[satellite].isEmpty {
                let spells = filter.radios(
                    satellite, geometry, observer, during: present[satellite],
                    builder.groundRules)
                if spells.isEmpty { continue }
                appendRadios(spells, satellite, station, geometry, sampled, to: &contacts)
            }
        }
        return contacts
    }

    private func appendLasers(
        _ spells: [Spell], _ a: Int, _ b: Int, _ sampled: SampledOrbits,
        to contacts: inout [Contact]
    ) {
        for spell in spells where spell.beginS < spell.endS {
            let lengths = LengthExtremes(
                from: spell.beginS, to: spell.endS, in: sampled,
                line: { interval, seconds in
                    let one = sampled.segment(of: a, in: interval)
                    let other = sampled.segment(of: b, in: interval)
                    return (
                        other.positionKm(atSeconds: seconds) - one.positionKm(atSeconds: seconds),
                        other.velocityKmPerS(atSeconds: seconds)
                            - one.velocityKmPerS(atSeconds: seconds)
                    )
                },
                exactKm: { seconds in
                    let d =
                        orbits.positionKm(of: a, atSeconds: seconds)
                        - orbits.positionKm(of: b, atSeconds: seconds)
                    return (d * d).sum().squareRoot()
                })
            contacts.append(
                Contact(
                    NodeID(a), NodeID(b), kind: .laser, upS: spell.beginS, downS: spell.endS,
                    minKm: lengths.minKm, maxKm: lengths.maxKm, causeUp: spell.causeUp,
                    causeDown: spell.causeDown))
        }
    }

    private func appendRadios(
        _ spells: [Spell], _ satellite: Int, _ station: Int, _ geometry: StationGeometry,
        _ sampled: SampledOrbits, to contacts: inout [Contact]
    ) {
        for spell in spells where spell.beginS < spell.endS {
            let lengths = LengthExtremes(
                from: spell.beginS, to: spell.endS, in: sampled,
                line: { interval, seconds in
                    let segment = sampled.segment(of: satellite, in: interval)
                    return (
                        segment.positionKm(atSeconds: seconds) - geometry.positionKm,
                        segment.velocityKmPerS(atSeconds: seconds)
                    )
                },
                exactKm: {
                    geometry.rangeKm(orbits.positionKm(of: satellite, atSeconds: $0))
                })
            contacts.append(
                Contact(
                    NodeID(satellite), NodeID(constellation.count + station), kind: .radio,
                    upS: spell.beginS, downS: spell.endS, minKm: lengths.minKm,
                    maxKm: lengths.maxKm, causeUp: spell.causeUp, causeDown: spell.causeDown))
        }
    }
}
