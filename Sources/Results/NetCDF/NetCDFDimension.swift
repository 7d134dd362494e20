/// A dimension of a netCDF file, as its writer gave it out.
public struct NetCDFDimension: Sendable, Hashable {
    /// Name, such as `time`.
    public let name: String

    /// Its length; `nil` for the one that grows as records are written.
    public let count: Int?

    let id: Int32
}
