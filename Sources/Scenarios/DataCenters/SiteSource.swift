import LaserMesh
import Orbits
import Results

/// The sites of a scenario: places from tables, ground stations, and satellites.
enum SiteSource {
    /// The places that each group adds to the ground stations.
    static func places(
        of groups: [SiteKeys], _ base: Experiment, _ files: inout InputFiles
    ) throws -> [[GroundStation]] {
        var taken = Set(base.stations.map { NodeLabel.text($0.name) })
        return try groups.map { group in
            guard case .places(let stations, let only) = group.source else { return [] }
            var places = try StationSource.placed(
                stations, satelliteNames: base.satelliteNames, &files)
            if let only {
                places = try only.map { name in
                    guard let place = places.first(where: { $0.name == name }) else {
                        throw unknown(name, among: places.map(\.name), "a place", at: group.place)
                    }
                    return place
                }
            }
            for index in places.indices where places[index].population == nil {
                // Nobody lives at a data centre: traffic by gravity leaves it out.
                places[index].population = 0
            }
            for place in places {
                guard taken.insert(NodeLabel.text(place.name)).inserted else {
                    throw ScenarioError.wrongValue(
                        place: group.place, found: "a second node '\(place.name)'",
                        expected: "a name of its own for each; a ground station that is a site "
                            + "stands under 'stations'")
                }
            }
            return places
        }
    }

    /// The sites of all groups.
    ///
    /// - Parameters:
    ///   - added: The places that each group adds to the ground stations, which follow the users.
    ///   - users: How many ground stations stand before these.
    ///   - experiment: The scenario with them.
    ///   - countries: The codes of the countries of its stations.
    static func sites(
        of groups: [SiteKeys], added: [[GroundStation]], users: Int, _ experiment: Experiment,
        countries: [String]
    ) throws -> [Site] {
        var sites: [Site] = []
        var next = users
        let satellites = experiment.constellation.count
        func add(station: Int, _ group: SiteKeys) {
            sites.append(
                Site(
                    name: experiment.stations[station].name, keys: group,
                    node: NodeID(satellites + station), station: station,
                    country: countries[station]))
        }
        func add(satellite: Int, _ group: SiteKeys) {
            sites.append(
                Site(
                    name: experiment.satelliteNames[satellite], keys: group,
                    node: NodeID(satellite), station: nil, country: ""))
        }
        for (group, places) in zip(groups, added) {
            switch group.source {
            case .places:
                for station in next..<next + places.count { add(station: station, group) }
                next += places.count
            case .stations(let names):
                let stations = experiment.stations[..<users].map(\.name)
                for station in try indices(of: names, in: stations, "a ground station", group) {
                    add(station: station, group)
                }
            case .satellites(let names):
                for satellite in try indices(
                    of: names, in: experiment.satelliteNames, "a satellite", group)
                { add(satellite: satellite, group) }
            case .everySatellite(let step):
                for satellite in stride(from: 0, to: satellites, by: step) {
                    add(satellite: satellite, group)
                }
            }
        }
        var seen: Set<NodeID> = []
        for site in sites where !seen.insert(site.node).inserted {
            throw ScenarioError.wrongValue(
                place: site.keys.place, found: "'\(site.name)', which another group has",
                expected: "each site in one group")
        }
        guard !sites.isEmpty else {
            throw ScenarioError.wrongValue(
                place: groups[0].place, found: "no site", expected: "one site at least")
        }
        return sites
    }

    private static func indices(
        of names: [String]?, in all: [String], _ what: String, _ group: SiteKeys
    ) throws -> [Int] {
        guard let names else { return Array(all.indices) }
        var index: [String: Int] = [:]
        for (place, name) in all.enumerated() { index[name] = place }
        return try names.map { name in
            guard let place = index[name] else {
                throw unknown(name, among: all, what, at: group.place)
            }
            return place
        }
    }

    private static func unknown(
        _ name: String, among names: [String], _ what: String, at place: ScenarioPlace
    ) -> ScenarioError {
        let nearest = EditDistance.nearest(to: name, among: names)
        return .wrongValue(
            place: place, found: "'\(name)'",
            expected: "the name of \(what)" + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
    }
}
