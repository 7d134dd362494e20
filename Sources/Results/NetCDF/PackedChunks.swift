/// Chunks of a netCDF variable as they are to lie in the file, made by a ``ChunkPacker``.
public struct PackedChunks: Sendable {
    /// The bytes of all chunks, one after the other.
    private(set) var bytes: [UInt8] = []

    /// Where the bytes of each chunk end.
    private(set) var ends: [Int] = []

    /// The place of each chunk's first value, an index a dimension.
    private(set) var origins: [UInt64] = []

    /// The lengths that the variable has once these chunks are in it, a length a dimension.
    private(set) var extent: [UInt64] = []

    /// Creates memory without chunks.
    public init() {}

    /// Takes all chunks away and keeps the memory.
    mutating func clear(extent: [UInt64]) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        self.extent = extent
    }

    /// Adds a chunk.
    mutating func append(_ chunk: UnsafeRawBufferPointer, at origin: [Int]) {
        bytes.append(contentsOf: chunk)
        ends.append(bytes.count)
        for place in origin { origins.append(UInt64(place)) }
    }
}
