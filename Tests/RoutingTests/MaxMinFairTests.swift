import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct MaxMinFairTests {
    /// Three demands over a line of two links, the textbook's example: the long one and one of the
    /// short ones share the narrow link, the other takes what is left of the wide one.
    @Test func `the parking lot`() {
        let mesh = Mesh(
            satelliteCount: 3, nodeCount: 3,
            links: [
                Link(NodeID(0), NodeID(1), kind: .laser, lengthKm: 1),
                Link(NodeID(1), NodeID(2), kind: .laser, lengthKm: 1),
            ])
        let narrow = mesh.row(of: NodeID(0)).lowerBound
        var capacities = [Double](repeating: 10, count: 4)
        capacities[narrow] = 4
        let network = FlowNetwork(mesh, capacityGbps: capacities)
        func demand(_ a: Int, _ b: Int, _ gbps: Double) -> Demand {
            Demand(NodePair(source: NodeID(a), destination: NodeID(b)), gbps: gbps)
        }
        let traffic = TrafficMatrix([demand(0, 2, 99), demand(0, 1, 99), demand(1, 2, 99)])
        let routes = FlowRoutes(1, of: traffic, in: network, rules: RoutingRules())
        let result = MaxMinFair().allocation(of: traffic, over: routes, in: network)
        #expect(result.flows.map(\.rateGbps) == [2, 2, 8])
        #expect(result.flows[0].bottleneck == Int32(narrow))
        #expect(result.flows[1].bottleneck == Int32(narrow))
        #expect(result.flows[2].bottleneck == network.arcs(of: [NodeID(1), NodeID(2)])[0])
        // Against the direction of the others nothing is taken away.
        let back = TrafficMatrix(traffic.demands + [demand(2, 0, 7)])
        let both = MaxMinFair().allocation(
            of: back, over: FlowRoutes(1, of: back, in: network, rules: RoutingRules()),
            in: network)
        #expect(both.flows.map(\.rateGbps) == [2, 2, 8, 7])
        #expect(both.flows[3].bottleneck == nil)
        let spots = both.hotSpots(2, in: network)
        #expect(spots.map(\.utilisation) == [1, 1])
        #expect(spots.map(\.demands) == [2, 2])
        #expect(both.carriedGbps == 19 && both.demandGbps == 304)
    }

    @Test func `a demand out of reach says so`() {
        let mesh = Mesh(
            satelliteCount: 3, nodeCount: 3,
            links: [Link(NodeID(0), NodeID(1), kind: .laser, lengthKm: 1)])
        let network = FlowNetwork(mesh, capacities: LinkCapacities())
        let traffic = TrafficMatrix([
            Demand(NodePair(source: NodeID(0), destination: NodeID(2)), gbps: 3),
            Demand(NodePair(source: NodeID(0), destination: NodeID(1)), gbps: 3),
        ])
        let result = MaxMinFair().allocation(
            of: traffic, over: FlowRoutes(1, of: traffic, in: network, rules: RoutingRules()),
            in: network)
        #expect(result.flows.map(\.isReachable) == [false, true])
        #expect(result.flows.map(\.rateGbps) == [0, 3])
    }

    /// Bertsekas and Gallager, section 6.5.2: rates are max-min fair exactly if each demand that is not
    /// carried whole crosses a full arc on which no rate is greater.
    @Test(arguments: 0..<150)
    func `single routes have the certificate of fairness`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(4_000 + seed))
        let satellites = Int.random(in: 3...16, using: &random)
        let sample = FlowCase.tangle(
            satellites: satellites, stations: 4, links: satellites * 3,
            demands: Int.random(in: 1...25, using: &random), &random)
        let routes = FlowRoutes(
            1, of: sample.traffic, in: sample.network, rules: RoutingRules())
        let result = MaxMinFair().allocation(
            of: sample.traffic, over: routes, in: sample.network)
        #expect(sample.faults(result.flows) == 0)
        var greatest = [Double](repeating: 0, count: sample.network.arcCount)
        for flow in result.flows {
            for arc in flow.routes.flatMap(\.arcs) {
                greatest[Int(arc)] = max(greatest[Int(arc)], flow.rateGbps)
            }
        }
        for flow in result.flows where flow.isReachable {
            guard let bottleneck = flow.bottleneck else {
                #expect(abs(flow.rateGbps - flow.demand.gbps) <= 1e-12 * flow.demand.gbps)
                continue
            }
            let arc = Int(bottleneck)
            let capacity = sample.network.capacityGbps[arc]
            #expect(abs(result.loadGbps[arc] - capacity) <= 1e-9 * capacity)
            #expect(flow.rateGbps >= greatest[arc] * (1 - 1e-9))
            #expect(flow.rateGbps <= flow.demand.gbps)
        }
    }

    /// Two demands that share an arc, of which one has a way around it: that one moves away, and both
    /// get the whole capacity.
    @Test func `a demand makes room for another`() {
        let mesh = Mesh(
            satelliteCount: 4, nodeCount: 4,
            links: [(0, 1), (1, 2), (0, 3), (2, 3)].map {
                Link(NodeID($0.0), NodeID($0.1), kind: .laser, lengthKm: 1)
            })
        let network = FlowNetwork(mesh, capacities: LinkCapacities(laserGbps: 10))
        func arcs(_ nodes: Int...) -> [Int32] { network.arcs(of: nodes.map { NodeID($0) }) }
        let traffic = TrafficMatrix(
            [(0, 2), (0, 1)].map {
                Demand(NodePair(source: NodeID($0.0), destination: NodeID($0.1)), gbps: 99)
            })
        let routes = FlowRoutes([[arcs(0, 1, 2), arcs(0, 3, 2)], [arcs(0, 1)]])
        let result = MaxMinFair().allocation(of: traffic, over: routes, in: network)
        #expect(result.flows.map(\.rateGbps) == [10, 10])
        #expect(result.flows[0].routes == [RouteFlow(arcs: arcs(0, 3, 2), gbps: 10)])
    }

    private func sortedRates(_ allocation: FlowAllocation) -> [Double] {
        allocation.flows.map(\.rateGbps).sorted()
    }

    @Test(arguments: 0..<60)
    func `over several routes nothing more fits on any of them`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(5_000 + seed))
        let satellites = Int.random(in: 4...12, using: &random)
        let sample = FlowCase.tangle(
            satellites: satellites, stations: 3, links: satellites * 3, demands: 12, &random)
        let single = MaxMinFair().allocation(
            of: sample.traffic,
            over: FlowRoutes(1, of: sample.traffic, in: sample.network, rules: RoutingRules()),
            in: sample.network)
        let routes = FlowRoutes(
            3, of: sample.traffic, in: sample.network, rules: RoutingRules())
        let result = MaxMinFair().allocation(
            of: sample.traffic, over: routes, in: sample.network)
        #expect(sample.faults(result.flows) == 0)
        for (flow, ways) in zip(result.flows, routes.ofDemand) {
            #expect(flow.rateGbps <= flow.demand.gbps * (1 + 1e-12))
            guard flow.rateGbps < flow.demand.gbps * (1 - 1e-9) else { continue }
            for way in ways {
                let fullest = way.contains {
                    let capacity = sample.network.capacityGbps[Int($0)]
                    return result.loadGbps[Int($0)] >= capacity * (1 - 1e-9)
                }
                #expect(fullest)
            }
        }
        // More ways to split can only raise the least rate, then the next.
        for (before, after) in zip(sortedRates(single), sortedRates(result))
        where abs(before - after) > 1e-9 {
            #expect(after > before)
            break
        }
    }
}
