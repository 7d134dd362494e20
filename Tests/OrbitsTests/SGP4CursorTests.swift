import Orbits
import TestSupport
import Testing

/// The cursor of the resonance integrator saves steps and changes no bit.
struct SGP4CursorTests {
    static func set(revolutions: Double, eccentricity: Double, inclination: Double) -> ElementSet {
        ElementSet(
            catalogNumber: CatalogNumber(1), epoch: Instant(year: 2026, month: 8, day: 23),
            inclinationRad: inclination, raanRad: 1, eccentricity: eccentricity,
            argumentOfPerigeeRad: 4.6, meanAnomalyRad: 0.3,
            meanMotionRadPerMin: revolutions / ElementSet.revPerDayPerRadPerMin,
            bstarPerEarthRadius: 1e-5)
    }

    static let sets = [
        set(revolutions: 15.06, eccentricity: 0.001, inclination: 0.92),
        set(revolutions: 4, eccentricity: 0.01, inclination: 0.9),
        set(revolutions: 2.006, eccentricity: 0.69, inclination: 1.1),
        set(revolutions: 1.0027, eccentricity: 0.001, inclination: 0.01),
    ]

    @Test(arguments: 0..<4) func anyOrderOfTimes(index: Int) throws {
        var random = SeededGenerator(seed: UInt64(index) + 1)
        let sgp4 = try SGP4(Self.sets[index])
        var times = (0..<200).map { _ in Double.random(in: -50_000...50_000, using: &random) }
        times += [0, 720, -720, 719.999, 1_440, 1_440, -1_440, 0, 720.001]
        for order in [times, times.sorted(), times.sorted(by: >), times.shuffled(using: &random)] {
            var cursor = ResonanceCursor()
            for t in order {
                let resumed = try sgp4.state(minutesSinceEpoch: t, resuming: &cursor)
                #expect(try resumed == sgp4.state(minutesSinceEpoch: t), "minute \(t)")
            }
        }
    }

    @Test func continuousAcrossSteps() throws {
        for set in Self.sets {
            let sgp4 = try SGP4(set)
            for step in [-1_440.0, -720, 720, 1_440] {
                let before = try sgp4.state(minutesSinceEpoch: step - 1e-7)
                let after = try sgp4.state(minutesSinceEpoch: step + 1e-7)
                #expect(largest(after.positionKm - before.positionKm) < 1e-3)
            }
        }
    }

    @Test func timesThatNoLoopCanReach() throws {
        for set in Self.sets {
            let sgp4 = try SGP4(set)
            for t in [1e18, -1e18, .infinity, -.infinity, .nan, Double.greatestFiniteMagnitude] {
                #expect(throws: SGP4Error.self) { try sgp4.state(minutesSinceEpoch: t) }
            }
        }
    }
}
