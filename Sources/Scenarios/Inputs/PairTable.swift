import Results

/// Pairs that a table lists, with distances and weights where it has them.
struct PairTable: Sendable {
    static let header = "source,destination"

    /// The ends of each pair by name, with the line of the table.
    let pairs: [(source: String, destination: String, place: ScenarioPlace)]

    /// The distance of each pair along the ground [km].
    let geodesicKm: [Double]?

    /// The weight of each pair in means.
    let weights: [Double]?

    init(_ file: String, _ files: inout InputFiles) throws {
        let path = files.path(file)
        let table = try CSVTable(bytes: files.bytes(file), file: path)
        let sources = try table.strings("source")
        let destinations = try table.strings("destination")
        guard !sources.isEmpty else {
            throw ScenarioError.wrongValue(
                place: ScenarioPlace(file: path, line: nil, path: ""), found: "no pairs",
                expected: "at least one row below \(Self.header)")
        }
        pairs = sources.indices.map { row in
            (
                sources[row], destinations[row],
                ScenarioPlace(file: path, line: table.line(ofRow: row), path: "")
            )
        }
        func numbers(_ column: String, aboveZero: Bool) throws -> [Double]? {
            guard table.hasColumn(column) else { return nil }
            let values = try table.doubles(column)
            if let row = values.firstIndex(where: { aboveZero ? $0 <= 0 : $0 < 0 }) {
                throw table.badCell(
                    row: row, column: column,
                    expected: aboveZero ? "a number above 0" : "a number of 0 or more")
            }
            return values
        }
        geodesicKm = try numbers("geodesic_km", aboveZero: true)
        weights = try numbers("weight", aboveZero: false)
        guard weights.map({ $0.contains { $0 > 0 } }) ?? true else {
            throw table.badCell(row: 0, column: "weight", expected: "one weight above 0 at least")
        }
    }
}
