import Foundation
import Orbits
import TestSupport
import Testing

/// The files of the verification set, from the package's data sets or from the reference data.
enum VerificationSet {
    struct Row {
        /// Which set of the file, counted from zero: one satellite stands there twice.
        var set: Int
        var catalogNumber: CatalogNumber
        var minutes: Double
        var position: SIMD3<Double>
        var velocity: SIMD3<Double>
    }

    static let folder: URL? = {
        let shipped = SharedData.checkout.appending(path: "Datasets/sgp4-verification")
        return [shipped, SharedData.folder?.appending(path: "sgp4")].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "tcppver.out").path)
        }
    }()

    static func elements() throws -> [ElementSet] {
        try TestElementText.sets(in: text("SGP4-VER.TLE"))
    }

    static func rows() throws -> [Row] {
        var rows: [Row] = []
        var set = -1
        var current = CatalogNumber(0)
        for line in try text("tcppver.out").split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ")
            if words.count == 2, words[1] == "xx", let number = UInt32(words[0]) {
                current = CatalogNumber(number)
                set += 1
                continue
            }
            let v = try words.prefix(7).map { try #require(Double($0)) }
            try #require(v.count == 7)
            rows.append(
                Row(
                    set: set, catalogNumber: current, minutes: v[0],
                    position: SIMD3(v[1], v[2], v[3]), velocity: SIMD3(v[4], v[5], v[6])))
        }
        return rows
    }

    private static func text(_ name: String) throws -> String {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try String(
            decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
}

/// The largest magnitude of three coordinates.
func largest(_ v: SIMD3<Double>) -> Double { max(abs(v.x), abs(v.y), abs(v.z)) }
