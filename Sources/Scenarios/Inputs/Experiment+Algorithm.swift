import LaserMesh
import Routing

extension Experiment {
    /// The kind of routes that the scenario asks for, its names resolved; `nil` where it asks for none.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` for a name that nothing bears.
    public func algorithm() throws(ScenarioError) -> RouteAlgorithm? {
        if !stops.isEmpty { return .stops(stops) }
        guard let keys = scenario.algorithm else { return nil }
        switch keys.name {
        case .shortest: return .shortest
        case .kShortest: return .kShortest(count: keys.count)
        case .disjoint: return .disjoint(count: keys.count, of: keys.parts, by: keys.method)
        case .leastHop: return .leastHop
        case .widest: return .widest(scenario.capacity)
        case .pareto: return .pareto
        case .constrained: return .constrained(try constraints(keys))
        case .multipath: return .multipath(stretch: keys.stretch, limit: keys.count)
        case .greedyGeographic: return .greedyGeographic
        case .linkState:
            return .linkState(delayS: keys.delayS, knowsOwnLinks: keys.knowsOwnLinks)
        }
    }

    private func constraints(_ keys: AlgorithmKeys) throws(ScenarioError) -> RouteConstraints {
        let nodes = nodesByName
        var regions: [String: Region] = [:]
        for region in keys.regions {
            let name = region.region.name
            guard nodes[name] == nil else {
                throw .wrongValue(
                    place: region.place, found: "'\(name)', which is the name of a node",
                    expected: "another name for the region")
            }
            regions[name] = region.region
        }
        func constraint(_ key: ConstraintKey) throws(ScenarioError) -> RouteConstraint {
            switch key {
            case .name(let name, let place):
                if let region = regions[name] { return .region(region) }
                return .node(try node(name, among: nodes, also: regions.keys.sorted(), at: place))
            case .link(let one, let other, let place):
                let a = try node(one, among: nodes, at: place)
                let b = try node(other, among: nodes, at: place)
                guard a != b else {
                    throw .wrongValue(
                        place: place, found: "'\(one)' twice", expected: "two different nodes")
                }
                return .link(a, b)
            }
        }
        var avoid: [RouteConstraint] = []
        for key in keys.avoid { avoid.append(try constraint(key)) }
        var require: [RouteConstraint] = []
        for key in keys.require { require.append(try constraint(key)) }
        return RouteConstraints(avoid: avoid, require: require)
    }

    /// A constraint in words, by the names of the scenario.
    func words(for constraint: RouteConstraint) -> String {
        switch constraint {
        case .node(let node): "the node \(name(of: node))"
        case .link(let one, let other): "the link \(name(of: one)) - \(name(of: other))"
        case .region(let region): "the region \(region.name)"
        }
    }
}
