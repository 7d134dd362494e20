import CDeflate

/// Makes chunks of netCDF variables ready for the file: their bytes shuffled and compressed as the
/// variable's storage says.
///
/// netCDF compresses where it writes, one thread at a time. Each thread may have a packer of its own;
/// a ``NetCDFChunkWriter`` puts what they made into the file as it is. libdeflate compresses, to what
/// every reader of netCDF-4 reads.
///
/// - Note: The HDF5 file format, version 3, "Data storage: filter pipeline" (shuffle and deflate);
///   P. Deutsch, RFC 1950 and 1951, DOI 10.17487/RFC1951.
public final class ChunkPacker {
    /// A compressor for each level that was asked for.
    private var compressors: [Int: OpaquePointer] = [:]

    /// The values of a chunk.
    private var plain: [UInt8] = []

    /// The same sorted by significance.
    private var shuffled: [UInt8] = []

    /// The same compressed.
    private var packed: [UInt8] = []

    /// Creates a packer for one thread.
    public init() {}

    deinit { for (_, compressor) in compressors { libdeflate_free_compressor(compressor) } }

    /// Packs a box of a variable's values; what of the last chunks lies beyond it is filled.
    ///
    /// - Parameters:
    ///   - values: The values, the last dimension running fastest.
    ///   - variable: The variable, whose storage has a chunk and which has a value for none.
    ///   - start: First place along each dimension, which is the first of a chunk.
    ///   - count: Number of places along each dimension; their product is that of the values.
    ///   - chunks: Takes the chunks in place of what is there.
    /// - Complexity: O(n) for n values.
    public func pack<Value: NetCDFValue>(
        _ values: [Value], of variable: NetCDFVariable<Value>, from start: [Int], count: [Int],
        into chunks: inout PackedChunks
    ) {
        let rank = variable.dimensions.count
        guard let chunk = variable.storage.chunk, let fill = variable.fill else {
            preconditionFailure("'\(variable.name)' has no chunk or no value for none")
        }
        precondition(start.count == rank && count.count == rank && rank > 0)
        precondition(zip(start, chunk).allSatisfy { $0 % $1 == 0 }, "a chunk begins there")
        precondition(count.reduce(1, *) == values.count, "as many values as places")
        chunks.clear(
            extent: (0..<rank).map {
                UInt64(variable.dimensions[$0].count ?? start[$0] + count[$0])
            })
        guard !values.isEmpty else { return }
        resize(&plain, to: chunk.reduce(MemoryLayout<Value>.stride, *))
        var origin = start
        values.withUnsafeBytes { values in
            repeat {
                let inBox = zip(origin, start).map { $0 - $1 }
                gather(values, count, from: inBox, chunk, fill)
                append(width: MemoryLayout<Value>.stride, variable.storage, at: origin, to: &chunks)
            } while Self.advance(&origin, by: chunk, from: start, count)
        }
    }

    /// Goes on to the next chunk of a box; `false` after the last one.
    private static func advance(
        _ origin: inout [Int], by chunk: [Int], from start: [Int], _ count: [Int]
    ) -> Bool {
        for axis in origin.indices.reversed() {
            origin[axis] += chunk[axis]
            if origin[axis] < start[axis] + count[axis] { return true }
            origin[axis] = start[axis]
        }
        return false
    }

    /// Copies the values of one chunk out of a box, row by row.
    private func gather<Value: NetCDFValue>(
        _ box: UnsafeRawBufferPointer, _ count: [Int], from first: [Int], _ chunk: [Int],
        _ fill: Value
    ) {
        let size = MemoryLayout<Value>.stride
        let last = chunk.count - 1
        let width = min(chunk[last], count[last] - first[last])
        let rows = chunk[..<last].reduce(1, *)
        plain.withUnsafeMutableBytes { plain in
            for row in 0..<rows {
                // The row's place in the box, whose rows lie one after the other.
                var (rest, place, stride, isInside) = (row, first[last], count[last], true)
                for axis in (0..<last).reversed() {
                    let index = first[axis] + rest % chunk[axis]
                    rest /= chunk[axis]
                    isInside = isInside && index < count[axis]
                    place += index * stride
                    stride *= count[axis]
                }
                let start = row * chunk[last] * size
                let copied = isInside ? width : 0
                if copied > 0 {
                    UnsafeMutableRawBufferPointer(rebasing: plain[start...]).copyMemory(
                        from: UnsafeRawBufferPointer(
                            rebasing: box[place * size..<(place + copied) * size]))
                }
                for index in copied..<chunk[last] {
                    plain.storeBytes(of: fill, toByteOffset: start + index * size, as: Value.self)
                }
            }
        }
    }

    /// Filters the chunk that was gathered and adds it to the others.
    private func append(
        width: Int, _ storage: NetCDFStorage, at origin: [Int], to chunks: inout PackedChunks
    ) {
        guard storage.deflateLevel > 0 else {
            plain.withUnsafeBytes { chunks.append($0, at: origin) }
            return
        }
        let isShuffled = storage.shuffles && width > 1
        if isShuffled {
            resize(&shuffled, to: plain.count)
            plain.withUnsafeBytes { plain in
                shuffled.withUnsafeMutableBytes { Self.shuffle(plain, width, into: $0) }
            }
        }
        let compressor = compressor(of: storage.deflateLevel)
        resize(&packed, to: libdeflate_zlib_compress_bound(compressor, plain.count))
        let count = (isShuffled ? shuffled : plain).withUnsafeBytes { source in
            packed.withUnsafeMutableBytes {
                libdeflate_zlib_compress(
                    compressor, source.baseAddress, source.count, $0.baseAddress, $0.count)
            }
        }
        packed.withUnsafeBytes {
            chunks.append(UnsafeRawBufferPointer(rebasing: $0[..<count]), at: origin)
        }
    }

    private func compressor(of level: Int) -> OpaquePointer {
        if let compressor = compressors[level] { return compressor }
        guard let compressor = libdeflate_alloc_compressor(Int32(level)) else {
            preconditionFailure("no memory for a compressor")
        }
        compressors[level] = compressor
        return compressor
    }

    /// Sorts the bytes of values: the first of all of them, then the second of all, and so on.
    static func shuffle(
        _ source: UnsafeRawBufferPointer, _ width: Int, into target: UnsafeMutableRawBufferPointer
    ) {
        // With the width in sight of the compiler, the bytes move many at a time.
        switch width {
        case 2: shuffle(source, of: 2, into: target)
        case 4: shuffle(source, of: 4, into: target)
        case 8: shuffle(source, of: 8, into: target)
        default: shuffle(source, of: width, into: target)
        }
    }

    @inline(__always)
    private static func shuffle(
        _ source: UnsafeRawBufferPointer, of width: Int,
        into target: UnsafeMutableRawBufferPointer
    ) {
        let count = source.count / width
        guard let source = source.baseAddress?.assumingMemoryBound(to: UInt8.self),
            let target = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        else { return }
        for byte in 0..<width {
            let plane = target + byte * count
            for index in 0..<count { plane[index] = source[index * width + byte] }
        }
    }

    private func resize(_ bytes: inout [UInt8], to count: Int) {
        if bytes.count != count { bytes = [UInt8](repeating: 0, count: count) }
    }
}
