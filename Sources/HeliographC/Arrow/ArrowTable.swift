import CHeliograph

/// A table on its way out by the Arrow C data interface: one array of structs, whose fields are the
/// columns.
///
/// Every struct that is handed over owns what it points at and gives it up by its release function, as
/// the interface demands; a consumer may move children out.
///
/// - Note: Apache Arrow, "The Arrow C data interface".
struct ArrowTable {
    let columns: [(name: String, column: ArrowColumn)]

    /// Puts the table into the structs of a consumer.
    func export(
        schema: UnsafeMutablePointer<ArrowSchema>, array: UnsafeMutablePointer<ArrowArray>
    ) {
        ArrowOwner.fill(
            schema, format: "+s", name: "", isNullable: false,
            children: columns.map { name, column in
                { child in
                    var dictionary: ((UnsafeMutablePointer<ArrowSchema>) -> Void)?
                    if case .words = column {
                        dictionary = {
                            ArrowOwner.fill($0, format: "u", name: "", isNullable: false)
                        }
                    }
                    ArrowOwner.fill(
                        child, format: "\(column.format)", name: name, isNullable: false,
                        dictionary: dictionary)
                }
            })
        ArrowOwner.fill(
            array, length: columns.first?.column.count ?? 0, buffers: [nil],
            children: columns.map { _, column in
                { child in Self.fill(child, with: column) }
            })
    }

    private static func fill(_ array: UnsafeMutablePointer<ArrowArray>, with column: ArrowColumn) {
        switch column {
        case .float64(let values):
            ArrowOwner.fill(array, length: values.count, buffers: [nil, ArrowOwner.copy(values)])
        case .uint8(let values):
            ArrowOwner.fill(array, length: values.count, buffers: [nil, ArrowOwner.copy(values)])
        case .words(let places, let dictionary):
            var bytes: [UInt8] = []
            var offsets: [Int32] = [0]
            for word in dictionary {
                bytes += word.utf8
                offsets.append(Int32(truncatingIfNeeded: bytes.count))
            }
            ArrowOwner.fill(
                array, length: places.count, buffers: [nil, ArrowOwner.copy(places)],
                dictionary: {
                    ArrowOwner.fill(
                        $0, length: dictionary.count,
                        buffers: [nil, ArrowOwner.copy(offsets), ArrowOwner.copy(bytes)])
                })
        }
    }
}
