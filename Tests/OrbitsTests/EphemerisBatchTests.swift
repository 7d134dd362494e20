import Foundation
import TestSupport
import Testing

@testable import Orbits

/// The batch beside the scalar code, which is its plain twin.
struct EphemerisBatchTests {
    static let epoch = Instant(year: 2026, month: 8, day: 23)

    /// A near-Earth set; the eccentricity and the drag choose the kernel.
    static func set(
        eccentricity: Double = 0.0002, bstar: Double = 1e-5, revolutions: Double = 15.06,
        inclination: Double = 0.925, seed: Double = 0
    ) -> ElementSet {
        ElementSet(
            catalogNumber: CatalogNumber(1), epoch: epoch, inclinationRad: inclination,
            raanRad: 1 + seed, eccentricity: eccentricity, argumentOfPerigeeRad: 4.6 + 2 * seed,
            meanAnomalyRad: 0.3 + 3 * seed,
            meanMotionRadPerMin: revolutions / ElementSet.revPerDayPerRadPerMin,
            bstarPerEarthRadius: bstar)
    }

    /// Satellites of every kind: both kernels, deep space, decaying, rejected at all times.
    static func mixture(_ count: Int = 43) -> [ElementSet] {
        var random = SeededGenerator(seed: 5)
        return (0..<count).map { index in
            let seed = Double.random(in: 0...6, using: &random)
            switch index % 11 {
            case 2: return set(eccentricity: 0.12, revolutions: 13, seed: seed)
            case 4: return set(bstar: 0.3, revolutions: 16.2, seed: seed)
            case 5: return SGP4CursorTests.sets[2]
            case 6: return set(eccentricity: 1.2, seed: seed)
            case 7: return set(eccentricity: 0, bstar: 0, inclination: 1.7, seed: seed)
            case 8: return SGP4CursorTests.sets[3]
            case 9: return set(eccentricity: 0.45, revolutions: 7, inclination: 2, seed: seed)
            default: return set(bstar: 1e-4 * seed, seed: seed)
            }
        }
    }

    static func instants(_ count: Int, stepMinutes: Double = 97) -> [Instant] {
        (0..<count).map { epoch.advanced(bySeconds: (Double($0) - 3) * 60 * stepMinutes) }
    }

    /// The largest differences to the scalar code [km, km/s]; codes must be equal.
    static func compare(
        _ elements: [ElementSet], _ instants: [Instant], _ planes: EphemerisPlanes,
        gravity: GravityModel = .wgs72
    ) -> (position: Double, velocity: Double, states: Int) {
        var codes: [SIMD2<Int>: SGP4Error] = [:]
        for rejection in planes.rejections {
            codes[SIMD2(rejection.satellite, rejection.instant)] = rejection.error
        }
        #expect(codes.count == planes.rejections.count)
        var worst = (position: 0.0, velocity: 0.0, states: 0)
        for (satellite, set) in elements.enumerated() {
            let theory = Result { () throws(SGP4Error) in try SGP4(set, gravity: gravity) }
            for (index, instant) in instants.enumerated() {
                let ours = planes[satellite, index]
                let code = codes[SIMD2(satellite, index)]
                do throws(SGP4Error) {
                    let state = try theory.get().state(at: instant)
                    let position = largest(ours.positionKm - state.positionKm)
                    let velocity = largest(ours.velocityKmPerS - state.velocityKmPerS)
                    worst.position = max(worst.position, position.isNaN ? .infinity : position)
                    worst.velocity = max(worst.velocity, velocity.isNaN ? .infinity : velocity)
                    worst.states += 1
                    if code != nil { Issue.record("code without cause: \(satellite), \(index)") }
                } catch {
                    if code != error || !ours.positionKm.x.isNaN || !ours.velocityKmPerS.z.isNaN {
                        Issue.record("satellite \(satellite), instant \(index): not \(error)")
                    }
                }
            }
        }
        return worst
    }

    static func expectAgreement(_ elements: [ElementSet], _ instants: [Instant]) {
        let batch = EphemerisBatch(elements)
        let worst = compare(elements, instants, batch.states(at: instants))
        #expect(worst.position < 1e-8)
        #expect(worst.velocity < 1e-11)
        #expect(worst.states > 0)
    }

    @Test func everyKind() {
        let elements = Self.mixture()
        let instants = Self.instants(45)
        let planes = EphemerisBatch(elements).states(at: instants)
        #expect(Set(planes.rejections.map(\.error)).isSuperset(of: [.meanEccentricity, .decayed]))
        Self.expectAgreement(elements, instants)
    }

    /// Kernels are chosen where their bounds say so, and not only by luck.
    @Test func bothKernelsAreUsed() throws {
        func window(_ set: ElementSet) throws -> Double {
            try NearEarthWindow.halfWidthMinutes(of: SGP4(set))
        }
        #expect(try window(Self.set()) >= 8_192)
        #expect(try window(Self.set(eccentricity: 0, bstar: 0)) >= 8_192)
        #expect(try window(Self.set(eccentricity: 0.12, revolutions: 13)) == -1)
        #expect(try window(SGP4CursorTests.sets[2]) == -1)
        let draggy = try window(Self.set(bstar: 0.01))
        #expect(draggy > 0 && draggy < 4_096)
    }

    /// At the edge of the windows, both sides of it, in eccentricity and in drag.
    @Test func atTheBounds() throws {
        var elements: [ElementSet] = []
        for k in 0..<24 {
            let turn = Double(k) / 4
            elements.append(
                Self.set(eccentricity: 0.0296 + 0.0001 * Double(k), revolutions: 14.2, seed: turn))
            elements.append(
                Self.set(eccentricity: 0.000_1, bstar: 0.000_3 * exp(turn), seed: turn))
            elements.append(
                Self.set(eccentricity: 0.000_11, bstar: 0.02, revolutions: 14, seed: turn))
        }
        let windows = try elements.map { try NearEarthWindow.halfWidthMinutes(of: SGP4($0)) }
        #expect(windows.contains { $0 > 0 } && windows.contains { $0 < 0 })
        for window in Set(windows) where window > 0 {
            let instants = [-1.000_001, -1, -0.999, -0.51, 0.3, 0.77, 0.999, 1, 1.000_001].map {
                Self.epoch.advanced(bySeconds: $0 * window * 60)
            }
            let same = zip(elements, windows).filter { $0.1 == window }.map(\.0)
            Self.expectAgreement(same, instants)
            let grid = UniformGrid(
                start: Self.epoch.advanced(bySeconds: -1.1 * window * 60),
                stepSeconds: window * 60 / 40)
            var planes = EphemerisPlanes(
                satellites: same.count, instants: 90, layout: .satelliteMajor(instants: 90))
            EphemerisBatch(same).states(on: grid, steps: 0..<90, into: &planes)
            let worst = Self.compare(same, (0..<90).map { grid[$0] }, planes)
            #expect(worst.position < 1e-8 && worst.velocity < 1e-11)
        }
    }

    /// Alone, permuted, in slices, in other layouts: the same bits.
    @Test func bitsDoNotDependOnTheBatch() {
        let elements = Self.mixture()
        let instants = Self.instants(37, stepMinutes: 731)
        let reference = EphemerisBatch(elements).states(at: instants)
        var random = SeededGenerator(seed: 3)
        let order = Array(elements.indices).shuffled(using: &random)
        let times = Array(instants.indices).shuffled(using: &random)
        let batch = EphemerisBatch(order.map { elements[$0] })
        for pick in [times, [times[0]], Array(times[3..<7]), Array(times[5..<22])] {
            let layouts: [EphemerisLayout] = [
                .satelliteMajor(instants: pick.count), .timeMajor(satellites: order.count),
                EphemerisLayout(offset: 5, satelliteStride: 3, instantStride: 3 * order.count),
            ]
            for layout in layouts {
                var planes = EphemerisPlanes(
                    satellites: order.count, instants: pick.count, layout: layout)
                batch.states(at: pick.map { instants[$0] }, into: &planes)
                for (s, satellite) in order.enumerated() {
                    for (i, instant) in pick.enumerated() {
                        expectSameBits(planes[s, i], reference[satellite, instant])
                    }
                }
            }
        }
        for satellite in elements.indices {
            let alone = EphemerisBatch([elements[satellite]]).states(at: [instants[9]])
            expectSameBits(alone[0, 0], reference[satellite, 9])
        }
    }

    /// Any range of the steps of a grid gives the bits of that grid.
    @Test func bitsOfAGridDoNotDependOnTheRange() {
        let elements = Self.mixture(22)
        let grid = UniformGrid(start: Self.epoch, stepSeconds: 733)
        let batch = EphemerisBatch(elements)
        func states(_ steps: Range<Int>) -> EphemerisPlanes {
            var planes = EphemerisPlanes(
                satellites: elements.count, instants: steps.count,
                layout: .timeMajor(satellites: elements.count))
            batch.states(on: grid, steps: steps, into: &planes)
            return planes
        }
        let all = states(-40..<100)
        let worst = Self.compare(elements, (-40..<100).map { grid[$0] }, all)
        #expect(worst.position < 1e-8 && worst.velocity < 1e-11)
        for steps in [-40..<(-39), -33..<0, 0..<32, 1..<9, 31..<65, 64..<100] {
            let part = states(steps)
            for satellite in elements.indices {
                for step in steps {
                    expectSameBits(
                        part[satellite, step - steps.lowerBound], all[satellite, step + 40])
                }
            }
        }
    }

    @Test func earthFixed() {
        let elements = Self.mixture(22)
        let instants = Self.instants(11)
        let batch = EphemerisBatch(elements)
        let teme = batch.states(at: instants)
        for layout in [EphemerisLayout.satelliteMajor(instants: 11), .timeMajor(satellites: 22)] {
            var fixed = EphemerisPlanes(satellites: 22, instants: 11, layout: layout)
            batch.states(at: instants, frame: .earthFixed, into: &fixed)
            #expect(fixed.rejections == teme.rejections)
            for satellite in elements.indices {
                for (index, instant) in instants.enumerated() {
                    let state = EarthRotation(at: instant).itrf(teme[satellite, index])
                    expectSameBits(
                        fixed[satellite, index],
                        TEMEState(
                            positionKm: state.position.km, velocityKmPerS: state.velocityKmPerS))
                }
            }
        }
    }

    @Test func constellationBesideItsPlainTwin() {
        for kind in PropagatorKind.allCases {
            let elements = Self.mixture()
            let constellation = Constellation(elements, propagator: kind)
            let instants = Self.instants(9)
            var planes = Array(repeating: PositionPlanes(count: elements.count + 2), count: 9)
            var codes: [[Int]] = []
            constellation.positions(at: instants, into: &planes) {
                codes.append([$0, $1, $2.code])
            }
            var expected: [[Int]] = []
            for (index, instant) in instants.enumerated() {
                var plain = PositionPlanes(count: elements.count + 2)
                constellation.plainPositions(at: instant, into: &plain) {
                    expected.append([index, $0, $1.code])
                }
                for satellite in elements.indices where !plain.x[satellite].isNaN {
                    #expect(largest(planes[index][satellite] - plain[satellite]) < 1e-8)
                }
                #expect(planes[index].x.map(\.isNaN) == plain.x.map(\.isNaN))
            }
            #expect(codes == expected && !codes.isEmpty)
        }
    }

    /// Times and elements from anywhere in the floating-point numbers: the codes of the scalar code.
    @Test func odditiesHaveTheirCodes() {
        var random = SeededGenerator(seed: 17)
        let elements = (0..<300).map { _ in SGP4FuzzTests.elements(oddity: 0.04, using: &random) }
        let instants = [
            Instant.j2000, Self.epoch, Instant(julianDate: 2_450_000.5),
            Instant(julianDate: .infinity), Instant(julianDate: .nan),
            Instant(julianDate: 2_451_000.25), Instant(julianDate: 2_440_000.5),
            Instant(julianDate: 2_460_000.75),
        ]
        let planes = EphemerisBatch(elements).states(at: instants)
        let worst = Self.compare(elements, instants, planes)
        #expect(worst.states > 10)
        #expect(planes.rejections.count > 100)
    }

    @Test func nothingToDo() {
        #expect(EphemerisBatch([]).states(at: Self.instants(3)).x.isEmpty)
        #expect(EphemerisBatch(Self.mixture()).states(at: []).rejections.isEmpty)
    }
}

/// Expects two states to be the same to the bit, or both to be none.
func expectSameBits(_ a: TEMEState, _ b: TEMEState) {
    let none = a.positionKm.x.isNaN && b.positionKm.x.isNaN
    if !none, a != b { Issue.record("\(a) is not \(b)") }
}

/// The batch beside the scalar code on the element sets of real satellites.
@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct EphemerisBatchRealFileTests {
    @Test(arguments: [
        ("tle/starlink_2026-08-22T2029Z.tle", 24), ("tle/oneweb_2026-08-22T1837Z.tle", 4),
        ("tle/iridium_next_2026-08-22.tle", 1), ("tle/o3b_meo_2026-08-22.tle", 1),
        ("tle/kuiper_2026-08-22.tle", 2), ("tle/golden_active_2026-08-22.tle", 1),
        ("sgp4/SGP4-VER.TLE", 1),
    ])
    func realSatellites(file: String, every: Int) throws {
        let sets = try TestElementText.sets(in: SharedData.text(file))
        let elements = sets.enumerated().filter { $0.offset % every == 0 }.map(\.element)
        let epoch = try #require(elements.map(\.epoch).max())
        // Ten days to either side, at steps that hit all phases of the orbits.
        let instants = (-8...8).map { epoch.advanced(bySeconds: Double($0) * 101_111.7) }
        EphemerisBatchTests.expectAgreement(elements, instants)
    }

    /// The times of the verification set itself, some of them minutes before a decay.
    @Test func verificationTimes() throws {
        let sets = try TestElementText.sets(in: SharedData.text("sgp4/SGP4-VER.TLE"))
        for set in sets {
            let instants = (-3...40).map { set.epoch.advanced(bySeconds: Double($0) * 2_400) }
            let planes = EphemerisBatch([set]).states(at: instants)
            let worst = EphemerisBatchTests.compare([set], instants, planes)
            #expect(worst.position < 1e-8 && worst.velocity < 1e-11)
        }
    }
}
