import DataCenters
import LaserMesh
import Orbits
import Results
import Routing
import Terrestrial

/// The data centres of a scenario, with its mesh and the fibre on the ground.
///
/// Immutable and shared by all threads.
public struct DataCenterStudy: Sendable {
    /// The scenario; stations of sites follow the ground stations that it had before.
    public let experiment: Experiment

    /// How many of the ground stations are users.
    let userCount: Int

    /// The sites that may compute, group by group.
    let sites: [Site]

    /// The sites that are in none of the countries that `must_compute_in` names; those in orbit are in no
    /// country.
    let barredSites: [Site]

    /// The ground stations with their countries.
    let ground: [FibreSite]

    /// The fibre between them.
    let network: FibreNetwork

    /// How light goes through it.
    let delays: FibreDelays

    /// Opens the sites of a scenario.
    ///
    /// - Throws: ``ScenarioError`` for a scenario without sites, or with names that it does not have; and
    ///   errors of the files that it names.
    public init(_ base: Experiment) throws {
        let scenario = base.scenario
        let groups = scenario.dataCenters.sites
        guard !groups.isEmpty else {
            throw ScenarioError.missingKey(
                place: ScenarioPlace(file: scenario.file, line: nil, path: ""), key: "sites",
                expected: "a list of data centres such as { kind: region, places: { file } }")
        }
        var files = InputFiles(beside: scenario.file)
        userCount = base.stations.count
        let added = try SiteSource.places(of: groups, base, &files)
        let experiment = try Self.experiment(base, with: added.flatMap { $0 })
        let borders = try BorderSource.borders(
            scenario.compare.bordersFile ?? scenario.jurisdiction.bordersFile, &files)
        ground = experiment.stations.map { station in
            let country = borders?.country(near: station.place, withinKm: BorderSource.coastKm)
            return FibreSite(
                name: station.name,
                country: country.flatMap { borders?.countries[$0].alpha2 } ?? "",
                place: station.place)
        }
        let all = try SiteSource.sites(
            of: groups, added: added, users: userCount, experiment,
            countries: ground.map(\.country))
        let allowed = try Self.countries(scenario, borders)
        func mayCompute(_ site: Site) -> Bool { allowed?.contains(site.country) ?? true }
        sites = all.filter(mayCompute)
        barredSites = all.filter { !mayCompute($0) }
        network = FibreNetwork(
            sites: ground, cables: try Comparison.cables(scenario.compare, &files),
            on: scenario.ground.earth.ellipsoid)
        delays = Comparison.delays(of: scenario)
        var whole = experiment
        whole.add(inputs: base.inputs + files.read)
        self.experiment = whole
    }

    /// The codes of the countries in which sites may compute; `nil` for all.
    private static func countries(
        _ scenario: Scenario, _ borders: Borders?
    ) throws(ScenarioError) -> Set<String>? {
        let keys = scenario.jurisdiction
        if let word = keys.mustLandIn.first ?? keys.computeAt.first {
            throw .wrongValue(
                place: word.place, found: "'\(word.text)'",
                expected: "must_compute_in alone beside 'sites', which are what computes")
        }
        guard let first = keys.mustComputeIn.first else { return nil }
        guard let borders else {
            throw .missingKey(
                place: keys.place ?? first.place, key: "borders",
                expected: "a GeoJSON file, since the data sets of the project are not here")
        }
        var codes: Set<String> = []
        for country in try Jurisdiction.countries(keys.mustComputeIn, in: borders) {
            if let code = borders.countries[country].alpha2 { codes.insert(code) }
        }
        return codes
    }

    /// The scenario with more stations.
    private static func experiment(
        _ base: Experiment, with added: [GroundStation]
    ) throws -> Experiment {
        guard !added.isEmpty else { return base }
        var scenario = base.scenario
        let place = ScenarioPlace(file: scenario.file, line: nil, path: "sites")
        scenario.ground.stations = .listed((base.stations + added).map { ($0, place) })
        return try Experiment(scenario)
    }

    /// The sites of some names that may compute, in their order; without names all regions, or all where
    /// there are none.
    func sites(named names: [String]?, at place: ScenarioPlace) throws(ScenarioError) -> [Site] {
        guard let names else {
            let regions = sites.filter { $0.keys.kind == .region }
            return regions.isEmpty ? sites : regions
        }
        var chosen: [Site] = []
        for name in names {
            guard let site = (sites + barredSites).first(where: { $0.name == name }) else {
                let nearest = EditDistance.nearest(
                    to: name, among: (sites + barredSites).map(\.name))
                throw .wrongValue(
                    place: place, found: "'\(name)'",
                    expected: "the name of a site"
                        + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
            }
            guard !chosen.contains(where: { $0.name == name }) else {
                throw .wrongValue(
                    place: place, found: "'\(name)' twice", expected: "each site once")
            }
            chosen.append(site)
        }
        let barred = Set(barredSites.map(\.node))
        return chosen.filter { !barred.contains($0.node) }
    }
}
