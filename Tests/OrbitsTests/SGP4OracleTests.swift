@testable import Orbits
import TestSupport
import Testing

/// Both modes and all gravity models against python-sgp4 (Tests/Oracles/sgp4_states.py).
struct SGP4OracleTests {
    struct Case {
        var name: String
        var sgp4: SGP4
        var minutes: Double
        var code: Int
        var row: [String: String]
    }

    static func elements(of row: [String: String]) throws -> ElementSet {
        try ElementSet(
            catalogNumber: CatalogNumber(1),
            epoch: Instant(
                julianDate: 2_433_281.5, dayFraction: row.number("epoch_days_since_1950")),
            inclinationRad: row.number("i"), raanRad: row.number("node"),
            eccentricity: row.number("e"), argumentOfPerigeeRad: row.number("argp"),
            meanAnomalyRad: row.number("m"), meanMotionRadPerMin: row.number("n"),
            bstarPerEarthRadius: row.number("bstar"))
    }

    static func cases() throws -> [Case] {
        try CSVFixture("sgp4_states.csv").rows.map { row in
            let gravity = try #require(row["gravity"].flatMap(GravityModel.init))
            let mode: OperationMode = row["mode"] == "a" ? .afspc : .improved
            return try Case(
                name: "\(row["orbit"] ?? "") \(gravity) \(mode) \(row["minutes"] ?? "")",
                sgp4: SGP4(elements(of: row), gravity: gravity, mode: mode),
                minutes: row.number("minutes"), code: Int(row.number("code")), row: row)
        }
    }

    @Test func statesAndCodes() throws {
        let cases = try Self.cases()
        #expect(cases.count == 624)
        for item in cases {
            if item.code == 0 {
                let state = try item.sgp4.state(minutesSinceEpoch: item.minutes)
                let position = try largest(state.positionKm - item.row.vector("x y z"))
                let velocity = try largest(state.velocityKmPerS - item.row.vector("vx vy vz"))
                // Passes close to the Earth make this orbit chaotic: only its codes can be compared.
                if item.name.hasPrefix("code-2") { continue }
                let bound = 1e-7
                #expect(position < bound, "\(item.name)")
                #expect(velocity < bound / 100, "\(item.name)")
            } else {
                #expect(throws: try #require(SGP4Error(rawValue: item.code)), "\(item.name)") {
                    try item.sgp4.state(minutesSinceEpoch: item.minutes)
                }
            }
        }
        let codes = Set(cases.map(\.code))
        #expect(codes == [0, 1, 2, 3, 4, 6])
    }

    /// The oracle would not notice a mode or a model that is ignored if they were all the same.
    @Test func modesAndModelsDiffer() throws {
        let rows = try CSVFixture("sgp4_states.csv").rows
        let row = try #require(rows.first { $0["orbit"] == "node-wraps" })
        let set = try Self.elements(of: row)
        let improved = try SGP4(set).state(minutesSinceEpoch: 1_441.25).positionKm
        let others = try [
            SGP4(set, mode: .afspc), SGP4(set, gravity: .wgs72old), SGP4(set, gravity: .wgs84),
        ].map { try $0.state(minutesSinceEpoch: 1_441.25).positionKm }
        for other in others { #expect(largest(other - improved) > 1e-6) }
    }

    /// The two sidereal angles differ by 2e-11 rad, too little for the states to tell them apart.
    @Test func siderealAngleFollowsTheMode() {
        let improved = DeepSpace.siderealAngle(julianDate: 2_453_281.625, mode: .improved)
        let afspc = DeepSpace.siderealAngle(julianDate: 2_453_281.625, mode: .afspc)
        #expect(abs(improved - 0.9976385209317158) < 3e-12)
        #expect(abs(afspc - 0.9976385209491738) < 1e-14)
    }
}
