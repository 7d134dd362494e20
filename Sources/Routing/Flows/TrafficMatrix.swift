import LaserMesh

/// Who wants to send how much to whom.
public struct TrafficMatrix: Sendable, Hashable {
    /// The demands, each pair of source and destination once.
    public let demands: [Demand]

    /// Creates a matrix of demands.
    public init(_ demands: [Demand]) { self.demands = demands }

    /// The sum of all demands [Gbps].
    public var totalGbps: Double { demands.reduce(0) { $0 + $1.gbps } }

    /// Traffic by gravity: between two nodes in each direction
    ///
    /// ```
    /// gbps(i, j) = total · m(i) m(j) a(i, j) / Σ m(p) m(q) a(p, q)     over all p ≠ q
    /// ```
    ///
    /// - Parameters:
    ///   - nodes: The nodes, each once.
    ///   - masses: The mass m of each, such as its population; finite and at least zero.
    ///   - totalGbps: The sum over all pairs and both directions [Gbps].
    ///   - attenuation: What distance takes away, by the places of two nodes in the list; 1 by
    ///     default, which is gravity by population alone.
    /// - Returns: The demands by source, then by destination, in the order of the nodes; those of no
    ///   mass are left out.
    /// - Complexity: O(nodes²).
    /// - Note: H. W. Casey, "Applications to traffic engineering of the law of retail gravitation",
    ///   Traffic Quarterly 9 (1955) 23.
    public static func gravity(
        among nodes: [NodeID], masses: [Double], totalGbps: Double,
        attenuation: (Int, Int) -> Double = { _, _ in 1 }
    ) -> TrafficMatrix {
        precondition(masses.count == nodes.count && totalGbps >= 0)
        var demands: [Demand] = []
        var sum = 0.0
        for (i, source) in nodes.enumerated() {
            for (j, destination) in nodes.enumerated() where j != i {
                let weight = masses[i] * masses[j] * attenuation(i, j)
                guard weight > 0 else { continue }
                demands.append(
                    Demand(NodePair(source: source, destination: destination), gbps: weight))
                sum += weight
            }
        }
        for place in demands.indices { demands[place].gbps *= totalGbps / sum }
        return TrafficMatrix(demands)
    }

    /// The largest demands alone, in the order of this matrix, scaled to the total of all.
    ///
    /// - Parameter count: How many; of equal ones the earlier stays.
    /// - Complexity: O(demands · log demands).
    public func largest(_ count: Int) -> TrafficMatrix {
        guard count < demands.count else { return self }
        let ranked = demands.indices.sorted {
            (-demands[$0].gbps, $0) < (-demands[$1].gbps, $1)
        }
        var kept = ranked.prefix(max(0, count)).sorted().map { demands[$0] }
        let sum = kept.reduce(0) { $0 + $1.gbps }
        if sum > 0 {
            for place in kept.indices { kept[place].gbps *= totalGbps / sum }
        }
        return TrafficMatrix(kept)
    }
}
