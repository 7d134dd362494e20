import Foundation
import Numerics
import Orbits
import TestSupport
import Testing

@Suite struct ZonalPropagatorTests {
    static let epoch = Instant(year: 2026, month: 8, day: 23)

    static func state(_ numbers: [Double]) -> TEMEState {
        TEMEState(
            positionKm: SIMD3(numbers[0], numbers[1], numbers[2]),
            velocityKmPerS: SIMD3(numbers[3], numbers[4], numbers[5]))
    }

    static func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }

    static func distanceKm(_ a: TEMEState, _ b: TEMEState) -> Double {
        length(a.positionKm - b.positionKm)
    }

    @Test(arguments: [GravityModel.wgs72, .wgs84])
    func accelerationIsTheGradientOfThePotential(_ model: GravityModel) throws {
        let fixture = try Fixture.read().zonal
        let expected = try #require(fixture.accelerations[model.rawValue])
        #expect(expected.count == 4)
        for (p, a) in zip(fixture.positions, expected) {
            let found = ZonalGravity(model).accelerationKmPerS2(at: SIMD3(p[0], p[1], p[2]))
            let wanted = SIMD3(a[0], a[1], a[2])
            #expect(Self.length(found - wanted) < 1e-15 * Self.length(wanted) + 1e-18)
        }
    }

    @Test func agreesWithThirtyDigitsOverARevolution() throws {
        let fixture = try Fixture.read().zonal
        let propagator = ZonalPropagator(state: Self.state(fixture.initial), at: Self.epoch)
        let states = try propagator.states(secondsSinceEpoch: fixture.short.map(\.seconds))
        #expect(states.count == 3)
        for (found, expected) in zip(states, fixture.short) {
            let wanted = Self.state(expected.state)
            #expect(Self.distanceKm(found, wanted) < 1e-8)
            #expect(Self.length(found.velocityKmPerS - wanted.velocityKmPerS) < 1e-11)
        }
    }

    @Test func agreesWithAnotherIntegratorOverADay() throws {
        let fixture = try Fixture.read().zonal
        #expect(fixture.long.count == 3)
        for expected in fixture.long {
            let propagator = ZonalPropagator(state: Self.state(expected.initial), at: Self.epoch)
            let found = try propagator.states(secondsSinceEpoch: [expected.seconds])
            #expect(Self.distanceKm(found[0], Self.state(expected.state)) < 2e-6)
        }
    }

    @Test func conservesEnergyAndAxialMomentum() throws {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<6 {
            let start = Self.randomOrbit(&generator)
            let propagator = ZonalPropagator(state: start, at: Self.epoch)
            let energy = propagator.gravity.energyKm2PerS2(of: start)
            let momentum = Self.axialMomentum(start)
            let times = stride(from: -86_400.0, through: 86_400, by: 7_200).map(\.self)
            for state in try propagator.states(secondsSinceEpoch: times) {
                #expect(abs(propagator.gravity.energyKm2PerS2(of: state) / energy - 1) < 2e-12)
                let scale =
                    Self.length(state.positionKm) * Self.length(state.velocityKmPerS)
                #expect(abs(Self.axialMomentum(state) - momentum) < 2e-12 * scale)
            }
        }
    }

    @Test func returnsToItsStart() throws {
        let start = Self.state(try Fixture.read().zonal.initial)
        let there = try ZonalPropagator(state: start, at: Self.epoch)
            .states(secondsSinceEpoch: [43_200])[0]
        let back = try ZonalPropagator(
            state: there, at: Self.epoch.advanced(bySeconds: 43_200)
        ).states(at: [Self.epoch])[0]
        #expect(Self.distanceKm(back, start) < 1e-6)
    }

    @Test func takesTimesInAnyOrder() throws {
        let start = Self.state(try Fixture.read().zonal.initial)
        let propagator = ZonalPropagator(state: start, at: Self.epoch)
        let times = [600.0, -30, 0, 5, 5, 86_400, -7_000]
        let mixed = try propagator.states(secondsSinceEpoch: times)
        #expect(mixed[2] == start)
        #expect(mixed[3] == mixed[4])
        for (time, state) in zip(times, mixed) {
            let alone = try propagator.states(secondsSinceEpoch: [time])[0]
            #expect(Self.distanceKm(alone, state) < 1e-6)
        }
        let instants = times.map { Self.epoch.advanced(bySeconds: $0) }
        for (a, b) in zip(mixed, try propagator.states(at: instants)) {
            #expect(Self.distanceKm(a, b) < 1e-6)
        }
    }

    @Test func turnsTheNodeAsTheoryPredicts() throws {
        // Secular rate of the node by J2, averaged over whole revolutions of a near-circular orbit.
        let model = GravityModel.wgs72
        let (a, inclination) = (6_928.0, 53.0 * Double.pi / 180)
        let speed = (model.muKm3PerS2 / a).squareRoot()
        let start = Self.state([a, 0, 0, 0, speed * cos(inclination), speed * sin(inclination)])
        let states = try ZonalPropagator(state: start, at: Self.epoch, gravity: model)
            .states(secondsSinceEpoch: [0, 86_400])
        let nodes = states.map { state in
            let p = state.positionKm
            let v = state.velocityKmPerS
            return atan2(p.y * v.z - p.z * v.y, p.x * v.z - p.z * v.x)
        }
        let meanMotion = (model.muKm3PerS2 / (a * a * a)).squareRoot()
        let ratio = model.earthRadiusKm / a
        let rate = -1.5 * model.j2 * ratio * ratio * meanMotion * cos(inclination)
        #expect(abs((nodes[1] - nodes[0]) / (rate * 86_400) - 1) < 0.01)
    }

    @Test func reportsAFallThroughTheCentre() {
        let start = Self.state([7_000, 0, 0, 0, 0, 0])
        #expect(throws: GSLError.self) {
            try ZonalPropagator(state: start, at: Self.epoch).states(secondsSinceEpoch: [86_400])
        }
        let broken = Self.state([.nan, 0, 0, 0, 0, 0])
        #expect(throws: GSLError.inputNotFinite(index: 0)) {
            try ZonalPropagator(state: broken, at: Self.epoch).states(secondsSinceEpoch: [1])
        }
    }

    private static func axialMomentum(_ state: TEMEState) -> Double {
        state.positionKm.x * state.velocityKmPerS.y - state.positionKm.y * state.velocityKmPerS.x
    }

    private static func randomOrbit(_ generator: inout SeededGenerator) -> TEMEState {
        let radius = Double.random(in: 6_800...12_000, using: &generator)
        let direction = randomDirection(&generator)
        let other = randomDirection(&generator)
        let across = other - direction * (other * direction).sum()
        let speed =
            (398_600.8 / radius).squareRoot() * Double.random(in: 1...1.2, using: &generator)
        return TEMEState(
            positionKm: direction * radius, velocityKmPerS: across / length(across) * speed)
    }

    private static func randomDirection(_ generator: inout SeededGenerator) -> SIMD3<Double> {
        while true {
            let v = SIMD3(
                Double.random(in: -1...1, using: &generator),
                Double.random(in: -1...1, using: &generator),
                Double.random(in: -1...1, using: &generator))
            let size = length(v)
            if size > 0.1, size <= 1 { return v / size }
        }
    }
}
