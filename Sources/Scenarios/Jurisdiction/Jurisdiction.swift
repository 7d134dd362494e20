import Contacts
import LaserMesh
import Orbits
import Routing
import Terrestrial

/// What a set of countries means for the nodes of a scenario.
///
/// A station on the coast may lie a little off the outline of its country, ``BorderSource/coastKm``;
/// the sea belongs to no country. A satellite is over a country when its sub-point is in it: the
/// outline itself counts, no zone around it.
struct Jurisdiction: Sendable {
    /// When nodes carry no packet: stations for good or while they are there, satellites while they
    /// are over one of the countries.
    private(set) var closures = OutageSchedule()

    /// Stations that never carry a packet, by their places.
    private(set) var barredStations: [Int] = []

    /// Sets of stations of each of which a route must pass one.
    private(set) var stops: [RouteStops] = []

    /// What a user should know, each in a sentence.
    private(set) var notes: [String] = []

    /// Long before and long after any window [s].
    private static let foreverS = 1e15

    /// How far beyond the window satellites are followed [s].
    private static let marginS = 60.0

    /// Finds what a set means for an open scenario.
    init(
        _ keys: JurisdictionKeys, of experiment: Experiment, _ files: inout InputFiles
    ) throws {
        try self.init(
            keys, experiment.scenario, stations: experiment.stations, experiment.constellation,
            epoch: experiment.epoch, &files)
    }

    /// Finds what a set means for satellites and stations.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` for an unknown country or station,
    ///   and where there are no borders.
    init(
        _ keys: JurisdictionKeys, _ scenario: Scenario, stations: [GroundStation],
        _ constellation: Constellation, epoch: Instant, _ files: inout InputFiles
    ) throws {
        let borders = try Self.borders(keys, &files)
        let noGround = try Self.countries(keys.noGroundIn, in: borders)
        let notOver = try Self.countries(keys.notOver, in: borders)
        let (startS, endS) = Self.span(of: scenario)
        func isIn(_ countries: Set<Int>, _ place: Geodetic) -> Bool {
            borders.country(near: place, withinKm: BorderSource.coastKm)
                .map { countries.contains($0) } ?? false
        }
        for (index, station) in stations.enumerated() where !noGround.isEmpty {
            let node = constellation.count + index
            if let track = station.track {
                let stays = Overflights.intervals(from: startS, to: endS) {
                    isIn(noGround, track.place(atSeconds: $0))
                }
                for stay in stays { closures.add(node: node, fromS: stay.fromS, toS: stay.toS) }
            } else if isIn(noGround, station.place) {
                barredStations.append(index)
                closures.add(node: node, fromS: -Self.foreverS, toS: Self.foreverS)
            }
        }
        if !notOver.isEmpty {
            let territory = Territory(of: notOver, in: borders)
            let overflights = Overflights(
                of: constellation, since: epoch, on: scenario.ground.earth.ellipsoid)
            let stays = overflights.intervals(
                from: startS, to: endS, over: territory.contains,
                clearanceKm: territory.clearanceKm)
            for (satellite, stays) in stays.enumerated() {
                for stay in stays {
                    closures.add(node: satellite, fromS: stay.fromS, toS: stay.toS)
                }
            }
        }
        let computing = try Self.stations(keys.computeAt, among: stations)
        for (key, words, isOne) in [
            ("must_land_in", keys.mustLandIn, { (_: Int) in true }),
            (
                "must_compute_in", keys.mustComputeIn,
                { computing.isEmpty || computing.contains($0) }
            ),
        ] where !words.isEmpty {
            let countries = try Self.countries(words, in: borders)
            let nodes = stations.indices.filter {
                isOne($0) && isIn(countries, stations[$0].place)
            }
            stops.append(
                RouteStops(name: key, nodes: nodes.map { NodeID(constellation.count + $0) }))
        }
        note(stations)
    }

    /// The countries that a set keeps out of, on the ground or in the sky; `nil` for none.
    static func avoidedCountries(
        _ keys: JurisdictionKeys, _ files: inout InputFiles
    ) throws -> (countries: Set<Int>, borders: Borders)? {
        let words = keys.noGroundIn + keys.notOver
        guard !words.isEmpty else { return nil }
        let borders = try borders(keys, &files)
        return (try countries(words, in: borders), borders)
    }

    private static func borders(
        _ keys: JurisdictionKeys, _ files: inout InputFiles
    ) throws -> Borders {
        if let borders = try BorderSource.borders(keys.bordersFile, &files) { return borders }
        throw ScenarioError.missingKey(
            place: keys.place ?? ScenarioPlace(file: "", line: nil, path: "jurisdiction"),
            key: "borders",
            expected: "a GeoJSON file, since the data sets of the project are not here")
    }

    private mutating func note(_ stations: [GroundStation]) {
        if barredStations.count == stations.count, !stations.isEmpty {
            notes.append("no_ground_in bars every ground station, so that there are no routes")
        } else if let first = barredStations.first {
            notes.append(
                "no_ground_in bars "
                    + (barredStations.count == 1
                        ? stations[first].name
                        : "\(barredStations.count) of \(stations.count) ground stations")
                    + ": pairs that end there have no route")
        }
        for set in stops where set.nodes.isEmpty {
            notes.append("no ground station is there for \(set.name), so that there are no routes")
        }
    }

    /// From when to when satellites are followed: the window, and what routers know of before it.
    private static func span(of scenario: Scenario) -> (startS: Double, endS: Double) {
        let window = scenario.window
        let delayS = scenario.algorithm?.name == .linkState ? scenario.algorithm?.delayS ?? 0 : 0
        return (window.seconds(at: 0) - delayS - marginS, window.endS + marginS)
    }

    static func countries(
        _ words: [JurisdictionKeys.Word], in borders: Borders
    ) throws(ScenarioError) -> Set<Int> {
        var found: Set<Int> = []
        for word in words {
            guard let country = borders.index(of: word.text) else {
                let known = borders.countries.flatMap { [$0.name, $0.alpha2, $0.alpha3] }
                let hint = EditDistance.nearest(to: word.text, among: known.compactMap(\.self))
                throw .wrongValue(
                    place: word.place, found: "'\(word.text)'",
                    expected: "a country of the borders by its name or its code, such as DE"
                        + (hint.map { "; did you mean '\($0)'?" } ?? ""))
            }
            found.insert(country)
        }
        return found
    }

    private static func stations(
        _ words: [JurisdictionKeys.Word], among stations: [GroundStation]
    ) throws(ScenarioError) -> Set<Int> {
        var found: Set<Int> = []
        for word in words {
            guard let station = stations.firstIndex(where: { $0.name == word.text }) else {
                throw .wrongValue(
                    place: word.place, found: "'\(word.text)'",
                    expected: NodeNames.expected(for: word.text, among: stations))
            }
            found.insert(station)
        }
        return found
    }
}
