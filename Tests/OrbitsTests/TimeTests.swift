import Foundation
import Orbits
import TestSupport
import Testing

struct TimeTests {
    static func midnight(_ year: Int, _ month: Int, _ day: Int, second: Double = 0) -> Instant {
        Instant(year: year, month: month, day: day, secondOfDay: second)
    }

    @Test func julianDates() {
        #expect(Self.midnight(2000, 1, 1, second: 43_200) == .j2000)
        #expect(Self.midnight(1858, 11, 17).julianDate == 2_400_000.5)
        #expect(Self.midnight(1950, 1, 1).julianDate == 2_433_282.5)
        #expect(Self.midnight(2026, 8, 23).julianDate == 2_461_275.5)
        #expect(Instant(year: 2024, dayOfYear: 60.25) == Self.midnight(2024, 2, 29, second: 21_600))
        #expect(Instant(year: 2026, dayOfYear: 365) == Self.midnight(2026, 12, 31))
    }

    @Test func everyDayFollowsTheOneBefore() throws {
        var instant = Self.midnight(1899, 12, 31)
        let calendar = try #require(Calendar(identifier: .gregorian) as Calendar?)
        var utc = calendar
        utc.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for _ in 0..<80_000 {
            let next = instant.advanced(bySeconds: 86_400)
            #expect(next.julianDate == instant.julianDate + 1)
            instant = next
            let unix = (instant.julianDate - 2_440_587.5) * 86_400
            let parts = utc.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: unix))
            let year = try #require(parts.year)
            let month = try #require(parts.month)
            let day = try #require(parts.day)
            try #require(Self.midnight(year, month, day) == instant)
        }
    }

    @Test(arguments: [
        ("2026-08-23", 0.0),
        ("2026-08-23T05:06", 18_360),
        ("2026-08-23T05:06:07", 18_367),
        ("2026-08-23 05:06:07Z", 18_367),
        ("2026-235T05:06:07Z", 18_367),
        ("2026-235", 0),
        ("2026-08-23T05:06:07.5Z", 18_367.5),
        ("2026-08-23T07:06:07+02:00", 18_367),
        ("2026-08-22T23:36:07-05:30", 18_367),
        ("2026-08-23T23:59:59.999", 86_399.999),
        ("2026-08-22T23:59:60Z", 0),
        ("2026-08-23T01:59:60+02:00", 0),
    ])
    func reads(text: String, second: Double) throws {
        let instant = try #require(Instant(iso8601: text))
        #expect(abs(instant.seconds(since: Self.midnight(2026, 8, 23)) - second) < 1e-9)
    }

    @Test(arguments: [
        "", " ", "2026", "2026-08", "2026-8-23", "26-08-23", "2026-13-01", "2026-00-10",
        "2026-02-29", "2026-08-32", "2026-08-00", "2026-366", "2026-000", "2026-0823",
        "2026-08-23T", "2026-08-23T5:06", "2026-08-23T24:00", "2026-08-23T05:60",
        "2026-08-23T05:06:61", "2026-08-23T05:06:60Z", "2026-08-23T23:59:60+02:00",
        "2026-08-23T05:06:07.", "2026-08-23T05:06:07.Z", "2026-08-23T05:06:07ZZ",
        "2026-08-23T05:06:07+2", "2026-08-23T05:06:07+24:00", "2026-08-23X05:06", "nan",
        "2026-08-23T05:06:07 ", "٢٠٢٦-08-23",
    ])
    func rejects(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test func leapDays() {
        #expect(Instant(iso8601: "2024-02-29") != nil)
        #expect(Instant(iso8601: "2000-02-29") != nil)
        #expect(Instant(iso8601: "1900-02-29") == nil)
        #expect(Instant(iso8601: "2024-366") == Self.midnight(2024, 12, 31))
    }

    @Test func prints() {
        let instant = Self.midnight(2026, 8, 3, second: 4_507.0625)
        #expect(instant.iso8601() == "2026-08-03T01:15:07Z")
        #expect(instant.iso8601(fractionDigits: 3) == "2026-08-03T01:15:07.063Z")
        #expect(instant.iso8601(fractionDigits: 4) == "2026-08-03T01:15:07.0625Z")
        #expect(instant.iso8601(fractionDigits: 20) == "2026-08-03T01:15:07.062500000Z")
        // Rounding carries into the next year.
        let last = Self.midnight(2026, 12, 31, second: 86_399.9996)
        #expect(last.iso8601(fractionDigits: 3) == "2027-01-01T00:00:00.000Z")
    }

    @Test func readsWhatItPrints() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let instant = Instant(
                julianDate: 2_433_282.5 + Double(Int.random(in: 0..<50_000, using: &random)),
                dayFraction: Double.random(in: 0..<1, using: &random))
            let text = instant.iso8601(fractionDigits: 9)
            let read = try #require(Instant(iso8601: text))
            #expect(abs(read.seconds(since: instant)) < 0.6e-9, "\(text)")
        }
    }

    @Test func splitFormKeepsItsPrecision() {
        var random = SeededGenerator(seed: 4)
        let start = Self.midnight(2026, 8, 23, second: 12_345.678)
        for _ in 0..<2_000 {
            let seconds = Double.random(in: -4e8...4e8, using: &random)
            let later = start.advanced(bySeconds: seconds)
            #expect((0..<1).contains(later.dayFraction))
            #expect(later.julianDate - later.julianDate.rounded(.down) == 0.5)
            #expect(abs(later.seconds(since: start) - seconds) <= 1e-7)
            #expect((later < start) == (seconds < 0))
            let next = later.advanced(bySeconds: 1e-9)
            #expect(abs(next.seconds(since: later) - 1e-9) < 2e-11)
        }
        #expect(abs(start.minutes(since: .j2000) - start.seconds(since: .j2000) / 60) < 1e-8)
    }

    /// Vallado, "Fundamentals of Astrodynamics and Applications", example 3-5.
    @Test func siderealTimeOfThePublishedExample() {
        let instant = Self.midnight(1992, 8, 20, second: 12 * 3_600 + 14 * 60)
        let degrees = SiderealTime.gmst1982(at: instant) * 180 / .pi
        // The book's value has the rounding of one Double, 40 µs; the other one the exact sum.
        #expect(abs(degrees - 152.578787810) < 1e-7)
        #expect(abs(degrees - 152.57878785165747) < 1e-11)
    }

    @Test func siderealTimeKeepsTheSplit() {
        let start = Self.midnight(2026, 8, 23, second: 50_000)
        let rate = SiderealTime.gmst1982Rate(at: start)
        #expect(abs(rate - 7.2921158553e-5) < 1e-14)
        let angle = SiderealTime.gmst1982(at: start)
        for step in [1e-6, 1e-3, 1, 100] {
            let later = SiderealTime.gmst1982(at: start.advanced(bySeconds: step))
            // In one Double the first step would be lost, and the others wrong by up to 3e-9.
            #expect(abs(later - angle - rate * step) < 1e-13)
        }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<1_000 {
            let instant = Instant(
                julianDate: Double.random(in: 2_400_000...2_500_000, using: &random))
            #expect((0..<2 * Double.pi).contains(SiderealTime.gmst1982(at: instant)))
        }
    }
}
