/// A column of a table for Arrow.
enum ArrowColumn {
    /// Numbers in double precision.
    case float64([Double])

    /// Small whole numbers.
    case uint8([UInt8])

    /// Words of a dictionary, by their places in it.
    case words([Int32], dictionary: [String])

    /// The type as the C data interface writes it; of words, that of their places.
    var format: StaticString {
        switch self {
        case .float64: "g"
        case .uint8: "C"
        case .words: "i"
        }
    }

    /// The number of rows.
    var count: Int {
        switch self {
        case .float64(let values): values.count
        case .uint8(let values): values.count
        case .words(let values, _): values.count
        }
    }
}
