/// A name and a value that say what a variable, or a whole netCDF file, means.
///
/// The names follow the CF conventions: `units`, `long_name`, `flag_values`, `flag_meanings`.
public struct NetCDFAttribute: Sendable, Hashable {
    enum Value: Sendable, Hashable {
        case text(String)
        case numbers(NetCDFType, bytes: [UInt8], count: Int)
    }

    /// Name, such as `units`.
    public let name: String

    let value: Value

    /// An attribute that is a text.
    public static func text(_ name: String, _ text: String) -> NetCDFAttribute {
        NetCDFAttribute(name: name, value: .text(text))
    }

    /// An attribute that is one number or several.
    public static func numbers<Value: NetCDFValue>(
        _ name: String, _ numbers: [Value]
    ) -> NetCDFAttribute {
        NetCDFAttribute(
            name: name,
            value: .numbers(
                Value.netCDFType, bytes: numbers.withUnsafeBytes { Array($0) },
                count: numbers.count))
    }

    /// `units`: the unit of a variable in the spelling of UDUNITS, such as `km s-1`.
    public static func units(_ units: String) -> NetCDFAttribute { .text("units", units) }

    /// `long_name`: what a variable is, in words.
    public static func longName(_ words: String) -> NetCDFAttribute { .text("long_name", words) }
}
