import Foundation
import Terrestrial
import TestSupport

/// The borders of the package, for tests.
enum BorderFiles {
    private static let small = Result { try read("Datasets/borders/countries-110m.geojson") }
    private static let fine = Result { try read("Datasets/borders/countries-50m.geojson") }

    /// The borders at 1:110 million.
    static func countries110m() throws -> Borders { try small.get() }

    /// The borders at 1:50 million.
    static func countries50m() throws -> Borders { try fine.get() }

    private static func read(_ path: String) throws -> Borders {
        let url = SharedData.checkout.appending(path: path)
        return try Borders(geoJSON: Array(Data(contentsOf: url)), file: path)
    }
}
