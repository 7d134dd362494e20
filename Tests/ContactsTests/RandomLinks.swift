import Contacts
import LaserMesh
import Orbits
import TestSupport

/// Random satellites, stations and rules, and whether a link is up by the margins of its rules.
struct RandomLinks {
    let finder: ContactFinder
    let lasers: [LaserLink]
    let stations: [GroundStation]

    init(
        satellites: Int, stations: Int, lasers: Int, rules: LaserRules = LaserRules(),
        groundRules: GroundRules = .standard, seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let elements = (0..<satellites).map { _ in Self.elements(&random) }
        var links: [LaserLink] = []
        while links.count < lasers {
            let a = Int.random(in: 0..<satellites, using: &random)
            let b = Int.random(in: 0..<satellites, using: &random)
            if a != b { links.append(LaserLink(a, b)) }
        }
        let list = LinkList(links)
        self.lasers = list.links
        let places = (0..<stations).map { index in
            GroundStation(
                name: "g\(index)", latitudeDeg: Double.random(in: -80...80, using: &random),
                longitudeDeg: Double.random(in: -180...180, using: &random),
                altitudeKm: Double.random(in: 0...3, using: &random))
        }
        self.stations = places
        finder = ContactFinder(
            Constellation(elements),
            builder: MeshBuilder(
                topology: list, laserRules: rules, groundRules: groundRules, stations: places),
            epoch: .j2000)
    }

    /// Mostly low circular orbits, some of them eccentric, some higher, some in deep space.
    static func elements(_ random: inout SeededGenerator) -> ElementSet {
        let kind = Int.random(in: 0..<10, using: &random)
        let perigeeKm = Double.random(in: 6_800...(kind == 0 ? 20_000 : 7_700), using: &random)
        let eccentricity = kind == 1 ? Double.random(in: 0..<0.6, using: &random) : 0.001
        let axis = perigeeKm / (1 - eccentricity)
        return ElementSet(
            catalogNumber: CatalogNumber(1), epoch: .j2000,
            inclinationRad: Double.random(in: 0.1...2.0, using: &random),
            raanRad: Double.random(in: 0..<6.28, using: &random), eccentricity: eccentricity,
            argumentOfPerigeeRad: Double.random(in: 0..<6.28, using: &random),
            meanAnomalyRad: Double.random(in: 0..<6.28, using: &random),
            meanMotionRadPerMin: 60 * (398_600.8 / (axis * axis * axis)).squareRoot())
    }

    /// The margin of each rule of a link at an instant, from the orbits alone.
    func margins(_ a: NodeID, _ b: NodeID, _ seconds: Double) -> [Double] {
        let one = end(a, seconds)
        let builder = finder.builder
        let satellites = finder.constellation.count
        guard b.index < satellites else {
            return builder.groundRules.rules.map {
                builder.groundRules.margin(
                    of: $0, from: builder.observers[b.index - satellites], to: one,
                    seconds: seconds)
            }
        }
        let state = LinkState(one, end(b, seconds), seconds: seconds)
        return builder.laserRules.rules.map { builder.laserRules.margin(of: $0, state) }
    }

    /// Whether a link is up at an instant.
    func isUp(_ a: NodeID, _ b: NodeID, _ seconds: Double) -> Bool {
        margins(a, b, seconds).allSatisfy { $0 >= 0 }
    }

    /// The length of a link at an instant [km].
    func lengthKm(_ a: NodeID, _ b: NodeID, _ seconds: Double) -> Double {
        let satellites = finder.constellation.count
        let other =
            b.index < satellites
            ? end(b, seconds).positionKm
            : finder.builder.observers[b.index - satellites].position.km
        let d = end(a, seconds).positionKm - other
        return (d * d).sum().squareRoot()
    }

    func end(_ node: NodeID, _ seconds: Double) -> LinkEnd {
        let instant = finder.epoch.advanced(bySeconds: seconds)
        guard let state = try? finder.constellation.state(of: node.index, at: instant) else {
            return LinkEnd(node: node, positionKm: SIMD3(repeating: .nan))
        }
        let fixed = EarthRotation(at: instant).itrf(state)
        return LinkEnd(
            node: node, positionKm: fixed.position.km, velocityKmPerS: fixed.velocityKmPerS)
    }

    /// All pairs whose contacts are looked for.
    var pairs: [(NodeID, NodeID)] {
        let satellites = finder.constellation.count
        var pairs = lasers.map { (NodeID(Int($0.a)), NodeID(Int($0.b))) }
        for satellite in 0..<satellites {
            for station in satellites..<finder.nodeCount {
                pairs.append((NodeID(satellite), NodeID(station)))
            }
        }
        return pairs
    }
}
