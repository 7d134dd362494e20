/// A variable of a netCDF file that is being written, with the type of its values.
public struct NetCDFVariable<Value: NetCDFValue>: Sendable {
    /// Name, such as `latency_ms`.
    public let name: String

    /// Its dimensions, the slowest first.
    public let dimensions: [NetCDFDimension]

    /// The value that stands for none; `nil` when there is always one.
    public let fill: Value?

    /// How its values lie in the file.
    public let storage: NetCDFStorage

    let id: Int32

    let group: NetCDFGroup?
}
