import LaserMesh
import Routing

/// The routes of some pairs under some samples of failures.
struct ResilienceBlock: Sendable {
    /// Round-trip times [ms], sample by sample a place for each pair; NaN where there is no route.
    let rttMs: [Double]

    /// How many satellites are down in each sample.
    let failedSatellites: [Int]

    /// How many links are down of themselves in each sample.
    let failedLinks: [Int]

    /// Finds the routes.
    ///
    /// - Parameters:
    ///   - mesh: The mesh without failures.
    ///   - linkNumbers: Those of the mesh.
    ///   - samples: Numbers of the samples.
    init(
        _ pairs: [NodePair], in mesh: Mesh, linkNumbers: [Int32], sampler: FailureSampler,
        samples: Range<Int>, rules: RoutingRules
    ) throws {
        var query = PairRoutes(pairs, rules: rules)
        var rtts: [Double] = []
        rtts.reserveCapacity(samples.count * pairs.count)
        var satellites: [Int] = []
        var links: [Int] = []
        for sample in samples {
            let failures = try sampler.failures(ofSample: sample, in: mesh)
            let left = mesh.without(failures, linkNumbers: linkNumbers)
            for route in query.routes(in: left) { rtts.append(route?.rttMs ?? .nan) }
            satellites.append(failures.isNodeDown.count { $0 })
            links.append(failures.isLinkDown.count { $0 })
        }
        rttMs = rtts
        failedSatellites = satellites
        failedLinks = links
    }
}
