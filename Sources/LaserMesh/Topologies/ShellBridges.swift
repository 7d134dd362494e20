import Orbits

/// Links between shells, beside those of another topology within them.
///
/// Every satellite has so many more terminals for satellites of other shells. All pairs of different
/// shells that the rules allow are gone through from the shortest on, at each instant anew; a pair is
/// joined when both ends have such a terminal free. Equally long pairs come by ascending index.
public struct ShellBridges: Topology {
    /// The links within the shells.
    public let base: any Topology

    /// Terminals of each satellite for other shells.
    public let terminals: Int

    /// The longest link between shells [km]; the rules may allow less.
    public let maxRangeKm: Double

    private let shells: [ShellLayout]

    /// Creates the topology.
    ///
    /// - Parameters:
    ///   - base: The links within the shells.
    ///   - shells: The shells; satellites of none are not joined.
    ///   - terminals: Terminals of each satellite for other shells.
    ///   - maxRangeKm: The longest link between shells [km].
    public init(
        _ base: any Topology, joining shells: [ShellLayout], terminals: Int = 1,
        maxRangeKm: Double = .infinity
    ) {
        precondition(terminals >= 0)
        self.base = base
        self.shells = shells
        self.terminals = terminals
        self.maxRangeKm = maxRangeKm
    }

    /// Appends the links of the base and those between shells.
    public func appendLinks(
        among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
        to links: inout [LaserLink]
    ) {
        base.appendLinks(among: satellites, atSeconds: seconds, rules: rules, to: &links)
        var shellOf = [Int](repeating: -1, count: satellites.count)
        var free = [Int](repeating: 0, count: satellites.count)
        for (index, shell) in shells.enumerated() {
            for (satellite, _, _) in shell.satellites {
                shellOf[satellite] = index
                free[satellite] = terminals
            }
        }
        GreedyPairs(rules: rules, maxRangeKm: maxRangeKm).append(
            among: satellites, free: &free, order: \.key,
            mayJoin: { shellOf[$0] != shellOf[$1] }, to: &links)
    }
}
