import DataCenters
import LaserMesh
import Routing
import TestSupport

/// Networks of sites for tests.
enum SiteNetworks {
    /// Every two sites joined by a link of their own, all of one latency and rate.
    static func equal(_ sites: Int, latencyS: Double, gbps: Double) -> TransferTimeline {
        TransferTimeline(
            siteCount: sites,
            constant: pairs(sites).map {
                TransferRoute(
                    arcs: [TransferArc(from: Int32($0.0), to: Int32($0.1))], latencyS: latencyS)
            },
            capacities: TransferCapacities(
                satelliteCount: 0, links: LinkCapacities(fibreGbps: gbps)))
    }

    /// The pairs in the order of a timeline.
    static func pairs(_ sites: Int) -> [(Int, Int)] {
        (0..<sites).flatMap { a in ((a + 1)..<max(a + 1, sites)).map { (a, $0) } }
    }

    /// Sites on a line of links that all share, with nodes of limited rates.
    static func line(_ sites: Int, _ random: inout SeededGenerator) -> TransferTimeline {
        var nodeGbps: [Int32: Double] = [:]
        for site in 0..<sites { nodeGbps[Int32(site)] = Double.random(in: 5...50, using: &random) }
        let lengths = (0..<sites).map { _ in Double.random(in: 0.001...0.04, using: &random) }
        return TransferTimeline(
            siteCount: sites,
            constant: pairs(sites).map { a, b in
                TransferRoute(
                    arcs: [TransferArc(from: Int32(a), to: TransferArc.anyNode)]
                        + (a..<b).map { TransferArc(from: Int32($0), to: Int32($0 + 1)) }
                        + [TransferArc(from: TransferArc.anyNode, to: Int32(b))],
                    latencyS: lengths[a..<b].reduce(0, +))
            },
            capacities: TransferCapacities(
                satelliteCount: 0, links: LinkCapacities(fibreGbps: 20), nodeGbps: nodeGbps))
    }
}
