/// A value that a netCDF variable can hold by the thousand: a number or a byte of text.
public protocol NetCDFValue: BitwiseCopyable, Sendable {
    /// The type of such values in a file.
    static var netCDFType: NetCDFType { get }
}

extension Int8: NetCDFValue {
    /// Whole numbers of 8 bits.
    public static var netCDFType: NetCDFType { .int8 }
}

extension Int16: NetCDFValue {
    /// Whole numbers of 16 bits.
    public static var netCDFType: NetCDFType { .int16 }
}

extension Int32: NetCDFValue {
    /// Whole numbers of 32 bits.
    public static var netCDFType: NetCDFType { .int32 }
}

extension Int64: NetCDFValue {
    /// Whole numbers of 64 bits.
    public static var netCDFType: NetCDFType { .int64 }
}

extension Float: NetCDFValue {
    /// Numbers of 32 bits.
    public static var netCDFType: NetCDFType { .float }
}

extension Double: NetCDFValue {
    /// Numbers of 64 bits.
    public static var netCDFType: NetCDFType { .double }
}

extension UInt8: NetCDFValue {
    /// Bytes of text in UTF-8.
    public static var netCDFType: NetCDFType { .character }
}
