import LaserMesh
import Orbits

extension SpellFilter {
    /// The parts of spells in which all rules of a laser hold.
    func lasers(_ a: Int, _ b: Int, during spells: [Spell], _ rules: LaserRules) -> [Spell] {
        var spells = spells
        for rule in rules.rules where !spells.isEmpty {
            spells = laser(a, b, during: spells, rules, rule)
        }
        return spells
    }

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

    /// The parts of spells in which all rules of a station hold.
    @inline(__always)
    func radios(
        _ satellite: Int, _ geometry: StationGeometry, _ observer: Observer,
        during spells: [Spell], _ rules: GroundRules
    ) -> [Spell] {
        var spells = spells
        for rule in rules.rules(at: observer) where !spells.isEmpty {
            spells = radio(satellite, geometry, observer, during: spells, rules, rule)
        }
        return spells
    }

    /// The parts of spells in which one rule of a station holds.
    @inline(__always)
    func radio(
        _ satellite: Int, _ geometry: StationGeometry, _ observer: Observer,
        during spells: [Spell], _ rules: GroundRules, _ rule: LinkRule
    ) -> [Spell] {
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
                rules.margin(
                    of: rule, from: observer, to: end(satellite, seconds), seconds: seconds) >= 0
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
