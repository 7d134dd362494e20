import ElementFiles
import Foundation
import LaserMesh
import Orbits
import Results

/// The satellites of a scenario: from its shells, from a preset, or from a file of element sets.
struct SatelliteSource {
    private(set) var elements: [ElementSet]
    private(set) var names: [String]
    private(set) var shells: [Shell] = []
    /// Which satellite stands in which plane and slot, shell by shell; empty where that is not known.
    private(set) var layouts: [ShellLayout] = []
    /// Whether these are real satellites, whose planes and slots have to be found.
    var isReal: Bool { shells.isEmpty && positions == nil }
    /// Positions that are given in place of elements.
    private(set) var positions: GivenPositions?
    private(set) var rejections: [Rejection] = []
    /// The instant from which the scenario's seconds count.
    private(set) var epoch: Instant

    /// The epoch of a design where the scenario names none.
    static let designEpoch = Instant(year: 2000, month: 1, day: 1)

    init(
        _ keys: ConstellationKeys, scenario: Scenario, _ files: inout InputFiles
    ) throws {
        switch keys.source {
        case .shells(let shells):
            self.init(design: shells, gravity: keys.gravity, epoch: scenario.epoch)
        case .preset(let name, let only, let place):
            let shells = try Self.preset(name, only: only, place: place, &files)
            self.init(design: shells, gravity: keys.gravity, epoch: scenario.epoch)
        case .elements(let file):
            try self.init(file, epoch: scenario.epoch, &files)
        case .positions(let file):
            let epoch = scenario.epoch ?? Self.designEpoch
            self.init(
                given: try PositionSource(
                    file, epoch: epoch, earth: scenario.ground.earth.ellipsoid, &files),
                epoch: epoch)
        }
    }

    private init(given source: PositionSource, epoch: Instant) {
        elements = []
        names = source.names
        layouts = source.layouts
        positions = source.positions
        self.epoch = epoch
    }

    private init(design keys: [ShellKeys], gravity: GravityModel, epoch: Instant?) {
        let epoch = epoch ?? Self.designEpoch
        var elements: [ElementSet] = []
        for shell in keys {
            let made = shell.shell(gravity: gravity)
            shells.append(made)
            let sets = made.elementSets(
                epoch: epoch, firstCatalogNumber: UInt32(elements.count + 1))
            elements += shell.hasTLEPrecision ? sets.map { $0.roundedToTLEPrecision() } : sets
        }
        self.elements = elements
        names = elements.map(\.name)
        layouts = ShellLayout.layouts(of: shells)
        self.epoch = epoch
    }

    /// Real satellites, by catalogue number; of several sets of one object the newest counts.
    init(_ keys: ElementKeys, epoch: Instant?, _ files: inout InputFiles) throws {
        let path = files.path(keys.file)
        let bytes = try files.bytes(keys.file)
        let contents = try ElementFile.parse(
            bytes: bytes, fileName: path, allowBadChecksum: keys.allowsBadChecksum)
        var newest: [CatalogNumber: Int] = [:]
        var sets: [ElementSet] = []
        for set in contents.elements
        where keys.nameContains.isEmpty || set.name.contains(keys.nameContains) {
            if let place = newest[set.catalogNumber] {
                if set.epoch > sets[place].epoch { sets[place] = set }
                continue
            }
            if keys.limit > 0, sets.count == keys.limit { continue }
            newest[set.catalogNumber] = sets.count
            sets.append(set)
        }
        guard let last = sets.map(\.epoch).max() else {
            throw ScenarioError.noElements(
                file: path, nameContains: keys.nameContains,
                firstRejection: contents.rejections.first.map { "line \($0.line): \($0.message)" })
        }
        elements = sets
        names = sets.map { String($0.catalogNumber.rawValue) }
        rejections = contents.rejections
        self.epoch = epoch ?? Self.nextSecond(last)
    }

    /// The shells of a preset.
    private static func preset(
        _ name: String, only: [String]?, place: ScenarioPlace, _ files: inout InputFiles
    ) throws -> [ShellKeys] {
        var source = name
        if !name.contains("/"), !name.hasSuffix(".yaml"), !name.hasSuffix(".yml") {
            guard let datasets = DatasetFolder.locate() else {
                throw ScenarioError.wrongValue(
                    place: place, found: "'\(name)', and no folder Datasets",
                    expected: "that folder above the program or the current folder, or its path in "
                        + "\(DatasetFolder.variable)")
            }
            source = "\(datasets)/constellations/\(name).yaml"
            if !InputFile.exists(source) {
                let known = presets(in: "\(datasets)/constellations")
                let near = EditDistance.nearest(to: name, among: known)
                throw ScenarioError.wrongValue(
                    place: place, found: "'\(name)'",
                    expected: "one of \(known.joined(separator: ", "))"
                        + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
        }
        let path = files.path(source)
        let bytes = try InputFile.bytes(of: path)
        files.note(name, bytes)
        let map = try ScenarioText(file: path, bytes: bytes).top().mapping([
            "name", "description", "source", "notes", "shells",
        ])
        let shells = try ShellKeys.list(
            try map.required("shells", expected: "the list of shells of the design"))
        guard let only else { return shells }
        return try only.map { wanted in
            guard let shell = shells.first(where: { $0.name == wanted }) else {
                throw ScenarioError.wrongValue(
                    place: place, found: "the shell '\(wanted)'",
                    expected: "one of \(shells.map(\.name).joined(separator: ", "))")
            }
            return shell
        }
    }

    private static func presets(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The first whole second at or after an instant.
    private static func nextSecond(_ instant: Instant) -> Instant {
        let second = (instant.dayFraction * Instant.secondsPerDay - 1e-6).rounded(.up)
        return Instant(
            julianDate: instant.julianDate, dayFraction: second / Instant.secondsPerDay)
    }
}
