import LaserMesh

/// How good a mesh is for some pairs: the mean stretch and the mean hops of their best routes.
///
/// The stretch of a pair is the length of its best route over its geodesic distance; means are
/// weighted. One study serves many meshes of the same nodes, such as those of a search for a topology.
///
/// - Note: The measure of Bhattacherjee and Singla, CoNEXT 2019, DOI 10.1145/3359989.3365407.
package struct StretchStudy {
    /// What a mesh is worth.
    package struct Result: Sendable, Hashable {
        /// Mean of route length over geodesic distance; NaN where a pair has no route.
        package var stretch: Double

        /// Mean number of links, those of the ground included; NaN where a pair has no route.
        package var hops: Double

        /// How many pairs have no route.
        package var unreachablePairs: Int

        /// Stretch plus hops, which a search makes small; infinite where a pair has no route.
        package var measure: Double { unreachablePairs == 0 ? stretch + hops : .infinity }
    }

    /// The pairs.
    package let pairs: [WeightedPair]

    /// What a route may do, and what it costs.
    package let rules: RoutingRules

    /// Roots of the searches, each with the pairs that it answers and their other ends.
    private let groups: [(root: Int, pairs: [(pair: Int, end: Int)])]
    private var tree = BucketTree()

    /// Creates a study of some pairs.
    package init(_ pairs: [WeightedPair], rules: RoutingRules = RoutingRules()) {
        self.pairs = pairs
        self.rules = rules
        groups = Self.groups(of: pairs)
    }

    /// Judges a mesh.
    ///
    /// - Complexity: O(roots · (nodes + links)); the roots are ends of pairs, so few that every pair
    ///   has one of them.
    package mutating func result(in mesh: Mesh) -> Result {
        var stretch = 0.0
        var hops = 0.0
        var weights = 0.0
        var unreachable = 0
        for group in groups {
            tree.grow(in: mesh, to: group.root, rules: rules, skipsStations: true)
            for (pair, end) in group.pairs {
                let best = tree.best(to: end, from: group.root, in: mesh, rules: rules)
                let count = Double(best.hops)
                let length = best.costKm - count * rules.hopCostKm
                guard length < .infinity else {
                    unreachable += 1
                    continue
                }
                let weight = pairs[pair].weight
                stretch += weight * length / pairs[pair].geodesicKm
                hops += weight * count
                weights += weight
            }
        }
        guard unreachable == 0 else {
            return Result(stretch: .nan, hops: .nan, unreachablePairs: unreachable)
        }
        return Result(stretch: stretch / weights, hops: hops / weights, unreachablePairs: 0)
    }

    /// Chooses roots until each pair has one: always the node that the most pairs without one share.
    private static func groups(
        of pairs: [WeightedPair]
    ) -> [(root: Int, pairs: [(pair: Int, end: Int)])] {
        var open: [Int: [Int]] = [:]
        for (index, pair) in pairs.enumerated() {
            open[pair.pair.source.index, default: []].append(index)
            open[pair.pair.destination.index, default: []].append(index)
        }
        var isAnswered = [Bool](repeating: false, count: pairs.count)
        var waiting = open.map { (count: $0.value.count, root: $0.key) }
        var groups: [(root: Int, pairs: [(pair: Int, end: Int)])] = []
        waiting.sort { ($0.count, $1.root) < ($1.count, $0.root) }
        while let (count, root) = waiting.popLast() {
            let own = (open[root] ?? []).filter { !isAnswered[$0] }
            guard !own.isEmpty else { continue }
            if own.count < count {
                // It has lost pairs to other roots meanwhile, and comes again in its place.
                var place = waiting.count
                while place > 0,
                    (waiting[place - 1].count, root) > (own.count, waiting[place - 1].root)
                {
                    place -= 1
                }
                waiting.insert((own.count, root), at: place)
                open[root] = own
                continue
            }
            groups.append(
                (
                    root,
                    own.map { index in
                        isAnswered[index] = true
                        let pair = pairs[index].pair
                        let end = pair.source.index == root ? pair.destination : pair.source
                        return (index, end.index)
                    }
                ))
        }
        return groups
    }
}
