import CHDF5
import CNetCDF
import Synchronization

/// A netCDF-4 file that is defined already and takes whole chunks of its variables, which a
/// ``ChunkPacker`` has made on any thread.
///
/// All threads may use all writers. The same calls with the same chunks give the same bytes.
///
/// ```swift
/// let file = try NetCDFWriter(path: path)
/// let time = try file.dimension("time", count: nil)
/// let length = try file.variable(
///     "length_km", over: [time], fill: Double.nan,
///     storage: NetCDFStorage(chunk: [16], deflateLevel: 1))
/// let chunks = try file.chunks()
/// var packed = PackedChunks()
/// ChunkPacker().pack([1.0, 2.0], of: length, from: [0], count: [2], into: &packed)
/// try chunks.write(packed, to: length)
/// try chunks.close()
/// ```
///
/// - Note: A netCDF-4 file is one of HDF5, whose library takes chunks as they are to lie in the file
///   (`H5Dwrite_chunk`); netCDF's has no call for it.
public final class NetCDFChunkWriter: Sendable {
    /// Where the file is.
    public let path: String

    /// What HDF5 knows by numbers.
    private struct Handles {
        var file: Int64
        var datasets: [String: (id: Int64, extent: [UInt64])] = [:]
    }

    /// `nil` once the file is closed.
    private let handles: Mutex<Handles?>

    /// Opens a file that is whole so far.
    init(path: String) throws(NetCDFError) {
        var file: Int64 = -1
        try NetCDFLibrary.call(path, "write") {
            file = heliograph_h5_open(path)
            return Self.code(file >= 0)
        }
        self.path = path
        handles = Mutex(Handles(file: file))
    }

    deinit { try? close() }

    /// Puts chunks into a variable, which grows where they lie beyond its end.
    ///
    /// - Throws: ``NetCDFError``, such as ``NetCDFError/system(path:action:code:)`` when the disk is
    ///   full; what the library still holds back is seen by ``close()``.
    public func write<Value: NetCDFValue>(
        _ chunks: PackedChunks, to variable: NetCDFVariable<Value>
    ) throws(NetCDFError) {
        precondition(variable.group == nil, "the variable stands in the file itself")
        guard !chunks.ends.isEmpty else { return }
        try handles.withLock { (handles: inout Handles?) throws(NetCDFError) in
            guard var open = handles else { preconditionFailure("\(path) is closed already") }
            defer { handles = open }
            try NetCDFLibrary.call(path, "write") {
                Self.code(Self.write(chunks, variable.name, &open))
            }
        }
    }

    /// Writes what is left and closes the file; a second call does nothing.
    ///
    /// - Throws: ``NetCDFError`` when the last bytes cannot be written.
    public func close() throws(NetCDFError) {
        let open = handles.withLock { handles in
            defer { handles = nil }
            return handles
        }
        guard let open else { return }
        try NetCDFLibrary.call(path, "write") {
            // In the order of their numbers: the bytes of the file depend on it.
            var isFine = true
            for id in open.datasets.values.map(\.id).sorted() {
                isFine = heliograph_h5_close_dataset(id) >= 0 && isFine
            }
            return Self.code(heliograph_h5_close(open.file) >= 0 && isFine)
        }
    }

    /// Calls HDF5 for some chunks; `false` when it refuses.
    private static func write(_ chunks: PackedChunks, _ name: String, _ open: inout Handles) -> Bool
    {
        let rank = chunks.extent.count
        guard let known = open.datasets[name] ?? dataset(name, of: rank, in: open.file) else {
            return false
        }
        let (id, extent) = known
        let grown = zip(extent, chunks.extent).map { max($0, $1) }
        if grown != extent, heliograph_h5_extend(id, Int32(rank), grown) < 0 { return false }
        open.datasets[name] = (id, grown)
        return chunks.bytes.withUnsafeBytes { bytes in
            chunks.origins.withUnsafeBufferPointer { origins in
                var start = 0
                for (chunk, end) in chunks.ends.enumerated() {
                    guard let base = bytes.baseAddress, let origin = origins.baseAddress,
                        heliograph_h5_write_chunk(
                            id, Int32(rank), origin + chunk * rank, base + start, end - start) >= 0
                    else { return false }
                    start = end
                }
                return true
            }
        }
    }

    /// Opens a variable of the file.
    private static func dataset(
        _ name: String, of rank: Int, in file: Int64
    ) -> (id: Int64, extent: [UInt64])? {
        let id = heliograph_h5_dataset(file, name)
        guard id >= 0 else { return nil }
        var extent = [UInt64](repeating: 0, count: rank)
        guard heliograph_h5_extent(id, &extent) == rank else { return nil }
        return (id, extent)
    }

    private static func code(_ isFine: Bool) -> Int32 { isFine ? NC_NOERR : NC_EHDFERR }
}
