import TestSupport
import Testing

@testable import Orbits

/// Elements and times from anywhere in the floating-point numbers give a finite state or a code.
struct SGP4FuzzTests {
    static let odd: [Double] = [
        .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 1e300, -1e300, 1e-300, .leastNonzeroMagnitude,
        .greatestFiniteMagnitude, 1 - 1e-16, 1e9, 0.9999999, 1e-4, 3.14159265358979,
    ]

    static func value(
        _ range: ClosedRange<Double>, oddity: Double, using random: inout SeededGenerator
    ) -> Double {
        if Double.random(in: 0..<1, using: &random) >= oddity {
            return Double.random(in: range, using: &random)
        }
        if Bool.random(using: &random) {
            return odd[Int.random(in: 0..<odd.count, using: &random)]
        }
        return Double(bitPattern: random.next())
    }

    static func elements(oddity: Double, using random: inout SeededGenerator) -> ElementSet {
        func pick(_ range: ClosedRange<Double>) -> Double {
            value(range, oddity: oddity, using: &random)
        }
        return ElementSet(
            catalogNumber: CatalogNumber(1),
            epoch: Instant(julianDate: pick(2_400_000...2_500_000), dayFraction: pick(0...1)),
            inclinationRad: pick(-1...4), raanRad: pick(-7...7), eccentricity: pick(-0.01...1.01),
            argumentOfPerigeeRad: pick(-7...7), meanAnomalyRad: pick(-7...7),
            meanMotionRadPerMin: pick(-0.001...0.08), bstarPerEarthRadius: pick(-0.1...0.1))
    }

    @Test(arguments: [0.0, 0.05, 0.5])
    func stateOrCode(oddity: Double) {
        var random = SeededGenerator(seed: 20_260_823)
        var codes: [SGP4Error: Int] = [:]
        var states = 0
        for _ in 0..<4_000 {
            let set = Self.elements(oddity: oddity, using: &random)
            let gravity = GravityModel.allCases.randomElement(using: &random) ?? .wgs72
            let mode: OperationMode = Bool.random(using: &random) ? .improved : .afspc
            do throws(SGP4Error) {
                let theories: [any Propagator] = [
                    try SGP4(set, gravity: gravity, mode: mode),
                    try J2Propagator(set, gravity: gravity),
                ]
                for theory in theories {
                    for _ in 0..<4 {
                        let t = Self.value(-1e5...1e5, oddity: oddity, using: &random)
                        // The integrator may take a second for a time at the edge of its domain.
                        if abs(t) > 1e7, abs(t) < 1e10 { continue }
                        do throws(SGP4Error) {
                            let state = try theory.state(minutesSinceEpoch: t)
                            states += 1
                            #expect((state.positionKm + state.velocityKmPerS).sum().isFinite)
                        } catch {
                            codes[error, default: 0] += 1
                        }
                    }
                }
            } catch {
                codes[error, default: 0] += 1
            }
        }
        #expect(states > 0)
        #expect(codes.keys.contains(.decayed) && codes.keys.contains(.meanEccentricity))
    }

    @Test func elementsThatCannotBeInitialised() {
        let good = SGP4CursorTests.sets[0]
        func code(_ change: (inout ElementSet) -> Void) -> SGP4Error? {
            var set = good
            change(&set)
            do throws(SGP4Error) {
                _ = try SGP4(set)
                return nil
            } catch {
                return error
            }
        }
        #expect(code { _ in } == nil)
        for bad in [1, 1.5, -0.01, .nan, .infinity] {
            #expect(code { $0.eccentricity = bad } == .meanEccentricity)
        }
        for bad in [0, -0.05, .nan, .infinity] {
            #expect(code { $0.meanMotionRadPerMin = bad } == .meanMotion)
        }
        for bad in [Double.nan, .infinity, -.infinity] {
            #expect(code { $0.inclinationRad = bad } == .outOfDomain)
            #expect(code { $0.raanRad = bad } == .outOfDomain)
            #expect(code { $0.argumentOfPerigeeRad = bad } == .outOfDomain)
            #expect(code { $0.meanAnomalyRad = bad } == .outOfDomain)
            #expect(code { $0.bstarPerEarthRadius = bad } == .outOfDomain)
        }
        #expect(code { $0.bstarPerEarthRadius = 1e300 } == .outOfDomain)
        #expect(SGP4Error.allCases.map(\.code) == Array(1...8))
    }

    /// At a perigee of 20 km, the height s of so low an orbit, the density of the theory has a pole.
    @Test func orbitThroughThePoleOfTheDensity() {
        var poles = 0
        for k in 0..<200 {
            var set = SGP4CursorTests.sets[0]
            set.meanMotionRadPerMin *= 1 - Double(k) * 1e-4
            func eta(_ eccentricity: Double) -> Double? {
                set.eccentricity = eccentricity
                do throws(SGP4Error) {
                    return try SGP4(set).drag.eta
                } catch {
                    if error == .subOrbital { poles += 1 }
                    return nil
                }
            }
            var (below, above) = (0.01, 0.2)
            while let middle = eta((below + above) / 2), below.nextUp < above {
                if middle < 1 { below = (below + above) / 2 } else { above = (below + above) / 2 }
            }
        }
        #expect(poles > 0)
    }
}
