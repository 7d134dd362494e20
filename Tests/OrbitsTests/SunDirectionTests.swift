import Foundation
import Testing

@testable import Orbits

struct SunDirectionTests {
    /// Meeus, "Astronomical Algorithms", 2nd edition, example 25.a: apparent right ascension and
    /// declination of 1992 October 13.0 TD.
    @Test func agreesWithMeeus() {
        let instant = Instant(year: 1992, month: 10, day: 13)
        let sun = SunDirection.itrf(at: instant)
        let sidereal = SiderealTime.gmst1982(at: instant)
        let ascension = (atan2(sun.y, sun.x) + sidereal) * 180 / .pi
        #expect(abs(ascension.truncatingRemainder(dividingBy: 360) - 198.38083) < 0.02)
        #expect(abs(asin(sun.z) * 180 / .pi - -7.78507) < 0.01)
    }

    /// The June solstice of 2026 is on the 21st at 08:24 UTC, the March equinox on the 20th at 14:46
    /// (United States Naval Observatory).
    @Test func standsOverTheTropicAtTheSolstice() {
        let solstice = Instant(year: 2026, month: 6, day: 21, secondOfDay: 8 * 3600 + 24 * 60)
        #expect(abs(asin(SunDirection.itrf(at: solstice).z) * 180 / .pi - 23.436) < 0.01)
        let equinox = Instant(year: 2026, month: 3, day: 20, secondOfDay: 14 * 3600 + 46 * 60)
        #expect(abs(SunDirection.itrf(at: equinox).z) < 0.0002)
    }

    /// At noon UTC the Sun is over Greenwich but for the equation of time: +16 min 25 s on
    /// 3 November (Meeus, chapter 28), that is, 4.1° to the west.
    @Test func followsTheEquationOfTime() {
        let noon = Instant(year: 2026, month: 11, day: 3, secondOfDay: 43_200)
        let sun = SunDirection.itrf(at: noon)
        #expect(abs(atan2(sun.y, sun.x) * 180 / .pi - -4.11) < 0.03)
    }

    @Test func isAUnitVector() {
        for day in stride(from: 0.0, to: 400, by: 7) {
            let sun = SunDirection.itrf(at: Instant.j2000.advanced(bySeconds: day * 86_400))
            #expect(abs((sun * sun).sum() - 1) < 1e-12)
        }
    }
}
