/// A table of what something takes by its size: `scaling.csv`, a column of sizes and others by their units.
public struct ScalingResults: Sendable {
    /// A column of the table.
    struct Series: Sendable {
        /// Its name without the unit.
        let title: String
        /// The unit: what follows the last underscore of its name.
        let unit: String
        /// A value for each size; NaN for none.
        let values: [Double]
    }

    /// What the sizes count.
    let noun: String

    /// The sizes, ascending.
    let sizes: [Double]

    /// The columns beside them.
    let series: [Series]

    /// SHA-256 of the table.
    let hashes: [String: String]

    private static let file = "scaling.csv"

    /// Whether a folder holds such a table.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/" + file)
    }

    /// Reads the table of a folder, which needs no manifest: it may come from anywhere.
    ///
    /// - Throws: ``FigureError/input(_:)`` when it is missing, ``FigureError/table(_:)`` when a size or a
    ///   value is not above 0, and ``FigureError/nothingToDraw(folder:table:)``.
    public init(folder: String) throws(FigureError) {
        do throws(CSVError) {
            let path = folder + "/" + Self.file
            let bytes: [UInt8]
            do throws(InputError) {
                bytes = try InputFile.bytes(of: path)
            } catch {
                throw .input(error)
            }
            let table = try CSVTable(bytes: bytes, file: path)
            hashes = [Self.file: SHA256.hex(of: bytes)]
            let name = table.header[0]
            noun = name.replacing("_", with: " ")
            let sizes = try Self.column(name, of: table, "a size above 0", allowing: [])
            let order = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
            self.sizes = order.map { sizes[$0] }
            var series: [Series] = []
            for column in table.header.dropFirst() {
                let values = try Self.column(column, of: table, "a number above 0", allowing: .nan)
                let parts = column.split(separator: "_")
                series.append(
                    Series(
                        title: parts.count > 1 ? parts.dropLast().joined(separator: " ") : column,
                        unit: parts.count > 1 ? String(parts[parts.count - 1]) : "",
                        values: order.map { values[$0] }))
            }
            self.series = series.filter { $0.values.contains { !$0.isNaN } }
        } catch {
            throw FigureError(error)
        }
        guard !sizes.isEmpty, !series.isEmpty else {
            throw .nothingToDraw(folder: folder, table: Self.file)
        }
    }

    /// A column whose numbers have logarithms.
    private static func column(
        _ name: String, of table: CSVTable, _ expected: String, allowing forms: CSVTable.NumberForms
    ) throws(CSVError) -> [Double] {
        let values = try table.doubles(name, allowing: forms)
        if let row = values.firstIndex(where: { $0 <= 0 }) {
            throw table.badCell(row: row, column: name, expected: expected)
        }
        return values
    }
}
