/// How the values of a netCDF variable lie in the file.
public struct NetCDFStorage: Sendable, Hashable {
    /// Shape of the pieces in which the values are stored and compressed, a length a dimension;
    /// `nil` leaves it to the library.
    public var chunk: [Int]?

    /// Level of the compression `deflate`, 1 for fast to 9 for small; 0 for none.
    public var deflateLevel: Int

    /// Whether the bytes of a chunk are sorted by significance before compression, which helps
    /// numbers that are alike.
    public var shuffles: Bool

    /// Creates a storage; without arguments, as the library thinks best and not compressed.
    public init(chunk: [Int]? = nil, deflateLevel: Int = 0, shuffles: Bool = true) {
        precondition((0...9).contains(deflateLevel))
        self.chunk = chunk
        self.deflateLevel = deflateLevel
        self.shuffles = shuffles
    }
}
