import CNetCDF

/// The type of a variable in a netCDF file.
public enum NetCDFType: Sendable, Hashable {
    /// Signed whole numbers of 8 to 64 bits.
    case int8, int16, int32, int64

    /// Numbers of IEEE 754 with 32 and 64 bits.
    case float, double

    /// Texts of any length in UTF-8.
    case text

    /// Single bytes of text.
    case character

    /// The number by which the library knows the type.
    var code: Int32 {
        switch self {
        case .int8: NC_BYTE
        case .int16: NC_SHORT
        case .int32: NC_INT
        case .int64: NC_INT64
        case .float: NC_FLOAT
        case .double: NC_DOUBLE
        case .text: NC_STRING
        case .character: NC_CHAR
        }
    }
}
