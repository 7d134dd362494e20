/// A variable of a netCDF file that is being written, with the type of its values.
public struct NetCDFVariable<Value: NetCDFValue>: Sendable, Hashable {
    /// Name, such as `latency_ms`.
    public let name: String

    /// Its dimensions, the slowest first.
    public let dimensions: [NetCDFDimension]

    let id: Int32

    let group: NetCDFGroup?
}
