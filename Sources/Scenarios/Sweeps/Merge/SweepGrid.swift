import Results

/// One kept table of all runs as a netCDF-4 file whose dimensions are the axes of the sweep.
///
/// The dimensions are `replicate`, one for each axis, and `row`, the place in the table of a run. An axis
/// of listed values is named by its first key and has its values as coordinates; one that is drawn anew
/// for each replicate is named `<key>_sample`, and its values stand over `replicate` and it. Numbers are
/// variables over all dimensions, NaN where there is no run or no row; texts that are the same in all
/// runs stand over `row` alone. `run` is the number of the run, −1 where a condition drops the
/// combination.
struct SweepGrid {
    /// What a column is.
    private enum Kind {
        case numbers
        /// The same texts in all runs.
        case labels
        case texts
    }

    /// Values of a file's largest variable, above which it is refused.
    static let mostValues = 500_000_000

    private let plan: SweepPlan
    private let folder: SweepFolder
    private let table: SweepTable
    private let columns: [String]

    private var kinds: [Kind]
    /// The texts of each column, of the longest table.
    private var labels: [[String]]
    private var rowCount = 0

    /// Looks through the runs for the kind of each column.
    ///
    /// - Throws: ``SweepError`` for a damaged run, and for a grid that is too large.
    init(_ plan: SweepPlan, of table: SweepTable, from folder: SweepFolder) throws {
        self.plan = plan
        self.folder = folder
        self.table = table
        columns = table.columns(ranked: plan.sweep.hasRanks)
        kinds = Array(repeating: .numbers, count: columns.count)
        labels = Array(repeating: [], count: columns.count)
        var areSame = Array(repeating: true, count: columns.count)
        try forEachRun { _, cells in
            for (column, texts) in cells.enumerated() {
                if kinds[column] == .numbers, !texts.allSatisfy(Self.isNumber) {
                    kinds[column] = .labels
                }
                if zip(labels[column], texts).contains(where: !=) { areSame[column] = false }
                if texts.count > labels[column].count { labels[column] = texts }
                rowCount = max(rowCount, texts.count)
            }
        }
        for column in columns.indices where kinds[column] == .labels && !areSame[column] {
            kinds[column] = .texts
        }
        let values = shape.reduce(1.0) { $0 * Double($1) }
        guard values <= Double(Self.mostValues) else {
            throw SweepError.gridTooLarge(
                table: table.rawValue, values: values, most: Self.mostValues)
        }
    }

    /// Lengths of all dimensions; one row at least, for netCDF has no dimension of none.
    private var shape: [Int] {
        [plan.sweep.replicates] + plan.sweep.axes.map(\.count) + [max(rowCount, 1)]
    }

    private static func isNumber(_ cell: String) -> Bool { cell.isEmpty || Double(cell) != nil }

    /// Calls with each run that is done, and the cells of its table by column.
    private func forEachRun(_ body: (SweepRun, [[String]]) throws -> Void) throws {
        for run in plan.runs where folder.isDone(run) {
            let bytes = try folder.tables(of: run)[table] ?? []
            let table = try CSVTable(bytes: bytes, file: "run \(run.number)")
            try body(run, try SweepMerge.cells(of: table, columns: columns))
        }
    }

    /// Writes the file.
    func write(to path: String, source: String) throws {
        let file = try NetCDFWriter(
            path: path,
            attributes: [
                .text("title", "Table \(table.rawValue) of all runs of a sweep"),
                .text("source", source),
            ])
        let dimensions = try dimensions(of: file)
        let run = try file.variable(
            "run", of: Int32.self, over: Array(dimensions.dropLast()), fill: -1,
            attributes: [.longName("number of the run")])
        // In the order of the columns, in which they are written: on it depend the file's bytes.
        var numbers: [(column: Int, variable: NetCDFVariable<Double>)] = []
        var texts: [(column: Int, cells: [String])] = []
        let row = Array(dimensions.suffix(1))
        for (column, name) in columns.enumerated() {
            switch kinds[column] {
            case .numbers:
                numbers.append((column, try file.variable(name, over: dimensions, fill: .nan)))
            case .labels:
                let padding = Array(repeating: "", count: max(rowCount, 1) - labels[column].count)
                try file.texts(name, labels[column] + padding, over: row)
            case .texts:
                texts.append((column, Array(repeating: "", count: shape.reduce(1, *))))
            }
        }
        for each in plan.runs {
            let place = [each.replicate] + each.choice
            try file.write(
                [Int32(clamping: each.number)], to: run, from: place,
                count: Array(repeating: 1, count: place.count))
        }
        try forEachRun { run, cells in
            let place = [run.replicate] + run.choice
            let count = Array(repeating: 1, count: place.count)
            for (column, variable) in numbers {
                try file.write(
                    cells[column].map { Double($0) ?? .nan }, to: variable, from: place + [0],
                    count: count + [cells[column].count])
            }
            let first = zip(place + [0], shape).reduce(0) { $0 * $1.1 + $1.0 }
            for place in texts.indices {
                for (index, text) in cells[texts[place].column].enumerated() {
                    texts[place].cells[first + index] = text
                }
            }
        }
        for (column, cells) in texts {
            try file.texts(columns[column], cells, over: dimensions)
        }
        try file.close()
    }

    /// Defines the dimensions with their coordinates.
    private func dimensions(of file: NetCDFWriter) throws -> [NetCDFDimension] {
        let replicates = plan.sweep.replicates
        let replicate = try file.dimension("replicate", count: replicates)
        var dimensions = [replicate]
        var variable = 0
        for axis in plan.sweep.axes {
            let drawn = axis.variables.first.map {
                if case .sampled = $0.points { true } else { false }
            }
            let name = axis.variables.first?.key.text ?? "axis"
            let dimension = try file.dimension(
                name + (drawn ?? false ? "_sample" : ""), count: axis.count)
            dimensions.append(dimension)
            for each in axis.variables {
                let key = each.key.text
                switch each.points {
                case .listed:
                    try put(plan.texts(ofVariable: variable, replicate: 0), key, [dimension], file)
                case .sampled:
                    let all = (0..<replicates).flatMap {
                        plan.texts(ofVariable: variable, replicate: $0)
                    }
                    try put(all, key, [replicate, dimension], file)
                }
                variable += 1
            }
        }
        let numbers = try file.variable("replicate", of: Int32.self, over: [replicate])
        try file.write(
            (0..<replicates).map { Int32(clamping: $0) }, to: numbers, from: [0],
            count: [replicates])
        return dimensions + [try file.dimension("row", count: max(rowCount, 1))]
    }

    /// Writes the values of a key, as numbers where all of them are.
    private func put(
        _ values: [String], _ key: String, _ dimensions: [NetCDFDimension], _ file: NetCDFWriter
    ) throws {
        let attributes: [NetCDFAttribute] = [.longName("\(key) of the scenario")]
        let numbers = values.compactMap { Double($0) }
        guard numbers.count == values.count else {
            return try file.texts(key, values, over: dimensions, attributes: attributes)
        }
        let variable = try file.variable(
            key, of: Double.self, over: dimensions, attributes: attributes)
        try file.write(
            numbers, to: variable, from: dimensions.map { _ in 0 },
            count: dimensions.map { $0.count ?? 0 })
    }
}
