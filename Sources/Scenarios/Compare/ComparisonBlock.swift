import Orbits
import Results

/// Mesh, fibre and hybrid of all pairs at the instants of a block.
struct ComparisonBlock: Sendable {
    /// Round-trip times over the mesh alone [ms], instant by instant a place for each pair; NaN where
    /// there is no route.
    private(set) var meshRTTMs: [Double] = []

    /// Round-trip times over satellites, gateways and fibre together [ms].
    private(set) var hybridRTTMs: [Double] = []

    /// Rows of `comparison.csv`.
    private(set) var rows = RowBuffer()

    /// Rows of `errors.csv`.
    private(set) var errors = RowBuffer()

    /// Compares at some instants of the window.
    ///
    /// Between two landings a route is on the mesh alone or in fibre alone, so that the best hybrid is
    /// the best way over the ground sites with the faster of the two from site to site.
    ///
    /// - Complexity: O(instants · (sites · links + sources · sites²)).
    init(_ instants: Range<Int>, of comparison: Comparison, by solver: BlockSolver) {
        let experiment = comparison.experiment
        let count = comparison.sites.count
        solver.solve(instants, to: experiment.stationNodes)
        var meshMs = [Double](repeating: .infinity, count: count * count)
        for offset in 0..<instants.count {
            solver.stationLatenciesMs(at: offset, into: &meshMs)
            append(
                comparison, meshMs: meshMs,
                at: experiment.window.seconds(at: instants.lowerBound + offset))
        }
        for rejection in solver.meshes.rejected {
            ErrorTable.append(
                rejection.error, of: experiment.satelliteNames[rejection.satellite],
                at: experiment.window.seconds(at: rejection.instant), to: &errors)
        }
    }

    private mutating func append(_ comparison: Comparison, meshMs: [Double], at seconds: Double) {
        let count = comparison.sites.count
        let legs = zip(meshMs, comparison.fibreMs).map { min($0, $1) }
        var source: Int?
        var best: [Double] = []
        for (index, pair) in comparison.pairs.enumerated() {
            if source != pair.source {
                source = pair.source
                best = Self.shortest(from: pair.source, legs: legs, count: count)
            }
            let place = pair.source * count + pair.destination
            func rtt(_ oneWayMs: Double, _ fixedMs: Double) -> Double {
                oneWayMs < .infinity ? 2 * oneWayMs + fixedMs : .nan
            }
            let mesh = rtt(meshMs[place], 0)
            let fibre = rtt(comparison.fibreMs[place], comparison.delays.fixedMs)
            let landing = rtt(best[pair.destination], comparison.delays.fixedMs)
            // Of a number and NaN the number counts.
            let hybrid = mesh.isNaN || landing < mesh ? landing : mesh
            meshRTTMs.append(mesh)
            hybridRTTMs.append(hybrid)
            rows.row(
                seconds, comparison.sites[pair.source].name,
                comparison.sites[pair.destination].name, mesh, fibre, hybrid,
                comparison.measuredRTTMs[index])
        }
    }

    /// The shortest ways from a site to all, over a full matrix of legs.
    private static func shortest(from source: Int, legs: [Double], count: Int) -> [Double] {
        var cost = [Double](repeating: .infinity, count: count)
        var isDone = [Bool](repeating: false, count: count)
        cost[source] = 0
        legs.withUnsafeBufferPointer { legs in
            cost.withUnsafeMutableBufferPointer { cost in
                while true {
                    var next = -1
                    for site in 0..<count
                    where !isDone[site] && cost[site] < (next < 0 ? .infinity : cost[next]) {
                        next = site
                    }
                    guard next >= 0 else { return }
                    isDone[next] = true
                    for site in 0..<count {
                        cost[site] = min(cost[site], cost[next] + legs[next * count + site])
                    }
                }
            }
        }
        return cost
    }
}
