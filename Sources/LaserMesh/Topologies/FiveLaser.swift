import Orbits

/// Five lasers a satellite: two fore and aft in its plane, two sideways to the neighbouring planes, and
/// one that tracks a satellite which flies the other way.
///
/// Satellites on their way north and on their way south are two meshes that the first four lasers do
/// not join except near the highest latitudes. The fifth laser of each joins them: all pairs of a
/// satellite that ascends and one that descends, of the same shell, are gone through from the shortest
/// on, and a pair is joined when both have their fifth laser free; equally long pairs by ascending
/// index. The partner is chosen anew at each instant. A satellite ascends when the next slot of its
/// plane lies farther north than the one behind it.
///
/// - Note: M. Handley, "Delay is not an option: low latency routing in space", HotNets 2018,
///   DOI 10.1145/3286062.3286075.
/// - Complexity: about O(n log n) an instant for satellites that are spread over a shell.
public struct FiveLaser: Topology {
    /// The links along the planes and to the neighbouring planes, the same at every instant.
    public let grid: LinkList

    /// The longest link across the meshes [km]; the rules may allow less.
    public let maxCrossingKm: Double

    /// For each satellite its shell, and the satellites ahead of it and behind it in its plane.
    private let places: [Place]

    private struct Place: Sendable {
        var satellite: Int
        var shell: Int32
        var ahead: Int
        var behind: Int
    }

    /// Creates the topology.
    ///
    /// - Parameters:
    ///   - shells: The shells; there are no links between them.
    ///   - slotShift: What to add to the slot when going sideways to the next plane.
    ///   - seam: Whether the last plane is joined with plane 0.
    ///   - maxCrossingKm: The longest link across the meshes [km].
    public init(
        _ shells: [ShellLayout], slotShift: Int = 0, seam: Seam = .automatic,
        maxCrossingKm: Double = .infinity
    ) {
        grid = LinkList.plusGrid(shells, slotShift: slotShift, seam: seam)
        self.maxCrossingKm = maxCrossingKm
        var places: [Place] = []
        for (index, shell) in shells.enumerated() {
            for (satellite, plane, slot) in shell.satellites {
                func neighbour(_ step: Int) -> Int {
                    for slots in 1..<max(2, shell.slots) {
                        if let other = shell.satellite(plane: plane, slot: slot + step * slots) {
                            return other
                        }
                    }
                    return satellite
                }
                places.append(
                    Place(
                        satellite: satellite, shell: Int32(truncatingIfNeeded: index),
                        ahead: neighbour(1), behind: neighbour(-1)))
            }
        }
        self.places = places
    }

    /// Appends the links of the grid and those across the meshes.
    public func appendLinks(
        among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
        to links: inout [LaserLink]
    ) {
        links.append(contentsOf: grid.links)
        // The mesh of each satellite: its shell, and a sign for the way that it flies.
        var meshOf = [Int32](repeating: 0, count: satellites.count)
        var free = [Int](repeating: 0, count: satellites.count)
        for place in places {
            let climb = satellites.z[place.ahead] - satellites.z[place.behind]
            guard climb > 0 || climb < 0 else { continue }
            meshOf[place.satellite] = climb > 0 ? place.shell + 1 : -(place.shell + 1)
            free[place.satellite] = 1
        }
        GreedyPairs(rules: rules, maxRangeKm: maxCrossingKm).append(
            among: satellites, free: &free, order: \.key,
            mayJoin: { meshOf[$0] == -meshOf[$1] }, to: &links)
    }
}
