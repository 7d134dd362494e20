import Results
import Terrestrial

/// Cables from a table `cable,length_km,landings`, with a column `verified` if wanted.
enum CableSource {
    /// The cables of a file that the scenario names, or of an absolute path.
    ///
    /// - Parameter includingUnverified: Whether cables count whose length nobody saw in print.
    static func cables(
        _ file: String, includingUnverified: Bool, _ files: inout InputFiles
    ) throws -> [Cable] {
        let table = try CSVTable(bytes: files.bytes(file), file: files.path(file))
        let names = try table.strings("cable")
        let lengths = try table.doubles("length_km")
        let landings = try table.strings("landings")
        let verified = table.hasColumn("verified") ? try table.strings("verified") : nil
        var cables: [Cable] = []
        for row in names.indices {
            guard lengths[row] > 0, lengths[row] <= 100_000 else {
                throw table.badCell(
                    row: row, column: "length_km", expected: "kilometres above 0, up to 100000")
            }
            if let word = verified?[row], !["true", "false"].contains(word) {
                throw table.badCell(row: row, column: "verified", expected: "true or false")
            }
            let sites = landings[row].split(separator: ";").map { FibreSite(landing: $0) }
            guard sites.count >= 2, !sites.contains(nil) else {
                throw table.badCell(
                    row: row, column: "landings",
                    expected: "two or more such as 'Bude (GB) 50.83 -4.54' with ';' between them")
            }
            let isVerified = verified?[row] != "false"
            guard isVerified || includingUnverified else { continue }
            cables.append(
                Cable(
                    name: names[row], lengthKm: lengths[row], landings: sites.compactMap { $0 },
                    isVerified: isVerified))
        }
        return cables
    }
}
