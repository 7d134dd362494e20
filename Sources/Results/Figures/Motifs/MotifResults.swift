/// The tables of a `helio-motif` result folder that figures are drawn from.
public struct MotifResults: Sendable {
    /// A step of a motif.
    struct Step: Sendable, Hashable {
        var planes: Int
        var slots: Int
    }

    /// What a motif is worth; NaN where it leaves pairs apart.
    struct Motif: Sendable {
        /// The end of its zone [deg].
        var zoneDeg: Double
        /// Its steps; none of +Grid.
        var steps: [Step]
        /// Its steps as the table writes them.
        var text: String
        var stretch: Double
        var hops: Double
        var gainPercent: Double
    }

    /// The motifs, +Grid first.
    let motifs: [Motif]

    /// SHA-256 of the table.
    let hashes: [String: String]

    /// Whether a folder holds motifs.
    public static func isPresent(in folder: String) -> Bool {
        InputFile.exists(folder + "/motifs.csv")
    }

    /// Reads a folder.
    ///
    /// - Throws: ``FigureError/input(_:)`` when the folder or the table is missing, ``FigureError/table(_:)``
    ///   when it is not what it should be, and ``FigureError/nothingToDraw(folder:table:)``.
    public init(folder: String) throws(FigureError) {
        var tables = try ResultTables(folder: folder, with: ["motifs.csv"])
        do throws(CSVError) {
            let table = try tables.table("motifs.csv")
            let zones = try table.doubles("zone_deg")
            let offsets = try table.strings("offsets")
            let stretches = try table.doubles("stretch", allowing: .nan)
            let hops = try table.doubles("hops", allowing: .nan)
            let gains = try table.doubles("gain_percent", allowing: .nan)
            var motifs: [Motif] = []
            for row in 0..<table.rowCount {
                let steps = offsets[row].split(separator: " ").compactMap { text -> Step? in
                    let numbers = text.split(separator: ":").compactMap { Int($0) }
                    return numbers.count == 2 ? Step(planes: numbers[0], slots: numbers[1]) : nil
                }
                guard steps.count == 2 || offsets[row] == "plus-grid" else {
                    throw table.badCell(
                        row: row, column: "offsets", expected: "two steps, such as '0:1 1:-2'")
                }
                motifs.append(
                    Motif(
                        zoneDeg: zones[row], steps: steps, text: offsets[row],
                        stretch: stretches[row], hops: hops[row], gainPercent: gains[row]))
            }
            self.motifs = motifs
        } catch {
            throw FigureError(error)
        }
        guard motifs.contains(where: { !$0.stretch.isNaN }) else {
            throw .nothingToDraw(folder: folder, table: "motifs.csv")
        }
        hashes = tables.hashes
    }
}
