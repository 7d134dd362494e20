import LaserMesh

/// Numbers for routes in the order of their first use, from 0.
struct RouteNumbers {
    private var numbers: [[NodeID]: Int] = [:]
    /// Number and nodes of each pair's route at the instant before, which is mostly the same one.
    private var previous: [(nodes: [NodeID], number: Int)?]

    init(pairs: Int) { previous = Array(repeating: nil, count: pairs) }

    /// How many routes there are so far.
    var count: Int { numbers.count }

    /// The number of a pair's route, and whether it is a new one.
    mutating func number(of nodes: [NodeID], pair: Int) -> (number: Int, isNew: Bool) {
        if let last = previous[pair], last.nodes == nodes { return (last.number, false) }
        let known = numbers[nodes]
        let number = known ?? numbers.count
        if known == nil { numbers[nodes] = number }
        previous[pair] = (nodes, number)
        return (number, known == nil)
    }
}
