import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct LinkMarginTests {
    private static func state(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> LinkState {
        LinkState(
            LinkEnd(node: NodeID(0), positionKm: a), LinkEnd(node: NodeID(1), positionKm: b))
    }

    private static func isUp(_ rules: LaserRules, _ state: LinkState) -> Bool {
        rules.rules.allSatisfy { rules.margin(of: $0, state) >= 0 }
    }

    @Test(arguments: [
        LaserRules(), LaserRules(maxRangeKm: 3_000), LaserRules(earth: .sphere),
        LaserRules(maxRangeKm: 5_000, grazingAltitudeKm: -200, earth: .wgs72),
    ])
    func `a laser is allowed where all margins hold`(rules: LaserRules) {
        var random = SeededGenerator(seed: 41)
        var up = 0
        for _ in 0..<3_000 {
            let a = random.pointOnSphere(radius: Double.random(in: 6_700...7_600, using: &random))
            let b = random.pointOnSphere(radius: Double.random(in: 6_700...7_600, using: &random))
            let state = Self.state(a, b)
            let length = LengthGrid.nearest(km: state.lengthKm)
            let allowed = rules.allow(lengthKm: length, from: a, to: b)
            #expect(Self.isUp(rules, state) == allowed)
            up += allowed ? 1 : 0
        }
        #expect(up > 50 && up < 2_950)
    }

    /// Around the point at which a link begins to graze, and around its greatest range, to the last
    /// digit of the coordinate that is moved.
    @Test func `the signs agree on the edge`() {
        for earth in [Ellipsoid.sphere, .wgs84] {
            let rules = LaserRules(maxRangeKm: 4_000, earth: earth)
            for rule in rules.rules {
                var (low, high) = (3_000.0, 7_000.0)
                func state(_ length: Double) -> LinkState {
                    let z = rule == .range ? 7_500.0 : 6_700.0
                    return Self.state(SIMD3(-length / 2, 0, z), SIMD3(length / 2, 0, z))
                }
                // Constant height: longer lines do not fall, so that grazing is approached by height.
                func moved(_ x: Double) -> LinkState {
                    rule == .range
                        ? state(x) : Self.state(SIMD3(-1_500, 0, x), SIMD3(1_500, 0, x))
                }
                if rule == .grazing { (low, high) = (6_600, 6_200) }
                #expect(rules.margin(of: rule, moved(low)) > 0)
                #expect(rules.margin(of: rule, moved(high)) < 0)
                for _ in 0..<80 {
                    let middle = (low + high) / 2
                    if rules.margin(of: rule, moved(middle)) >= 0 {
                        low = middle
                    } else {
                        high = middle
                    }
                }
                #expect(abs(low - high) < 1e-9)
                for x in [low, high, low.nextUp, low.nextDown, high.nextUp, high.nextDown] {
                    let there = moved(x)
                    #expect(
                        Self.isUp(rules, there)
                            == rules.allow(
                                lengthKm: LengthGrid.nearest(km: there.lengthKm),
                                from: there.a.positionKm, to: there.b.positionKm))
                }
            }
        }
    }

    @Test(arguments: [
        GroundRules.standard, GroundRules(minElevationRad: -0.2),
        GroundRules(minElevationRad: 0.5, maxSlantRangeKm: 800),
        GroundRules(maxSlantRangeKm: 1_260),
    ])
    func `a radio link is up where all margins hold`(rules: GroundRules) {
        var random = SeededGenerator(seed: 42)
        let stations = (0..<20).map { index in
            GroundStation(
                name: "g\(index)", latitudeDeg: Double.random(in: -90...90, using: &random),
                longitudeDeg: Double.random(in: -180...180, using: &random))
        }
        let positions = PositionPlanes(
            (0..<400).map { _ in ITRFPosition(km: random.pointOnSphere(radius: 7_000)) })
        let builder = MeshBuilder(
            topology: LinkList.none, groundRules: rules, stations: stations)
        let mesh = builder.mesh(of: positions, atSeconds: 0)
        for (index, observer) in builder.observers.enumerated() {
            for satellite in 0..<positions.count {
                let end = LinkEnd(node: NodeID(satellite), positionKm: positions[satellite])
                let isUp = rules.rules.allSatisfy {
                    rules.margin(of: $0, from: observer, to: end) >= 0
                }
                let link = mesh.link(between: NodeID(400 + index), and: NodeID(satellite))
                #expect((link != nil) == isUp)
                let angles = observer.lookAngles(to: ITRFPosition(km: positions[satellite]))
                if let least = rules.minElevationRad {
                    let margin = rules.margin(of: .elevation, from: observer, to: end)
                    #expect(abs(margin - (angles.elevationRad - least)) < 1e-7)
                }
                if rules.maxSlantRangeKm < .infinity {
                    let margin = rules.margin(of: .slantRange, from: observer, to: end)
                    #expect(abs(margin - (rules.maxSlantRangeKm - angles.rangeKm)) < 1e-9)
                }
            }
        }
    }

    @Test func `a node without a position has no margin`() {
        let nowhere = Self.state(SIMD3(repeating: .nan), SIMD3(7_000, 0, 0))
        #expect(LaserRules().margin(of: .grazing, nowhere).isNaN)
        let observer = Observer(at: Geodetic(latitudeDeg: 0, longitudeDeg: 0))
        #expect(
            GroundRules.standard.margin(of: .elevation, from: observer, to: nowhere.a).isNaN)
        #expect(
            GroundRules.standard.margin(of: .grazing, from: observer, to: nowhere.b) == .infinity)
    }

    @Test func `every rule has a word and sentences of its own`() {
        for text in [\LinkRule.description, \.demand, \.breach] {
            #expect(
                Set(LinkRule.allCases.map { $0[keyPath: text] }).count == LinkRule.allCases.count)
        }
    }
}
