/// A group of variables in a netCDF file, as its writer gave it out.
public struct NetCDFGroup: Sendable, Hashable {
    /// Name, such as `position`.
    public let name: String

    let id: Int32
}
