import DataCenters
import Testing

/// Numbers of papers that follow from a formula and the inputs beside them.
@Suite struct PublishedNumbersTests {
    /// INTELLECT-1 (arXiv 2412.01152, table 2): 100 inner steps in 38 minutes, a median all-reduce of
    /// 103, 382 and 469 s, and what share was computed.
    @Test(arguments: [(103.0, 95.7), (382, 85.6), (469, 83.0)])
    func `compute utilisation`(syncS: Double, percent: Double) {
        let plan = Synchronisation(innerSteps: 100, stepS: 38 * 60 / 100, syncS: syncS)
        #expect(abs(100 * plan.utilisation - percent) <= 0.1)
        let tokens = plan.tokensPerDay(perStep: 1_000)
        #expect(abs(tokens - 86_400e5 / (2_280 + syncS)) < 1e-6)
    }

    @Test func `what overlaps is not waited for`() {
        let half = Synchronisation(innerSteps: 10, stepS: 1, syncS: 8, overlap: 0.5)
        #expect(half.exposedS == 4)
        let long = Synchronisation(innerSteps: 10, stepS: 1, syncS: 30, overlap: 1)
        #expect(long.exposedS == 20)
        #expect(abs(long.utilisation - 1.0 / 3) < 1e-12)
    }

    /// Streaming DiLoCo (arXiv 2501.18512): 100 inner steps and 4 bits for 16 save 400 times; SHARDCAST
    /// of INTELLECT-2 (arXiv 2505.07291): 62 GB in 14 minutes are 590 Mbit/s.
    @Test func `bytes and rates`() {
        let plan = Synchronisation(innerSteps: 100, stepS: 1, syncS: 1)
        #expect(plan.byteRatio(gradientBits: 16, payloadBits: 4) == 400)
        #expect(abs(TransferRate.mbps(bytes: 62e9, seconds: 840) - 590.476) < 0.001)
        #expect(abs(TransferRate.seconds(bytes: 62e9, mbps: 590.476) - 840) < 0.01)
    }

    /// Suncatcher (arXiv 2511.19468), table 1: Starlink v2 mini optimised and v1, OneWeb, Iridium NEXT
    /// at $3,600 and $200 a kilogram, in dollars a kilowatt and year.
    @Test(arguments: [
        (575.0, 28.0, 5.0, 14_700.0, 810.0), (260, 7, 5, 26_600, 1_470),
        (150, 0.8, 5, 135_800, 7_500),
        (860, 2, 12.5, 124_600, 6_900),
    ])
    func `launched power`(
        massKg: Double, powerKW: Double, lifeYears: Double, now: Double, later: Double
    ) {
        let satellite = LaunchedPower(massKg: massKg, powerKW: powerKW, lifeYears: lifeYears)
        #expect(abs(satellite.costPerKWYear(pricePerKg: 3_600) / now - 1) < 0.015)
        #expect(abs(satellite.costPerKWYear(pricePerKg: 200) / later - 1) < 0.015)
    }
}
