import BenchSupport
import Foundation
import Orbits
import Terrestrial

/// In which countries 10,000 places are, evenly strewn over the sphere: `BenchBorders FOLDER`, the folder of
/// `countries-110m.geojson` and `countries-50m.geojson`.
@main
struct BenchBorders {
    static func main() throws {
        let folder = CommandLine.arguments.dropFirst().first ?? "../Datasets/borders"
        let places = strewn(10_000)
        for scale in ["110m", "50m"] {
            let path = "\(folder)/countries-\(scale).geojson"
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let borders = try Borders(geoJSON: bytes, file: path)
            var sum = 0
            let time = Measurement.best(of: 20) {
                sum = 0
                for place in places { sum += borders.country(at: place) ?? 0 }
            }
            Measurement(
                name: "borders-\(scale)", unit: "ms/10,000 places", value: 1e3 * time,
                checksum: Double(sum)
            ).print()
        }
    }

    /// Places at equal steps of height, turned by the golden angle.
    private static func strewn(_ count: Int) -> [Geodetic] {
        (0..<count).map { index in
            let height = (2 * Double(index) + 1) / Double(count) - 1
            let turn = Double(index) * 180 * (3 - 5.0.squareRoot())
            return Geodetic(
                latitudeDeg: asin(height) * 180 / .pi,
                longitudeDeg: turn.remainder(dividingBy: 360))
        }
    }
}
