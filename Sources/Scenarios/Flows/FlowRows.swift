import LaserMesh
import Orbits
import Results
import Routing

/// The rows of the flows at instants, table by table.
struct FlowRows: Sendable {
    var flows = RowBuffer()
    var routes = RowBuffer()
    var unmet = RowBuffer()
    var utilisation = RowBuffer()
    var hotSpots = RowBuffer()
    var cuts = RowBuffer()
    var summary = RowBuffer()
    var places = RowBuffer()
    var errors = RowBuffer()

    /// A rate that falls short by less than this part of the demand is rounding.
    private static let tolerance = 1e-9

    /// Appends the flows at an instant [s since the epoch].
    mutating func take(
        _ outcome: FlowOutcome, of experiment: Experiment, atSeconds seconds: Double
    ) {
        let objective = experiment.scenario.flows.objective
        let isAlone = objective == .maxFlow
        let network = outcome.network
        var (unreachable, short) = (0, 0)
        for (index, flow) in outcome.flows.enumerated() {
            let source = experiment.name(of: flow.demand.pair.source)
            let destination = experiment.name(of: flow.demand.pair.destination)
            let demand = isAlone ? Double.nan : flow.demand.gbps
            flows.row(seconds, source, destination, demand, flow.rateGbps, flow.routes.count)
            for route in flow.routes {
                let nodes = network.nodes(of: route.arcs).map {
                    NodeLabel.text(experiment.name(of: $0))
                }
                routes.row(
                    seconds, source, destination, route.gbps, nodes.joined(separator: " "))
            }
            if !flow.isReachable { unreachable += 1 }
            if isAlone {
                for arc in outcome.cuts[index] {
                    let (a, b) = Self.ends(of: arc, network, experiment)
                    cuts.row(
                        seconds, source, destination, a, b, network.capacityGbps[Int(arc)])
                }
            }
            guard !flow.isReachable || flow.rateGbps < demand * (1 - Self.tolerance) else {
                continue
            }
            short += 1
            let ends = flow.bottleneck.map { Self.ends(of: $0, network, experiment) }
            let reason =
                !flow.isReachable ? "no-route" : ends == nil ? "shared-scale" : "full-link"
            unmet.row(
                seconds, source, destination, demand, flow.rateGbps, reason, ends?.0, ends?.1)
        }
        // Flows of pairs that are each alone do not add up.
        let shared = isAlone && outcome.flows.count != 1 ? [] : outcome.flows
        let allocation = FlowAllocation(shared, in: network)
        if !isAlone || shared.count == 1 {
            appendLoads(of: allocation, network, experiment, seconds)
        }
        summary.row(
            seconds, objective.rawValue, outcome.flows.count, unreachable, short,
            isAlone ? .nan : allocation.demandGbps, isAlone ? .nan : allocation.carriedGbps,
            outcome.value, outcome.bound, outcome.gap, allocation.maxUtilisation(in: network),
            outcome.rounds, outcome.ending)
        for (satellite, error) in outcome.rejected {
            ErrorTable.append(
                error, of: experiment.satelliteNames[satellite], at: seconds, to: &errors)
        }
    }

    /// Empties the tables that no sweep keeps, and that of the demands if it is not kept.
    mutating func removeUnkept(keepsFlows: Bool) {
        if !keepsFlows { flows.removeAll() }
        routes.removeAll()
        unmet.removeAll()
        utilisation.removeAll()
        places.removeAll()
        hotSpots.removeAll()
        cuts.removeAll()
        errors.removeAll()
    }

    private mutating func appendLoads(
        of allocation: FlowAllocation, _ network: FlowNetwork, _ experiment: Experiment,
        _ seconds: Double
    ) {
        for arc in 0..<network.arcCount {
            let (a, b) = Self.ends(of: Int32(truncatingIfNeeded: arc), network, experiment)
            utilisation.row(
                seconds, a, b, allocation.loadGbps[arc], network.capacityGbps[arc])
        }
        appendPlaces(network.mesh, experiment, seconds)
        let spots = allocation.hotSpots(experiment.scenario.flows.hotSpots, in: network)
        for (rank, spot) in spots.enumerated() {
            let (a, b) = Self.ends(of: spot.arc, network, experiment)
            hotSpots.row(
                seconds, rank + 1, a, b, network.mesh.kind[Int(spot.arc)].description,
                spot.utilisation, spot.loadGbps, spot.capacityGbps, spot.demands)
        }
    }

    /// Where the ends of the links stand.
    private mutating func appendPlaces(
        _ mesh: Mesh, _ experiment: Experiment, _ seconds: Double
    ) {
        guard let positions = mesh.positions else { return }
        let ellipsoid = experiment.scenario.ground.earth.ellipsoid
        for index in 0..<mesh.nodeCount where mesh.degree(of: NodeID(index)) > 0 {
            let place = ellipsoid.geodetic(of: ITRFPosition(km: positions[index]))
            places.row(
                seconds, experiment.name(of: NodeID(index)),
                index < mesh.satelliteCount ? "satellite" : "station", place.latitudeDeg,
                place.longitudeDeg)
        }
    }

    private static func ends(
        of arc: Int32, _ network: FlowNetwork, _ experiment: Experiment
    ) -> (String, String) {
        (
            experiment.name(of: NodeID(rawValue: network.tail[Int(arc)])),
            experiment.name(of: NodeID(rawValue: network.mesh.neighbour[Int(arc)]))
        )
    }
}
