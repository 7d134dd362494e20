/// The form of the gridded tables of a run.
public enum ResultFormat: String, Sendable, CaseIterable {
    /// Text with a row for every place of the grid.
    case csv

    /// netCDF-4, compressed.
    case netcdf

    /// Both.
    case both

    /// Whether there are tables in CSV.
    var hasCSV: Bool { self != .netcdf }

    /// Whether there is a netCDF file.
    var hasNetCDF: Bool { self != .csv }
}
