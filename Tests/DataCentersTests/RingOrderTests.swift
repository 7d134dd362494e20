import DataCenters
import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct RingOrderTests {
    /// Places on a line, in shuffled order: the shortest step is between neighbours or every second one.
    private func shuffled(_ sites: Int, _ random: inout SeededGenerator) -> TransferTimeline {
        let places = (0..<sites).map { _ in Double.random(in: 0...0.1, using: &random) }
        return TransferTimeline(
            siteCount: sites,
            constant: SiteNetworks.pairs(sites).map { a, b in
                TransferRoute(
                    arcs: [
                        TransferArc(from: Int32(a), to: TransferArc.anyNode),
                        TransferArc(from: TransferArc.anyNode, to: Int32(b)),
                    ], latencyS: abs(places[a] - places[b]))
            },
            capacities: TransferCapacities(
                satelliteCount: 0,
                nodeGbps: Dictionary(
                    uniqueKeysWithValues: (0..<sites).map { (Int32($0), 10.0) })))
    }

    private func step(_ order: [Int], _ timeline: TransferTimeline, _ bytes: Double) -> Double {
        order.indices.map { rank in
            let route = timeline.route(
                from: order[rank], to: order[(rank + 1) % order.count], inSpell: 0)
            return (route?.latencyS ?? .infinity) + 8 * bytes / 10e9
        }.max() ?? 0
    }

    @Test func `no order of few sites has a shorter step`() {
        var random = SeededGenerator(seed: 1)
        for sites in 3...7 {
            let timeline = shuffled(sites, &random)
            let found = RingOrder(in: timeline, spell: 0, bytes: 1e8)
            #expect(found.isProven && found.order.sorted() == Array(0..<sites))
            #expect(abs(found.stepS - step(found.order, timeline, 1e8)) < 1e-12)
            for _ in 0..<2_000 {
                let other = [0] + (1..<sites).shuffled(using: &random)
                #expect(step(other, timeline, 1e8) >= found.stepS - 1e-12)
            }
        }
    }

    @Test func `many sites get a better order than chance, and say that nothing is proven`() {
        var random = SeededGenerator(seed: 2)
        let timeline = shuffled(14, &random)
        let found = RingOrder(in: timeline, spell: 0, bytes: 1e8)
        #expect(!found.isProven && found.order.sorted() == Array(0..<14))
        for _ in 0..<2_000 {
            let other = [0] + (1..<14).shuffled(using: &random)
            #expect(step(other, timeline, 1e8) >= found.stepS - 1e-12)
        }
    }
}
