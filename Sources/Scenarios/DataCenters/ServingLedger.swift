import DataCenters
import LaserMesh
import Orbits
import Results
import Routing

/// Which site answers each user at each instant, and how far away it is, for each kind of sites and each
/// network that leads there.
struct ServingLedger: Sendable {
    /// A kind of sites over a network.
    struct Service: Sendable {
        var kind: SiteKeys.Kind
        /// `mesh` or `fibre`.
        var network: String
        /// The sites by their places in the study.
        var sites: [Int]
        /// Round-trip times, instant by instant a place for each user [ms]; infinite where there is no way.
        var rttMs: [Double] = []
        /// The nearest site by its place in ``sites``; -1 where there is none.
        var nearest: [Int32] = []
    }

    /// The services.
    private(set) var services: [Service]

    /// How many users there are.
    let userCount: Int

    /// Weight of each user: the people who live there, 1 where that is not known.
    let weights: [Double]

    /// Rows of `errors.csv`, block by block.
    private(set) var errors: [RowBuffer] = []

    /// What each user sees of the sites in orbit; empty where there are none.
    private(set) var sight: [UserSight] = []

    private typealias Block = (
        rttMs: [[Double]], nearest: [[Int32]], sight: [UserSight], errors: RowBuffer
    )

    /// Finds the nearest sites at all instants.
    ///
    /// - Throws: ``ScenarioError`` for a scenario without users.
    init(_ study: DataCenterStudy, control: RunControl) async throws {
        let experiment = study.experiment
        guard study.userCount > 0 else {
            throw ScenarioError.missingKey(
                place: ScenarioPlace(file: experiment.scenario.file, line: nil, path: "ground"),
                key: "stations", expected: "users, such as { file: cities.csv }")
        }
        userCount = study.userCount
        weights = experiment.stations[..<study.userCount].map { $0.population ?? 1 }
        var services: [Service] = []
        for kind in [SiteKeys.Kind.orbit, .edge, .region] {
            let sites = study.sites.indices.filter { study.sites[$0].keys.kind == kind }
            guard !sites.isEmpty else { continue }
            services.append(Service(kind: kind, network: "mesh", sites: sites))
            if kind != .orbit {
                services.append(Service(kind: kind, network: "fibre", sites: sites))
            }
        }
        let fibre = services.map { service in
            service.network == "fibre" ? Self.fibre(service, study) : ([], [])
        }
        let (planned, count) = (services, study.userCount)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 8)
        var errors: [RowBuffer] = []
        var sight: [UserSight] = []
        try await pipeline.run(count: experiment.window.count) {
            BlockSolver(experiment)
        } work: { solver, instants -> Block in
            Self.block(instants, planned, fibre, count, study, by: solver)
        } take: { block, instants in
            for place in services.indices {
                services[place].rttMs += block.rttMs[place]
                services[place].nearest += block.nearest[place]
            }
            if sight.isEmpty {
                sight = block.sight
            } else {
                for (user, more) in block.sight.enumerated() { sight[user].add(more) }
            }
            errors.append(block.errors)
            control.progress(instants.count)
        }
        self.services = services
        self.sight = sight
        self.errors = errors
    }

    /// The nearest site of each user by fibre.
    private static func fibre(
        _ service: Service, _ study: DataCenterStudy
    ) -> ([Double], [Int32]) {
        var rtt = [Double](repeating: .infinity, count: study.userCount)
        var nearest = [Int32](repeating: -1, count: study.userCount)
        for (place, site) in service.sites.enumerated() {
            guard let station = study.sites[site].station else { continue }
            let paths = study.network.paths(from: station, delays: study.delays)
            for user in rtt.indices {
                guard let path = paths[user] else { continue }
                let ms = 2 * path.delayMs + study.delays.fixedMs
                if ms < rtt[user] {
                    rtt[user] = ms
                    nearest[user] = Int32(truncatingIfNeeded: place)
                }
            }
        }
        return (rtt, nearest)
    }

    private static func block(
        _ instants: Range<Int>, _ services: [Service], _ fibre: [([Double], [Int32])],
        _ users: Int, _ study: DataCenterStudy, by solver: BlockSolver
    ) -> Block {
        let experiment = study.experiment
        var rtt = [[Double]](repeating: [], count: services.count)
        var nearest = [[Int32]](repeating: [], count: services.count)
        var sight: [UserSight] = []
        let onGround = services.indices.filter {
            services[$0].network == "mesh" && services[$0].kind != .orbit
        }
        let destinations = onGround.flatMap { services[$0].sites.map { study.sites[$0].node } }
        solver.solve(instants, to: destinations)
        let state = solver.forwarding
        let first = experiment.constellation.count
        var offset = 0
        for service in onGround {
            let count = services[service].sites.count
            for instant in 0..<instants.count {
                for user in 0..<users {
                    var (best, place) = (Double.infinity, -1)
                    for site in 0..<count {
                        let cost =
                            destinations[offset + site].index == first + user
                            ? 0
                            : state.costKm(
                                from: NodeID(first + user), to: offset + site, at: instant)
                        if cost < best { (best, place) = (cost, site) }
                    }
                    rtt[service].append(2_000 * best / Physics.speedOfLightKmPerS)
                    nearest[service].append(Int32(truncatingIfNeeded: place))
                }
            }
            offset += count
        }
        for service in services.indices where services[service].kind == .orbit {
            var reach = SiteReach(
                services[service].sites.map { study.sites[$0].node },
                rules: experiment.scenario.routing)
            sight = [UserSight](repeating: UserSight(), count: users)
            var isSite = [Bool](repeating: false, count: first)
            for site in services[service].sites { isSite[study.sites[site].node.index] = true }
            for instant in instants {
                let mesh = experiment.mesh(atSeconds: experiment.window.seconds(at: instant)).mesh
                for user in sight.indices {
                    sight[user].add(mesh, of: mesh.station(user), isSite: isSite)
                }
                for answer in reach.nearest(in: mesh, stations: 0..<users) {
                    rtt[service].append(2 * answer.latencyMs)
                    nearest[service].append(Int32(truncatingIfNeeded: answer.site ?? -1))
                }
            }
        }
        for service in services.indices where services[service].network == "fibre" {
            for _ in instants {
                rtt[service] += fibre[service].0
                nearest[service] += fibre[service].1
            }
        }
        var errors = RowBuffer()
        for rejection in solver.meshes.rejected {
            ErrorTable.append(
                rejection.error, of: experiment.satelliteNames[rejection.satellite],
                at: experiment.window.seconds(at: rejection.instant), to: &errors)
        }
        return (rtt, nearest, sight, errors)
    }
}
