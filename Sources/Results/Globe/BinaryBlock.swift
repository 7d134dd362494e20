import Foundation

/// Numbers as little-endian bytes in Base64, which a page decodes into typed arrays.
struct BinaryBlock {
    private var data = Data()

    /// Appends integers.
    mutating func append<Number: FixedWidthInteger>(_ numbers: some Sequence<Number>) {
        for number in numbers {
            withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
        }
    }

    /// Appends numbers in single precision.
    mutating func append(floats numbers: some Sequence<Double>) {
        append(numbers.lazy.map { Float($0).bitPattern })
    }

    /// Appends numbers in double precision.
    mutating func append(doubles numbers: some Sequence<Double>) {
        append(numbers.lazy.map(\.bitPattern))
    }

    /// The text.
    var base64: String { data.base64EncodedString() }
}
