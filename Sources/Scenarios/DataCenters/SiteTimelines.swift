import DataCenters
import LaserMesh
import Orbits
import Results
import Routing

/// The routes among some sites over a scenario's window, over the mesh and over fibre.
struct SiteTimelines: Sendable {
    /// The sites.
    let sites: [Site]

    /// Over the mesh, a spell for each instant of the window.
    let mesh: TransferTimeline

    /// Over fibre, always the same; sites in orbit have no routes.
    let fibre: TransferTimeline

    /// Rows of `errors.csv`, block by block.
    let errors: [RowBuffer]

    private typealias Block = (routes: [[TransferRoute?]], errors: RowBuffer)

    /// Finds the routes.
    ///
    /// - Complexity: O(instants · (sites · links + sites² · hops)).
    init(
        _ sites: [Site], of study: DataCenterStudy, control: RunControl
    ) async throws {
        let experiment = study.experiment
        var routes: [[TransferRoute?]] = []
        var errors: [RowBuffer] = []
        let nodes = sites.map(\.node)
        let limited = Set(sites.filter { $0.keys.meshGbps < .infinity }.map(\.node.rawValue))
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 8)
        try await pipeline.run(count: experiment.window.count) {
            BlockSolver(experiment)
        } work: { solver, instants -> Block in
            Self.block(instants, nodes, limited, by: solver)
        } take: { block, instants in
            routes += block.routes
            errors.append(block.errors)
            control.progress(instants.count)
        }
        self.sites = sites
        self.errors = errors
        let window = experiment.window
        var nodeGbps: [Int32: Double] = [:]
        for site in sites { nodeGbps[site.node.rawValue] = site.keys.meshGbps }
        let capacities = TransferCapacities(
            satelliteCount: experiment.constellation.count,
            links: experiment.scenario.capacity, nodeGbps: nodeGbps)
        mesh = TransferTimeline(
            siteCount: sites.count,
            startS: routes.isEmpty
                ? [window.seconds(at: 0)] : routes.indices.map { window.seconds(at: $0) },
            endS: window.endS,
            routes: routes.isEmpty
                ? [Array(repeating: nil, count: sites.count * (sites.count - 1) / 2)] : routes,
            capacities: capacities)
        fibre = Self.fibre(sites, study)
    }

    private static func block(
        _ instants: Range<Int>, _ nodes: [NodeID], _ limited: Set<Int32>, by solver: BlockSolver
    ) -> Block {
        let experiment = solver.experiment
        solver.solve(instants, to: nodes)
        var routes = [[TransferRoute?]](repeating: [], count: instants.count)
        for a in nodes.indices {
            for b in (a + 1)..<max(a + 1, nodes.count) {
                let found = solver.forwarding.routes(
                    from: nodes[a], to: b, in: solver.meshes.batch)
                for (instant, route) in found.enumerated() {
                    routes[instant].append(route.map { Self.transfer($0, limited) })
                }
            }
        }
        var errors = RowBuffer()
        for rejection in solver.meshes.rejected {
            ErrorTable.append(
                rejection.error, of: experiment.satelliteNames[rejection.satellite],
                at: experiment.window.seconds(at: rejection.instant), to: &errors)
        }
        return (routes, errors)
    }

    private static func transfer(_ route: Route, _ limited: Set<Int32>) -> TransferRoute {
        var arcs: [TransferArc] = []
        arcs.reserveCapacity(route.hops + 2)
        if let first = route.nodes.first?.rawValue, limited.contains(first) {
            arcs.append(TransferArc(from: first, to: TransferArc.anyNode))
        }
        for (one, other) in zip(route.nodes, route.nodes.dropFirst()) {
            arcs.append(TransferArc(from: one.rawValue, to: other.rawValue))
        }
        if let last = route.nodes.last?.rawValue, limited.contains(last) {
            arcs.append(TransferArc(from: TransferArc.anyNode, to: last))
        }
        return TransferRoute(arcs: arcs, latencyS: route.latencyS)
    }

    private static func fibre(_ sites: [Site], _ study: DataCenterStudy) -> TransferTimeline {
        var nodeGbps: [Int32: Double] = [:]
        for site in sites { nodeGbps[site.node.rawValue] = site.keys.fibreGbps }
        var routes: [TransferRoute?] = []
        for a in sites.indices {
            let paths = sites[a].station.map { study.network.paths(from: $0, delays: study.delays) }
            for b in (a + 1)..<max(a + 1, sites.count) {
                let path = sites[b].station.flatMap { paths?[$0] }
                let (from, to) = (sites[a].node.rawValue, sites[b].node.rawValue)
                routes.append(
                    path.map {
                        TransferRoute(
                            arcs: [
                                TransferArc(from: from, to: TransferArc.anyNode),
                                TransferArc(from: from, to: to),
                                TransferArc(from: TransferArc.anyNode, to: to),
                            ], latencyS: ($0.delayMs + study.delays.fixedMs / 2) / 1_000)
                    })
            }
        }
        return TransferTimeline(
            siteCount: sites.count, constant: routes,
            capacities: TransferCapacities(
                satelliteCount: study.experiment.constellation.count,
                links: LinkCapacities(), nodeGbps: nodeGbps))
    }
}

extension TransferTimeline {
    /// The same routes under other capacities, and up to an end.
    func replacing(
        laserGbps: Double? = nil, radioGbps: Double? = nil
    ) -> TransferTimeline {
        var other = capacities
        if let laserGbps { other.links.laserGbps = laserGbps }
        if let radioGbps { other.links.radioGbps = radioGbps }
        return replacing(capacities: other)
    }

    /// The name of what an arc is.
    func name(of arc: TransferArc, _ experiment: Experiment) -> String {
        func label(_ node: Int32) -> String {
            node == TransferArc.anyNode
                ? "*" : NodeLabel.text(experiment.name(of: NodeID(rawValue: node)))
        }
        return label(arc.from) + " " + label(arc.to)
    }
}
