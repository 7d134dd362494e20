import LaserMesh
import Routing

/// A way in which Hypatia forwards packets: who may relay, and to whom a station speaks.
///
/// - Note: S. Kassing et al., "Exploring the 'Internet from space' with Hypatia", IMC 2020,
///   DOI 10.1145/3419394.3423635.
public enum HypatiaAlgorithm: String, CaseIterable, Sendable {
    /// Over lasers; a station speaks to any satellite that it sees, over one interface each.
    case freeOneOnlyOverISLs = "free_one_only_over_isls"

    /// Without lasers, by stations that relay.
    case freeOneOnlyGSRelays = "free_one_only_gs_relays"

    /// Over lasers; a station speaks to its nearest satellite alone, which has an interface for each
    /// station.
    case pairedManyOnlyOverISLs = "paired_many_only_over_isls"

    /// Whether a satellite has an interface for each station, and not one for all.
    var hasInterfacePerStation: Bool { self == .pairedManyOnlyOverISLs }

    /// The scenario under the rules of the algorithm.
    func adapted(_ experiment: Experiment) -> Experiment {
        var routing = experiment.scenario.routing
        routing.allowsGroundRelay = self == .freeOneOnlyGSRelays
        var ground = experiment.builder.groundRules
        if self == .pairedManyOnlyOverISLs {
            ground.choice = .nearest
            ground.satellitesPerStation = 1
        }
        let topology: any Topology =
            self == .freeOneOnlyGSRelays ? LinkList([]) : experiment.builder.topology
        return experiment.replacing(
            builder: experiment.builder.replacing(topology: topology, groundRules: ground),
            routing: routing)
    }
}
