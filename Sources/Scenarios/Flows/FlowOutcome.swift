import LaserMesh
import Orbits
import Routing

/// The flows of a scenario at an instant, and how good they are.
struct FlowOutcome: Sendable {
    /// The network at that instant.
    let network: FlowNetwork

    /// What becomes of each demand, or of each pair for `max-flow`.
    var flows: [DemandFlow]

    /// What the objective came to, in its own unit; NaN where it has no meaning.
    var value: Double

    /// A bound of what it could be; the value itself where that is exact, NaN where none is known.
    var bound: Double

    /// Rounds or phases that were done.
    var rounds: Int

    /// Why they ended.
    var ending: String

    /// The minimum cut of each pair, of `max-flow`.
    var cuts: [[Int32]] = []

    /// Satellites without a position, with their codes.
    let rejected: [(Int, SGP4Error)]

    /// How far value and bound are apart: the greater over the smaller, less 1; NaN without a bound.
    var gap: Double {
        if value == bound { return 0 }
        // The greater of a number and NaN may be either.
        if value.isNaN || bound.isNaN { return .nan }
        return max(value, bound) / min(value, bound) - 1
    }

    /// Finds the flows at an instant [s since the epoch].
    ///
    /// - Parameters:
    ///   - traffic: The demands; of `max-flow` only their pairs count.
    init(_ experiment: Experiment, traffic: TrafficMatrix, atSeconds seconds: Double) {
        let scenario = experiment.scenario
        let (mesh, rejected) = experiment.mesh(atSeconds: seconds)
        self.rejected = rejected
        network = FlowNetwork(
            mesh, capacities: scenario.capacity,
            allowsGroundRelay: scenario.routing.allowsGroundRelay)
        flows = []
        value = .nan
        bound = .nan
        rounds = 1
        ending = "exact"
        switch scenario.flows.objective {
        case .maxMinFair: fillFairly(traffic, scenario)
        case .congestionAware: routeByLoad(traffic, scenario)
        case .minMaxUtilisation, .maxConcurrentFlow: solveTogether(traffic, scenario)
        case .maxFlow: solveAlone(traffic)
        }
    }

    private mutating func fillFairly(_ traffic: TrafficMatrix, _ scenario: Scenario) {
        let routes = FlowRoutes(
            scenario.flows.routes, scenario.flows.choice, of: traffic, in: network,
            rules: scenario.routing)
        flows = MaxMinFair().allocation(of: traffic, over: routes, in: network).flows
        value = leastRateGbps
        bound = value
    }

    private mutating func routeByLoad(_ traffic: TrafficMatrix, _ scenario: Scenario) {
        let result = CongestionAwareRoutes(mostRounds: scenario.flows.rounds).solve(
            traffic, in: network, rules: scenario.routing)
        flows = MaxMinFair().allocation(of: traffic, over: result.routes, in: network).flows
        value = result.costs.last ?? .nan
        rounds = result.rounds
        ending = result.ending.rawValue
    }

    private mutating func solveTogether(_ traffic: TrafficMatrix, _ scenario: Scenario) {
        let result = ConcurrentFlow(gap: scenario.flows.gap).solve(traffic, in: network)
        rounds = result.phases
        ending = result.gap <= scenario.flows.gap ? "gap-reached" : "phase-limit"
        let scale: Double
        if scenario.flows.objective == .maxConcurrentFlow {
            (value, bound) = (result.factor, result.factorBound)
            scale = result.factor < .infinity ? result.factor : 1
        } else {
            (value, bound) = (result.maxUtilisation, result.maxUtilisationBound)
            // What does not fit is cut by the same factor for all.
            scale = min(1, result.factor)
        }
        flows = result.flows.map { flow in
            var flow = flow
            for place in flow.routes.indices { flow.routes[place].gbps *= scale }
            return flow
        }
    }

    private mutating func solveAlone(_ traffic: TrafficMatrix) {
        var query = MaxFlow()
        for demand in traffic.demands {
            let result = query.flow(
                in: network, from: demand.pair.source, to: demand.pair.destination)
            flows.append(
                DemandFlow(demand, routes: result.routes, isReachable: result.gbps > 0))
            cuts.append(result.cut)
        }
        value = leastRateGbps
        bound = value
    }

    /// The least rate of a demand above zero that has a route [Gbps]; NaN where there is none.
    private var leastRateGbps: Double {
        flows.filter { $0.isReachable && ($0.demand.gbps > 0) }.map(\.rateGbps).min() ?? .nan
    }
}
