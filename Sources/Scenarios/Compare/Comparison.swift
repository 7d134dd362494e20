import LaserMesh
import Orbits
import Results
import Routing
import Terrestrial

/// The mesh of a scenario beside the fibre on the ground: sites, gateways, cables and measurements.
///
/// Immutable and shared by all threads.
public struct Comparison: Sendable {
    /// The scenario with its gateways, which follow the stations that are compared.
    public let experiment: Experiment

    /// Stations that are compared, then gateways, with their countries.
    let sites: [FibreSite]

    /// How many of them are compared.
    let siteCount: Int

    /// The pairs, by the places of their ends among the stations.
    let pairs: [(source: Int, destination: Int)]

    /// The fibre.
    let network: FibreNetwork

    /// The fibre without the cables that the calibration is to leave out once; `nil` where all stay.
    let networkWithout: FibreNetwork?

    /// How light goes through it.
    let delays: FibreDelays

    /// One-way delay of the fastest fibre between all sites, row by row, without what is fixed [ms];
    /// infinite where there is none.
    let fibreMs: [Double]

    /// Measured sets with their pairs.
    let measured: [(name: String, pairs: [MeasuredPair])]

    /// Mean of the measured round-trip times of each pair [ms]; NaN where there is none.
    let measuredRTTMs: [Double]

    /// The country sets whose price is asked for.
    let countrySets: [CountrySet]

    /// Opens what a scenario compares with.
    ///
    /// - Throws: ``ScenarioError`` for a scenario without pairs of stations, and errors of the files
    ///   that it names.
    public init(_ base: Experiment) throws {
        let scenario = base.scenario
        let keys = scenario.compare
        var files = InputFiles(beside: scenario.file)
        let gateways = try StationSource.placed(
            keys.gateways, satelliteNames: base.satelliteNames, &files)
        siteCount = base.stations.count
        pairs = try Self.pairs(of: base)
        let borders = try BorderSource.borders(keys.bordersFile, &files)
        let ellipsoid = scenario.ground.earth.ellipsoid
        let places = (base.stations + gateways).map { station in
            let country = borders?.country(near: station.place, withinKm: BorderSource.coastKm)
            return FibreSite(
                name: station.name,
                country: country.flatMap { borders?.countries[$0].alpha2 } ?? "",
                place: station.place)
        }
        sites = places
        let cables = try Self.cables(keys, &files)
        network = FibreNetwork(sites: places, cables: cables, on: ellipsoid)
        let without = Set(keys.calibratedWithout)
        for name in keys.calibratedWithout where !cables.contains(where: { $0.name == name }) {
            throw ScenarioError.wrongValue(
                place: ScenarioPlace(file: scenario.file, line: nil, path: "compare.without"),
                found: "'\(name)'", expected: "the name of a cable or corridor that is compared")
        }
        networkWithout =
            without.isEmpty
            ? nil
            : FibreNetwork(
                sites: places, cables: cables.filter { !without.contains($0.name) },
                on: ellipsoid)
        delays = Self.delays(of: scenario)
        fibreMs = network.allPaths(delays: delays).flatMap { row in
            row.map { $0?.delayMs ?? .infinity }
        }
        var measured: [(name: String, pairs: [MeasuredPair])] = []
        for set in keys.measured {
            measured.append((set.name, try Self.measuredPairs(set, sites: places, &files)))
        }
        self.measured = measured
        measuredRTTMs = Self.means(of: measured.flatMap(\.pairs), for: pairs)
        var experiment = try Self.experiment(base, gateways: gateways, also: files.read)
        var setFiles = InputFiles(beside: scenario.file)
        var sets: [CountrySet] = []
        for set in keys.countrySets {
            sets.append(try CountrySet(set, in: experiment, &setFiles))
        }
        countrySets = sets
        experiment.add(inputs: setFiles.read)
        self.experiment = experiment
    }

    private static func pairs(
        of experiment: Experiment
    ) throws -> [(source: Int, destination: Int)] {
        let satellites = experiment.constellation.count
        return try RouteRows.pairs(of: experiment).map { pair in
            guard pair.source.index >= satellites, pair.destination.index >= satellites else {
                throw ScenarioError.wrongValue(
                    place: ScenarioPlace(
                        file: experiment.scenario.file, line: nil, path: "pairs"),
                    found: "a pair with a satellite",
                    expected: "pairs of ground stations, to which fibre leads")
            }
            return (pair.source.index - satellites, pair.destination.index - satellites)
        }
    }

    /// How light goes through the fibre of a scenario.
    static func delays(of scenario: Scenario) -> FibreDelays {
        let keys = scenario.compare
        let usual = FibreDelays(refractiveIndex: scenario.fibre.refractiveIndex)
        return FibreDelays(
            refractiveIndex: scenario.fibre.refractiveIndex,
            cableSlack: keys.cableSlack ?? usual.cableSlack,
            landStretch: keys.landStretch ?? usual.landStretch,
            corridorSlack: keys.corridorSlack,
            landingDelayMs: keys.landingDelayMs ?? usual.landingDelayMs,
            fixedMs: keys.fixedMs ?? usual.fixedMs)
    }

    static func cables(_ keys: CompareKeys, _ files: inout InputFiles) throws -> [Cable] {
        var cables: [Cable] = []
        if let file = keys.cablesFile ?? DatasetFolder.file("cables/cables.csv") {
            cables = try CableSource.cables(
                file, includingUnverified: keys.includesUnverified, &files)
        }
        // Cables of one's own stand for a network of one's own.
        if let file = keys.corridorsFile
            ?? (keys.cablesFile == nil ? DatasetFolder.file("cables/corridors.csv") : nil)
        {
            cables += try CableSource.corridors(
                file, includingUnverified: keys.includesUnverified,
                includingUnused: keys.includesUnused, &files)
        }
        for network in keys.networks {
            cables +=
                network.file.hasSuffix(".graphml")
                ? try Cable.graphML(
                    files.bytes(network.file), file: files.path(network.file),
                    stretch: network.stretch)
                : try CableSource.cables(network.file, includingUnverified: true, &files)
        }
        return cables
    }

    /// The pairs of a set, those of both directions and of several rows as their mean.
    private static func measuredPairs(
        _ set: CompareKeys.Measured, sites: [FibreSite], _ files: inout InputFiles
    ) throws -> [MeasuredPair] {
        let table = try CSVTable(bytes: files.bytes(set.file), file: files.path(set.file))
        let sources = try table.strings("source")
        let destinations = try table.strings("destination")
        let rtts = try table.doubles("rtt_ms")
        var index: [String: Int] = [:]
        for (place, site) in sites.enumerated() { index[site.name] = place }
        var sums: [SIMD2<Int>: (sum: Double, count: Double)] = [:]
        for row in rtts.indices {
            guard rtts[row] > 0 else {
                throw table.badCell(
                    row: row, column: "rtt_ms", expected: "milliseconds above 0")
            }
            // Tables of a provider name regions that a scenario need not have.
            guard let a = index[sources[row]], let b = index[destinations[row]], a != b else {
                continue
            }
            let (sum, count) = sums[SIMD2(min(a, b), max(a, b))] ?? (0, 0)
            sums[SIMD2(min(a, b), max(a, b))] = (sum + rtts[row], count + 1)
        }
        return sums.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map { key, value in
            MeasuredPair(key.x, key.y, rttMs: value.sum / value.count)
        }
    }

    private static func means(
        of measured: [MeasuredPair], for pairs: [(source: Int, destination: Int)]
    ) -> [Double] {
        var sums: [SIMD2<Int>: (sum: Double, count: Double)] = [:]
        for pair in measured {
            sums[SIMD2(pair.a, pair.b), default: (0, 0)].sum += pair.rttMs
            sums[SIMD2(pair.a, pair.b), default: (0, 0)].count += 1
        }
        return pairs.map { pair in
            let key = SIMD2(
                min(pair.source, pair.destination), max(pair.source, pair.destination))
            return sums[key].map { $0.sum / $0.count } ?? .nan
        }
    }

    /// The scenario with gateways among its stations.
    private static func experiment(
        _ base: Experiment, gateways: [GroundStation], also read: [InputDigest]
    ) throws -> Experiment {
        var experiment = base
        if !gateways.isEmpty {
            var scenario = base.scenario
            let place = ScenarioPlace(file: scenario.file, line: nil, path: "compare.gateways")
            scenario.ground.stations = .listed((base.stations + gateways).map { ($0, place) })
            scenario.pairs = .all
            experiment = try Experiment(scenario)
            experiment.add(inputs: base.inputs)
        }
        experiment.add(inputs: read)
        return experiment
    }
}
