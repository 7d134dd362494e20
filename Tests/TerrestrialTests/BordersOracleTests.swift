import Foundation
import TestSupport
import Testing

@testable import Terrestrial

/// Which country a place is in, against shapely.
@Suite struct BordersOracleTests {
    private static let modules = ["numpy", "shapely"]

    @Test(
        .enabled(
            if: PythonOracle.isPresent(modules), Comment(rawValue: PythonOracle.absent(modules))),
        arguments: ["countries-110m", "countries-50m"])
    func `50,000 random places of each scale`(file: String) throws {
        let path = "Datasets/borders/\(file).geojson"
        let borders =
            try file == "countries-110m" ? BorderFiles.countries110m() : BorderFiles.countries50m()
        var random = SeededGenerator(seed: 110)
        var places: [SIMD2<Double>] = (0..<50_000).map { _ in
            let point = random.pointOnSphere(radius: 1)
            return SIMD2(
                atan2(point.y, point.x) * 180 / .pi, asin(min(1, max(-1, point.z))) * 180 / .pi)
        }
        // The date line in both ways of writing it, and the poles at any longitude.
        for step in -899...899 {
            places.append(SIMD2(180, Double(step) / 10 + 0.012_345))
            places.append(SIMD2(-180, Double(step) / 10 + 0.012_345))
        }
        for longitude in stride(from: -180.0, through: 180, by: 7.5) {
            places.append(SIMD2(longitude, 90))
            places.append(SIMD2(longitude, -90))
        }
        let url = SharedData.checkout.appending(path: path)
        let input = places.reduce(into: url.path + "\n") { $0 += "\($1.x) \($1.y)\n" }
        let output = try #require(try PythonOracle.output(of: "countries.py", input: input))
        let expected = output.split(separator: "\n").compactMap { Int($0) }
        try #require(expected.count == places.count)
        var differ: [String] = []
        for (place, theirs) in zip(places, expected) {
            let ours = borders.country(latitudeDeg: place.y, longitudeDeg: place.x) ?? -1
            if ours != theirs { differ.append("\(place): \(ours), \(theirs)") }
        }
        #expect(differ == [])
        #expect(expected.count { $0 >= 0 } > 14_000)
        #expect(Set(expected).count > 120)
    }
}
