import CNetCDF
import Synchronization

/// A netCDF-4 file that is being written: dimensions and variables first, then values, piece by
/// piece.
///
/// All threads may use all writers: the calls to the library, which is not made for threads, follow
/// one another. The same calls with the same values give the same bytes for one version of the
/// library; the version stands in the file. Numbers are little-endian on every machine.
///
/// ```swift
/// let file = try NetCDFWriter(path: folder.partialPath + "/lengths.nc")
/// let time = try file.dimension("time", count: nil)
/// let length = try file.variable("length_km", of: Double.self, over: [time], fill: .nan)
/// try file.write([1.0, 2.0], to: length, from: [0], count: [2])
/// try file.close()
/// try folder.adopt("lengths.nc")
/// ```
///
/// - Note: R. Rew, G. Davis, "NetCDF: an interface for scientific data access", IEEE Computer
///   Graphics and Applications 10 (1990) 76, DOI 10.1109/38.56302; CF conventions,
///   https://cfconventions.org.
public final class NetCDFWriter: Sendable {
    /// The value of the global attribute `Conventions`.
    public static let conventions = "CF-1.11"

    /// Where the file is.
    public let path: String

    /// The library's number for the file; `nil` once it is closed.
    private let file: Mutex<Int32?>

    /// Creates a file, empty, in place of one that is there.
    ///
    /// - Parameters:
    ///   - path: Where the file is to be.
    ///   - attributes: What is said of the whole file, after `Conventions`.
    ///   - conventions: The value of `Conventions`; `nil` for a file that follows none.
    /// - Throws: ``NetCDFError`` when it cannot be created.
    public init(
        path: String, attributes: [NetCDFAttribute] = [],
        conventions: String? = NetCDFWriter.conventions
    ) throws(NetCDFError) {
        var id: Int32 = 0
        try NetCDFLibrary.call(path, "create") {
            nc_create(path, heliograph_nc_create_mode, &id)
        }
        self.path = path
        file = Mutex(id)
        let first = conventions.map { [NetCDFAttribute.text("Conventions", $0)] } ?? []
        try put(first + attributes, on: NC_GLOBAL)
    }

    deinit { try? close() }

    /// Adds a group of variables.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - parent: The group in which it stands; `nil` for the file itself.
    public func group(
        _ name: String, in parent: NetCDFGroup? = nil
    ) throws(NetCDFError) -> NetCDFGroup {
        var id: Int32 = 0
        try call("define '\(name)' in", in: parent) { nc_def_grp($0, name, &id) }
        return NetCDFGroup(name: name, id: id)
    }

    /// Adds a dimension.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - count: Its length; `nil` for one that grows as values are written.
    public func dimension(_ name: String, count: Int?) throws(NetCDFError) -> NetCDFDimension {
        var id: Int32 = 0
        // The library takes a length of zero for one that grows.
        precondition(count ?? 1 > 0, "a dimension has a length of at least one")
        try call("define '\(name)' in") { file in
            nc_def_dim(file, name, count ?? Int(heliograph_nc_unlimited), &id)
        }
        return NetCDFDimension(name: name, count: count, id: id)
    }

    /// Adds a variable of numbers.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - type: The type of its values.
    ///   - dimensions: Its dimensions, the slowest first; none for a single value.
    ///   - fill: The value that stands for none, `_FillValue`; `nil` when there is always one.
    ///   - storage: How the values lie in the file.
    ///   - attributes: What they mean.
    ///   - group: Where it stands; `nil` for the file itself.
    public func variable<Value: NetCDFValue>(
        _ name: String, of type: Value.Type = Value.self, over dimensions: [NetCDFDimension],
        fill: Value? = nil, storage: NetCDFStorage = NetCDFStorage(),
        attributes: [NetCDFAttribute] = [], in group: NetCDFGroup? = nil
    ) throws(NetCDFError) -> NetCDFVariable<Value> {
        let id = try define(name, type.netCDFType, over: dimensions, in: group)
        try call("define '\(name)' in", in: group) { file in
            var code = NC_NOERR
            if let chunk = storage.chunk {
                precondition(chunk.count == dimensions.count)
                code = nc_def_var_chunking(file, id, NC_CHUNKED, chunk)
            }
            if code == NC_NOERR, storage.deflateLevel > 0 {
                code = nc_def_var_deflate(
                    file, id, storage.shuffles ? 1 : 0, 1, Int32(storage.deflateLevel))
            }
            if code == NC_NOERR, type.netCDFType != .character {
                code = nc_def_var_endian(file, id, heliograph_nc_little_endian)
            }
            if code == NC_NOERR, var fill { code = nc_def_var_fill(file, id, NC_FILL, &fill) }
            return code
        }
        try put(attributes, on: id, in: group)
        return NetCDFVariable(
            name: name, dimensions: dimensions, fill: fill, storage: storage, id: id, group: group)
    }

    /// Adds the variable `time`: seconds since an instant, along a dimension.
    ///
    /// - Parameters:
    ///   - dimension: The dimension of time.
    ///   - epoch: The instant, UTC in ISO 8601.
    public func timeVariable(
        over dimension: NetCDFDimension, epoch: String
    ) throws(NetCDFError) -> NetCDFVariable<Double> {
        // One chunk for many instants, whatever the rows of the other variables are.
        try variable(
            dimension.name, over: [dimension], storage: NetCDFStorage(chunk: [4_096]),
            attributes: [
                .text("standard_name", "time"), .longName("time since the epoch of the scenario"),
                .units("seconds since \(epoch)"), .text("calendar", "standard"),
                .text("axis", "T"),
            ])
    }

    /// Adds a variable of texts along one dimension, and writes it.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - texts: A text for each place along the dimension.
    ///   - dimension: The dimension.
    ///   - attributes: What the texts are.
    public func texts(
        _ name: String, _ texts: [String], over dimension: NetCDFDimension,
        attributes: [NetCDFAttribute] = []
    ) throws(NetCDFError) {
        try self.texts(name, texts, over: [dimension], attributes: attributes)
    }

    /// Adds a variable of texts along some dimensions, and writes it.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - texts: The texts, the last dimension running fastest.
    ///   - dimensions: Its dimensions, the slowest first.
    ///   - attributes: What the texts are.
    ///   - group: Where it stands; `nil` for the file itself.
    public func texts(
        _ name: String, _ texts: [String], over dimensions: [NetCDFDimension],
        attributes: [NetCDFAttribute] = [], in group: NetCDFGroup? = nil
    ) throws(NetCDFError) {
        precondition(dimensions.reduce(1) { $0 * ($1.count ?? 0) } == texts.count)
        let id = try define(name, .text, over: dimensions, in: group)
        try put(attributes, on: id, in: group)
        // One buffer for all, each text ended by a zero, and the places where they begin.
        var bytes: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(bytes.count)
            bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
            bytes.append(0)
        }
        try call("write", in: group) { file in
            bytes.withUnsafeBufferPointer { buffer in
                var pointers = starts.map { start in buffer.baseAddress.map { $0 + start } }
                return nc_put_var_string(file, id, &pointers)
            }
        }
    }

    /// Writes values into a box of a variable.
    ///
    /// - Parameters:
    ///   - values: The values, the last dimension running fastest.
    ///   - variable: The variable.
    ///   - start: First place along each dimension.
    ///   - count: Number of places along each dimension; their product is that of the values.
    /// - Throws: ``NetCDFError``, such as ``NetCDFError/system(path:action:code:)`` when the disk is
    ///   full; what the library still holds back is seen by ``close()``.
    public func write<Value: NetCDFValue>(
        _ values: [Value], to variable: NetCDFVariable<Value>, from start: [Int], count: [Int]
    ) throws(NetCDFError) {
        let rank = variable.dimensions.count
        precondition(start.count == rank && count.count == rank)
        precondition(count.reduce(1, *) == values.count, "as many values as places")
        guard !values.isEmpty else { return }
        try call("write", in: variable.group) { file in
            values.withUnsafeBytes { nc_put_vara(file, variable.id, start, count, $0.baseAddress) }
        }
    }

    /// Closes the file and opens it again for whole chunks, which any thread can make ready.
    ///
    /// All is to be defined, and all that does not come in chunks to be written, before.
    ///
    /// - Throws: ``NetCDFError`` when the file cannot be written so far.
    public func chunks() throws(NetCDFError) -> NetCDFChunkWriter {
        try close()
        return try NetCDFChunkWriter(path: path)
    }

    /// Writes what is left and closes the file; a second call does nothing.
    ///
    /// - Throws: ``NetCDFError`` when the last bytes cannot be written.
    public func close() throws(NetCDFError) {
        let id = file.withLock { file in
            defer { file = nil }
            return file
        }
        guard let id else { return }
        try NetCDFLibrary.call(path, "write") { nc_close(id) }
    }

    private func define(
        _ name: String, _ type: NetCDFType, over dimensions: [NetCDFDimension],
        in group: NetCDFGroup?
    ) throws(NetCDFError) -> Int32 {
        var id: Int32 = 0
        let ids = dimensions.map(\.id)
        try call("define '\(name)' in", in: group) { file in
            nc_def_var(file, name, type.code, Int32(ids.count), ids, &id)
        }
        return id
    }

    private func put(
        _ attributes: [NetCDFAttribute], on variable: Int32, in group: NetCDFGroup? = nil
    ) throws(NetCDFError) {
        for attribute in attributes {
            try call("define '\(attribute.name)' in", in: group) { file in
                switch attribute.value {
                case .text(let text):
                    nc_put_att_text(file, variable, attribute.name, text.utf8.count, text)
                case .numbers(let type, let bytes, let count):
                    bytes.withUnsafeBytes {
                        nc_put_att(
                            file, variable, attribute.name, type.code, count, $0.baseAddress)
                    }
                }
            }
        }
    }

    /// Calls the library with the number of a group, or of the file.
    private func call(
        _ action: String, in group: NetCDFGroup? = nil, _ body: (Int32) -> Int32
    ) throws(NetCDFError) {
        try file.withLock { (file: inout Int32?) throws(NetCDFError) in
            guard let id = file else { preconditionFailure("\(path) is closed already") }
            try NetCDFLibrary.call(path, action) { body(group?.id ?? id) }
        }
    }
}
