import Results
import Terrestrial

/// Cables from a table `cable,length_km,landings`, and corridors from one `corridor,length_km,places`,
/// with columns `verified` and, of corridors, `in_use` if wanted.
enum CableSource {
    /// The cables of a file that the scenario names, or of an absolute path.
    ///
    /// - Parameter includingUnverified: Whether cables count whose length nobody saw in print.
    static func cables(
        _ file: String, includingUnverified: Bool, _ files: inout InputFiles
    ) throws -> [Cable] {
        try rows(
            file, name: "cable", places: "landings",
            kind: "or more such as 'Bude (GB) 50.83 -4.54'",
            includingUnverified: includingUnverified, includingUnused: true, isCorridor: false,
            &files)
    }

    /// The corridors of a file.
    ///
    /// - Parameter includingUnused: Whether corridors count that no cloud provider is known to use.
    static func corridors(
        _ file: String, includingUnverified: Bool, includingUnused: Bool,
        _ files: inout InputFiles
    ) throws -> [Cable] {
        try rows(
            file, name: "corridor", places: "places",
            kind: "or more such as 'Perth (AU) -31.95 115.86'",
            includingUnverified: includingUnverified, includingUnused: includingUnused,
            isCorridor: true, &files)
    }

    private static func rows(
        _ file: String, name: String, places: String, kind: String, includingUnverified: Bool,
        includingUnused: Bool, isCorridor: Bool, _ files: inout InputFiles
    ) throws -> [Cable] {
        let table = try CSVTable(bytes: files.bytes(file), file: files.path(file))
        let names = try table.strings(name)
        let lengths = try table.doubles("length_km")
        let landings = try table.strings(places)
        func flags(_ column: String) throws -> [Bool]? {
            guard table.hasColumn(column) else { return nil }
            let words = try table.strings(column)
            for (row, word) in words.enumerated() where !["true", "false"].contains(word) {
                throw table.badCell(row: row, column: column, expected: "true or false")
            }
            return words.map { $0 == "true" }
        }
        let verified = try flags("verified")
        let used = isCorridor ? try flags("in_use") : nil
        var cables: [Cable] = []
        for row in names.indices {
            guard lengths[row] > 0, lengths[row] <= 100_000 else {
                throw table.badCell(
                    row: row, column: "length_km", expected: "kilometres above 0, up to 100000")
            }
            let sites = landings[row].split(separator: ";").map { FibreSite(landing: $0) }
            guard sites.count >= 2, !sites.contains(nil) else {
                throw table.badCell(
                    row: row, column: places, expected: "two \(kind) with ';' between them")
            }
            let isVerified = verified?[row] ?? true
            guard isVerified || includingUnverified, used?[row] ?? true || includingUnused else {
                continue
            }
            cables.append(
                Cable(
                    name: names[row], lengthKm: lengths[row], landings: sites.compactMap { $0 },
                    isVerified: isVerified, isCorridor: isCorridor))
        }
        return cables
    }
}
