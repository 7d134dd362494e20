import Orbits

/// The same few steps from every satellite, and other ones in other zones of latitude.
///
/// Zones are gone through from the equator to the poles, in each the satellites in the order of their
/// indices, and of each satellite the steps in their order. A link is taken when both its ends have
/// fewer links than ``maxDegree`` until then. A link belongs to the zone of the end that is nearer to
/// the equator, so that those which lead out of a zone towards a pole are the inner zone's. A
/// satellite is in the first zone whose greatest latitude is its own or more; beyond the last zone
/// there are no links.
///
/// Steps wrap around, and across the seam of a shell they follow its phasing, see
/// ``ShellLayout/satellite(fromPlane:slot:planesOn:slotsOn:)``; where the seam is open, no step crosses
/// it. A step to an empty slot is none.
///
/// - Note: D. Bhattacherjee, A. Singla, "Network topology design at 27,000 km/hour", CoNEXT 2019,
///   DOI 10.1145/3359989.3365407. Latitudes are geodetic over the Earth of the rules.
public struct Motif: Topology {
    /// The zones, from the equator on.
    public let zones: [MotifZone]

    /// The most links of a satellite.
    public let maxDegree: Int

    private let steps: MotifSteps

    /// Creates a motif with zones.
    ///
    /// - Parameters:
    ///   - zones: The zones, each reaching further from the equator than the one before.
    ///   - shells: The shells; there are no links between them.
    ///   - maxDegree: The most links of a satellite.
    ///   - seam: Whether steps cross from the last plane to plane 0.
    public init(
        zones: [MotifZone], of shells: [ShellLayout], maxDegree: Int = 4, seam: Seam = .automatic
    ) {
        precondition(maxDegree >= 0)
        precondition(
            zip(zones, zones.dropFirst()).allSatisfy {
                $0.maxAbsLatitudeRad < $1.maxAbsLatitudeRad
            })
        self.zones = zones
        self.maxDegree = maxDegree
        steps = MotifSteps(of: shells, seam: seam)
    }

    /// Appends the links of all zones.
    public func appendLinks(
        among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
        to links: inout [LaserLink]
    ) {
        let earth = rules.clearance.ellipsoid
        let zoneOf = satellites.x.indices.map { satellite in
            let position = ITRFPosition(km: satellites[satellite])
            guard position.km.x.isFinite else { return zones.count }
            let latitude = abs(earth.geodetic(of: position).latitudeRad)
            return zones.firstIndex { latitude <= $0.maxAbsLatitudeRad } ?? zones.count
        }
        var chosen = LimitedLinks(satelliteCount: satellites.count, maxDegree: maxDegree)
        for (index, zone) in zones.enumerated() {
            steps.forEach(of: zone.offsets) { one, other in
                if min(zoneOf[one], zoneOf[other]) == index { chosen.add(one, other) }
            }
        }
        links.append(contentsOf: chosen.links)
    }
}

extension LinkList {
    /// The same few steps from every satellite, wherever it is: ``Motif`` without zones.
    ///
    /// - Parameters:
    ///   - offsets: The steps of each satellite, in the order in which they are taken.
    ///   - shells: The shells; there are no links between them.
    ///   - maxDegree: The most links of a satellite.
    ///   - seam: Whether steps cross from the last plane to plane 0.
    /// - Complexity: O(satellites · offsets · maxDegree).
    public static func motif(
        _ offsets: [MotifOffset], of shells: [ShellLayout], maxDegree: Int = 4,
        seam: Seam = .automatic
    ) -> LinkList {
        let steps = MotifSteps(of: shells, seam: seam)
        var chosen = LimitedLinks(satelliteCount: steps.satelliteBound, maxDegree: maxDegree)
        steps.forEach(of: offsets) { chosen.add($0, $1) }
        return LinkList(chosen.links)
    }
}
