import LaserMesh
import Orbits

extension SpellFilter {
    /// The parts of spells in which one rule of a laser holds.
    func laser(
        _ a: Int, _ b: Int, during spells: [Spell], _ rules: LaserRules, _ rule: LinkRule
    ) -> [Spell] {
        let (boundsA, boundsB) = (sampled.bounds[a], sampled.bounds[b])
        let speed = max(boundsA?.speedKmPerS ?? 12, boundsB?.speedKmPerS ?? 12)
        func pair(_ interval: Int) -> SegmentPair {
            SegmentPair(
                sampled.segment(of: a, in: interval), sampled.segment(of: b, in: interval),
                boundsA, boundsB)
        }
        switch rule {
        case .range:
            return keep(spells, where: rule, slope: 2 * speed) {
                LaserRangeCurve(pair: pair($0), maxRangeKm: rules.maxRangeKm)
            }
        case .grazing:
            return keep(spells, where: rule, slope: speed) { GrazingCurve(pair($0), rules) }
        default:
            return keep(spells, where: rule) { seconds in
                rules.margin(
                    of: rule,
                    LinkState(end(a, seconds), end(b, seconds), seconds: seconds)) >= 0
            }
        }
    }

    /// The parts of spells in which one rule of a station holds.
    @inline(__always)
    func radio(
        _ satellite: Int, _ view: StationView, during spells: [Spell], _ rule: LinkRule
    ) -> [Spell] {
        guard let geometry = view.geometry else {
            return radio(satellite, fromMoving: view, during: spells, rule)
        }
        let orbit = sampled.bounds[satellite]
        let unknown = CurveBounds(
            slope: 12 * (1 + abs(geometry.leastSine)), curvature: .infinity)
        switch rule {
        case .elevation:
            let bounds = orbit.map { ElevationCurve.bounds($0, geometry) } ?? unknown
            return keep(spells, where: rule, slope: bounds.slope) {
                ElevationCurve(sampled.segment(of: satellite, in: $0), geometry, bounds)
            }
        case .slantRange:
            let bounds = orbit.map { SlantRangeCurve.bounds($0, geometry) } ?? unknown
            return keep(spells, where: rule, slope: bounds.slope) {
                SlantRangeCurve(
                    segment: sampled.segment(of: satellite, in: $0), station: geometry,
                    curveBounds: bounds)
            }
        default:
            return keep(spells, where: rule) { seconds in
                view.margin(of: rule, to: end(satellite, seconds), atSeconds: seconds) >= 0
            }
        }
    }

    /// The same for a station that moves, of whose margins the rates have bounds only.
    private func radio(
        _ satellite: Int, fromMoving view: StationView, during spells: [Spell], _ rule: LinkRule
    ) -> [Spell] {
        let speed = (sampled.bounds[satellite]?.speedKmPerS ?? 12) + view.speedKmPerS
        switch rule {
        case .elevation:
            return follow(spells, where: rule) { seconds in
                let geometry = view.geometry(atSeconds: seconds)
                let position = sampled.exact.positionKm(of: satellite, atSeconds: seconds)
                // The horizon turns with the normal, no faster than over the flattest Earth.
                let reach = geometry.rangeKm(position) + speed * Self.greatestStrideS
                let slope =
                    speed * (1 + abs(geometry.leastSine)) + view.speedKmPerS / 6_300 * reach
                return (geometry.heightOverConeKm(position), slope)
            }
        case .slantRange:
            return follow(spells, where: rule) { seconds in
                let geometry = view.geometry(atSeconds: seconds)
                let position = sampled.exact.positionKm(of: satellite, atSeconds: seconds)
                return (geometry.maxSlantRangeKm - geometry.rangeKm(position), speed)
            }
        default:
            return keep(spells, where: rule) { seconds in
                view.margin(of: rule, to: end(satellite, seconds), atSeconds: seconds) >= 0
            }
        }
    }

    /// A satellite at an instant, with its velocity.
    func end(_ satellite: Int, _ seconds: Double) -> LinkEnd {
        let state = sampled.exact.state(of: satellite, atSeconds: seconds)
        return LinkEnd(
            node: NodeID(satellite),
            positionKm: state?.position.km ?? SIMD3(repeating: .nan),
            velocityKmPerS: state?.velocityKmPerS)
    }
}
