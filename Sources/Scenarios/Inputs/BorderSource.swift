import Orbits
import Results
import Terrestrial

/// The borders that a scenario names, or those of the data sets.
enum BorderSource {
    /// How far a station may lie off the coast of the map and still be in its country [km].
    static let coastKm = 25.0

    /// The borders of a file; `nil` where none is named and the data sets are not there.
    static func borders(_ file: String?, _ files: inout InputFiles) throws -> Borders? {
        guard let file = file ?? DatasetFolder.file("borders/countries-50m.geojson") else {
            return nil
        }
        return try Borders(geoJSON: files.bytes(file), file: files.path(file))
    }
}
