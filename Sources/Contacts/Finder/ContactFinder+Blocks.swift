import LaserMesh
import Orbits

extension ContactFinder {
    /// The contacts of a block of time, cut off at its edges.
    func contacts(from startS: Double, to endS: Double, linking stations: [Int]) -> [Contact] {
        let links = LinkSpells(self, from: startS, to: endS)
        var contacts: [Contact] = []
        links.forEachLaser { link, spells in
            appendLasers(spells, Int(link.a), Int(link.b), links.sampled, to: &contacts)
        }
        for station in stations {
            let view = StationView(builder, station)
            links.forEachRadio(of: station) { satellite, spells in
                appendRadios(spells, satellite, station, view, links.sampled, to: &contacts)
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
        _ spells: [Spell], _ satellite: Int, _ station: Int, _ view: StationView,
        _ sampled: SampledOrbits, to contacts: inout [Contact]
    ) {
        for spell in spells where spell.beginS < spell.endS {
            let lengths = LengthExtremes(
                from: spell.beginS, to: spell.endS, in: sampled,
                line: { interval, seconds in
                    let segment = sampled.segment(of: satellite, in: interval)
                    return (
                        segment.positionKm(atSeconds: seconds)
                            - view.geometry(atSeconds: seconds).positionKm,
                        segment.velocityKmPerS(atSeconds: seconds)
                            - view.velocityKmPerS(atSeconds: seconds)
                    )
                },
                exactKm: {
                    view.geometry(atSeconds: $0)
                        .rangeKm(orbits.positionKm(of: satellite, atSeconds: $0))
                })
            contacts.append(
                Contact(
                    NodeID(satellite), NodeID(constellation.count + station), kind: .radio,
                    upS: spell.beginS, downS: spell.endS, minKm: lengths.minKm,
                    maxKm: lengths.maxKm, causeUp: spell.causeUp, causeDown: spell.causeDown))
        }
    }
}
