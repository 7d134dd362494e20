import ElementFiles
import Foundation
import Orbits
import TestSupport
import Testing

/// Messages and the values that python-sgp4 reads of them, made by Tests/Oracles/elements.py.
@Suite struct OMMOracleTests {
    private static let folder = SharedData.checkout.appending(
        path: "Tests/ElementFilesTests/Fixtures")

    @Test func readsTheSameValues() throws {
        let read = try String(
            decoding: Data(contentsOf: Self.folder.appending(path: "omm_read.csv")), as: UTF8.self
        ).split(separator: "\n").dropFirst().map { line in
            try line.split(separator: ",").map { try #require(Double($0)) }
        }
        #expect(read.count == 40)
        let csv = try ElementFile.read(contentsOf: Self.folder.appending(path: "omm.csv"))
        let xml = try ElementFile.read(contentsOf: Self.folder.appending(path: "omm.xml"))
        #expect(csv.format == .ommCSV && xml.format == .ommXML)
        #expect(csv.rejections.isEmpty && xml.rejections.isEmpty)
        #expect(csv.elements == xml.elements)
        #expect(csv.elements.count == read.count)
        for (set, values) in zip(csv.elements, read) {
            #expect(set.catalogNumber == CatalogNumber(UInt32(values[0])))
            // The package holds the epoch as a day of six decimals less than it reads.
            let epoch = Instant(julianDate: values[1], dayFraction: values[2])
            #expect(abs(set.epoch.seconds(since: epoch)) < 2e-6)
            #expect(set.bstarPerEarthRadius == values[3])
            #expect(set.inclinationRad == values[4])
            #expect(set.raanRad == values[5])
            #expect(set.eccentricity == values[6])
            #expect(set.argumentOfPerigeeRad == values[7])
            #expect(set.meanAnomalyRad == values[8])
            // It multiplies by π/720, which may round otherwise than dividing by 1440/2π.
            #expect(abs(set.meanMotionRadPerMin - values[9]) <= 2 * values[9].ulp)
        }
    }
}
