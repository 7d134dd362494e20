/// What the merged tables of a sweep say along its axes.
public struct SweepResults: Sendable {
    /// A merged summary.
    struct Table: Sendable {
        /// Its columns of which statistics were made.
        let quantities: [String]
        /// For each row the place of its value on each axis.
        let places: [[Int]]
        /// For each quantity the values of the rows; NaN where there is none.
        let values: [[Double]]
        /// For each quantity the mean at each value of the only axis, with its interval; empty where
        /// there are several axes.
        let means: [[Mean]]
    }

    /// A mean of a combination.
    struct Mean: Sendable {
        let place: Int
        let mean: Double
        let median: Double
        let low: Double
        let high: Double
    }

    /// The axes of listed values, but for those of one value.
    let axes: [SweepAxisValues]

    /// The merged summaries, of routes and of flows.
    let tables: [Table]

    /// SHA-256 of the tables.
    let hashes: [String: String]

    private static let kinds = [
        ("statistics.csv", "merged_summary.csv"),
        ("flow_statistics.csv", "merged_flow_summary.csv"),
    ]

    /// Whether a folder holds the merged tables of a sweep.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/sweep.yaml")
    }

    /// Reads a folder.
    ///
    /// Of several routes of a pair the first one stands for it.
    ///
    /// - Throws: ``FigureError/input(_:)`` when the folder is missing or holds no summary,
    ///   ``FigureError/table(_:)`` when a table is not what it should be,
    ///   ``FigureError/nothingToDraw(folder:table:)`` when all runs failed, and
    ///   ``FigureError/noAxis(folder:)``.
    public init(folder: String) throws(FigureError) {
        var files = try ResultTables(folder: folder, with: [])
        let there = Self.kinds.filter { files.has($0.0) }
        guard !there.isEmpty else {
            throw .input(.notAResultFolder(path: folder, lacks: Self.kinds[0].0))
        }
        var axes: [SweepAxisValues] = []
        var tables: [Table] = []
        for (statistics, merged) in there {
            do throws(CSVError) {
                let table = try files.table(statistics)
                guard table.rowCount > 0 else { continue }
                let keys = Array(table.header.prefix { $0 != "quantity" }).filter { $0 != "rank" }
                axes = SweepAxisValues.axes(
                    keys: keys, columns: try Self.columns(keys, of: table))
                tables.append(try Self.table(axes, table, try files.table(merged)))
            } catch {
                throw FigureError(error)
            }
        }
        guard !tables.isEmpty else { throw .nothingToDraw(folder: folder, table: there[0].0) }
        guard !axes.isEmpty else { throw .noAxis(folder: folder) }
        self.axes = axes
        self.tables = tables
        hashes = files.hashes
    }

    private static func columns(
        _ keys: [String], of table: CSVTable
    ) throws(CSVError) -> [[String]] {
        var columns: [[String]] = []
        for key in keys { columns.append(try table.strings(key)) }
        return columns
    }

    private static func table(
        _ axes: [SweepAxisValues], _ statistics: CSVTable, _ merged: CSVTable
    ) throws(CSVError) -> Table {
        var seen: Set<String> = []
        let named = try statistics.strings("quantity")
        let quantities = named.filter { seen.insert($0).inserted }
        var places: [[Int]] = []
        for axis in axes { places.append(try Self.places(on: axis, of: merged)) }
        let ranks = merged.hasColumn("rank") ? try merged.ints("rank") : nil
        let rows = (0..<merged.rowCount).filter { ranks?[$0] ?? 1 == 1 }
        var values: [[Double]] = []
        for quantity in quantities {
            let column = try merged.doubles(quantity, allowing: .nan)
            values.append(rows.map { column[$0] })
        }
        return Table(
            quantities: quantities, places: rows.map { row in places.map { $0[row] } },
            values: values,
            means: axes.count == 1 ? try means(axes[0], quantities, named, statistics) : [])
    }

    private static func means(
        _ axis: SweepAxisValues, _ quantities: [String], _ named: [String], _ table: CSVTable
    ) throws(CSVError) -> [[Mean]] {
        let places = try places(on: axis, of: table)
        let ranks = table.hasColumn("rank") ? try table.ints("rank") : nil
        let columns = [
            try table.doubles("mean", allowing: .nan), try table.doubles("median", allowing: .nan),
            try table.doubles("mean_low", allowing: .nan),
            try table.doubles("mean_high", allowing: .nan),
        ]
        return quantities.map { quantity in
            named.indices.filter { named[$0] == quantity && ranks?[$0] ?? 1 == 1 }.map {
                Mean(
                    place: places[$0], mean: columns[0][$0], median: columns[1][$0],
                    low: columns[2][$0], high: columns[3][$0])
            }.sorted { $0.place < $1.place }
        }
    }

    /// Where the rows of a table stand on an axis.
    private static func places(
        on axis: SweepAxisValues, of table: CSVTable
    ) throws(CSVError) -> [Int] {
        var known: [String: Int] = [:]
        for (place, value) in axis.values[0].enumerated() { known[value] = place }
        var places: [Int] = []
        for (row, value) in try table.strings(axis.keys[0]).enumerated() {
            guard let place = known[value] else {
                throw table.badCell(
                    row: row, column: axis.keys[0], expected: "a value of statistics.csv")
            }
            places.append(place)
        }
        return places
    }
}
