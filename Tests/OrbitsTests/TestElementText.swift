import Foundation
import Orbits

/// The element sets of a text of two-line sets, read by fixed columns without any check.
///
/// The verification set has wrong checksums on purpose and three further columns, start, stop and
/// step, after the second line.
enum TestElementText {
    static func sets(in text: String) throws -> [ElementSet] {
        let lines = text.split(whereSeparator: \.isNewline).map { Array($0.utf8) }
        var sets: [ElementSet] = []
        for (first, second) in zip(lines, lines.dropFirst())
        where first.starts(with: "1 ".utf8) && second.starts(with: "2 ".utf8) {
            try sets.append(set(first, second))
        }
        return sets
    }

    static func set(_ first: [UInt8], _ second: [UInt8]) throws -> ElementSet {
        let year = try number(first, 18..<20)
        let epoch = Instant(year: year < 57 ? 2000 + Int(year) : 1900 + Int(year), dayOfYear: 1)
        let day = try number(first, 20..<23)
        let fraction = try number(first, 23..<32)
        let mantissa = try number(first, 53..<59) * 1e-5
        let exponent = try number(first, 59..<61)
        guard let catalogNumber = CatalogNumber(alpha5: field(first, 2..<7)) else {
            throw CocoaError(.formatting)
        }
        let radPerDeg = Double.pi / 180
        return ElementSet(
            catalogNumber: catalogNumber,
            epoch: Instant(julianDate: epoch.julianDate + day - 1, dayFraction: fraction),
            inclinationRad: try number(second, 8..<16) * radPerDeg,
            raanRad: try number(second, 17..<25) * radPerDeg,
            eccentricity: try number(second, 26..<33) * 1e-7,
            argumentOfPerigeeRad: try number(second, 34..<42) * radPerDeg,
            meanAnomalyRad: try number(second, 43..<51) * radPerDeg,
            meanMotionRadPerMin: try number(second, 52..<63)
                / ElementSet.revPerDayPerRadPerMin,
            bstarPerEarthRadius: mantissa * pow(10, exponent))
    }

    private static func field(_ line: [UInt8], _ columns: Range<Int>) -> String {
        String(decoding: line[columns], as: UTF8.self).trimmingCharacters(in: .whitespaces)
    }

    private static func number(_ line: [UInt8], _ columns: Range<Int>) throws -> Double {
        guard line.count >= columns.upperBound, let value = Double(field(line, columns)) else {
            throw CocoaError(.formatting)
        }
        return value
    }
}
