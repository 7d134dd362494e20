import CNetCDF
import Synchronization

/// A netCDF file, or a group of one, that is read variable by variable; HDF5 files of other programs
/// are read as well.
public final class NetCDFReader: Sendable {
    /// Where the file is.
    public let path: String

    private let id: Int32

    /// The file of a group, which stays open as long; `nil` for a file.
    private let file: NetCDFReader?

    /// Opens a file.
    ///
    /// - Throws: ``NetCDFError`` when it is missing or no netCDF file.
    public init(path: String) throws(NetCDFError) {
        var opened: Int32 = 0
        try NetCDFLibrary.call(path, "read") { nc_open(path, NC_NOWRITE, &opened) }
        self.path = path
        id = opened
        file = nil
    }

    private init(group id: Int32, of file: NetCDFReader) {
        path = file.path
        self.id = id
        self.file = file
    }

    deinit {
        if file == nil { try? NetCDFLibrary.call(path, "close") { nc_close(id) } }
    }

    /// A group that stands in this one.
    public func group(_ name: String) throws(NetCDFError) -> NetCDFReader {
        var found: Int32 = 0
        try call("group", name) { nc_inq_grp_ncid($0, name, &found) }
        return NetCDFReader(group: found, of: self)
    }

    /// The names of the groups that stand in this one, in the order of the library.
    public func groupNames() throws(NetCDFError) -> [String] {
        var names: [String] = []
        try call("groups", "/") { id in
            var count: Int32 = 0
            var code = nc_inq_grps(id, &count, nil)
            var numbers = [Int32](repeating: 0, count: Int(count))
            if code == NC_NOERR { code = nc_inq_grps(id, nil, &numbers) }
            for number in numbers where code == NC_NOERR {
                var name = [CChar](repeating: 0, count: Int(heliograph_nc_longest_name) + 1)
                code = nc_inq_grpname(number, &name)
                names.append(name.withUnsafeBufferPointer(Self.text))
            }
            return code
        }
        return names
    }

    /// The names of the variables that stand in this group itself, in the order of the library.
    public func variableNames() throws(NetCDFError) -> [String] {
        var names: [String] = []
        try call("variables", "/") { id in
            var count: Int32 = 0
            var code = nc_inq_varids(id, &count, nil)
            var numbers = [Int32](repeating: 0, count: Int(count))
            if code == NC_NOERR { code = nc_inq_varids(id, nil, &numbers) }
            for number in numbers where code == NC_NOERR {
                var name = [CChar](repeating: 0, count: Int(heliograph_nc_longest_name) + 1)
                code = nc_inq_varname(id, number, &name)
                names.append(name.withUnsafeBufferPointer(Self.text))
            }
            return code
        }
        return names
    }

    /// The length of a dimension.
    public func count(of dimension: String) throws(NetCDFError) -> Int {
        var (number, count): (Int32, Int) = (0, 0)
        try call("dimension", dimension) { id in
            let code = nc_inq_dimid(id, dimension, &number)
            return code == NC_NOERR ? nc_inq_dimlen(id, number, &count) : code
        }
        return count
    }

    /// The names of a variable's dimensions, the slowest first.
    public func dimensions(of variable: String) throws(NetCDFError) -> [String] {
        try layout(of: variable).map(\.name)
    }

    /// All values of a variable, the last dimension running fastest.
    ///
    /// - Throws: ``NetCDFError``, such as ``NetCDFError/otherType(path:variable:expected:)``.
    public func values<Value: NetCDFValue>(
        of variable: String, as type: Value.Type = Value.self
    ) throws(NetCDFError) -> [Value] {
        let number = try self.number(of: variable, type.netCDFType)
        let count = try layout(of: variable).reduce(1) { $0 * $1.count }
        let room = UnsafeMutableBufferPointer<Value>.allocate(capacity: count)
        defer { room.deallocate() }
        try call("variable", variable) { id in nc_get_var(id, number, room.baseAddress) }
        return Array(room)
    }

    /// The texts of a variable of texts along one dimension.
    public func texts(of variable: String) throws(NetCDFError) -> [String] {
        let number = try self.number(of: variable, .text)
        let count = try layout(of: variable).reduce(1) { $0 * $1.count }
        var texts: [String] = []
        try call("variable", variable) { id in
            var pointers = [UnsafeMutablePointer<CChar>?](repeating: nil, count: count)
            let code = nc_get_var_string(id, number, &pointers)
            guard code == NC_NOERR else { return code }
            texts = pointers.map { $0.map { String(cString: $0) } ?? "" }
            return nc_free_string(count, &pointers)
        }
        return texts
    }

    /// A text that is said of a variable, or of the whole file when that is `nil`.
    public func text(
        _ attribute: String, of variable: String? = nil
    ) throws(NetCDFError) -> String {
        var bytes: [CChar] = []
        try call("attribute", attribute) { id in
            var (number, length) = (NC_GLOBAL, 0)
            var code = NC_NOERR
            if let variable { code = nc_inq_varid(id, variable, &number) }
            if code == NC_NOERR { code = nc_inq_attlen(id, number, attribute, &length) }
            guard code == NC_NOERR else { return code }
            bytes = [CChar](repeating: 0, count: length)
            return nc_get_att_text(id, number, attribute, &bytes)
        }
        return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func number(
        of variable: String, _ type: NetCDFType
    ) throws(NetCDFError) -> Int32 {
        var (number, found): (Int32, Int32) = (0, 0)
        try call("variable", variable) { id in
            let code = nc_inq_varid(id, variable, &number)
            return code == NC_NOERR ? nc_inq_vartype(id, number, &found) : code
        }
        guard found == type.code else {
            throw .otherType(path: path, variable: variable, expected: "\(type)")
        }
        return number
    }

    private func layout(
        of variable: String
    ) throws(NetCDFError) -> [(name: String, count: Int)] {
        var dimensions: [(String, Int)] = []
        try call("variable", variable) { id in
            var (number, rank): (Int32, Int32) = (0, 0)
            var code = nc_inq_varid(id, variable, &number)
            if code == NC_NOERR { code = nc_inq_varndims(id, number, &rank) }
            guard code == NC_NOERR else { return code }
            var numbers = [Int32](repeating: 0, count: Int(rank))
            code = nc_inq_vardimid(id, number, &numbers)
            for number in numbers where code == NC_NOERR {
                var name = [CChar](repeating: 0, count: Int(heliograph_nc_longest_name) + 1)
                var count = 0
                code = nc_inq_dim(id, number, &name, &count)
                dimensions.append((name.withUnsafeBufferPointer(Self.text), count))
            }
            return code
        }
        return dimensions
    }

    /// The text before the first zero.
    private static func text(_ bytes: UnsafeBufferPointer<CChar>) -> String {
        String(
            decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func call(
        _ kind: String, _ name: String, _ body: (Int32) -> Int32
    ) throws(NetCDFError) {
        try NetCDFLibrary.call(path, "read the \(kind) '\(name)' of") { body(id) }
    }
}
