import Orbits
import Results

/// The table of satellites that their theory rejects, `errors.csv`.
enum ErrorTable {
    /// Begins the table.
    static func create(in folder: ResultFolder) throws -> TableWriter {
        try folder.table("errors.csv", columns: ["time_s", "satellite", "code", "message"])
    }

    /// Appends the row of a satellite that has no state at an instant.
    static func append(
        _ error: SGP4Error, of satellite: String, at seconds: Double, to rows: inout RowBuffer
    ) {
        rows.row(seconds, satellite, error.code, error.message)
    }
}
