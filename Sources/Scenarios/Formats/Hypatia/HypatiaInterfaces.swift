import LaserMesh

/// The numbers of interfaces in Hypatia: those of a satellite's lasers first, in the order of
/// `isls.txt`, then those to the ground; a station has one, 0.
struct HypatiaInterfaces: Sendable {
    /// A row of the forwarding state: the next hop, the interface to it, and its own.
    struct Hop: Equatable {
        var next: Int
        var own: Int
        var other: Int

        /// The packet is dropped.
        static let none = Hop(next: -1, own: -1, other: -1)
    }

    private let satelliteCount: Int
    private let hasInterfacePerStation: Bool
    /// For each satellite the others at its lasers, in the order of its interfaces.
    private let lasers: [[Int32]]

    /// Numbers the interfaces.
    ///
    /// - Parameters:
    ///   - links: The lasers in the order of `isls.txt`.
    ///   - satelliteCount: The number of satellites.
    ///   - hasInterfacePerStation: Whether a satellite has one interface for each station.
    init(_ links: [LaserLink], satelliteCount: Int, hasInterfacePerStation: Bool) {
        self.satelliteCount = satelliteCount
        self.hasInterfacePerStation = hasInterfacePerStation
        var lasers = [[Int32]](repeating: [], count: satelliteCount)
        for link in links {
            lasers[Int(link.a)].append(link.b)
            lasers[Int(link.b)].append(link.a)
        }
        self.lasers = lasers
    }

    /// How many lasers a satellite has.
    func laserCount(of satellite: Int) -> Int { lasers[satellite].count }

    /// The interface of a satellite to a station.
    func groundInterface(of satellite: Int, to station: Int) -> Int {
        laserCount(of: satellite) + (hasInterfacePerStation ? station : 0)
    }

    /// How a node sends a packet on to the next one; ``Hop/none`` for a negative next node.
    func hop(from node: Int, to next: Int) -> Hop {
        guard next >= 0 else { return .none }
        return Hop(
            next: next, own: interface(of: node, towards: next),
            other: interface(of: next, towards: node))
    }

    private func interface(of node: Int, towards other: Int) -> Int {
        if node >= satelliteCount { return 0 }
        if other >= satelliteCount {
            return groundInterface(of: node, to: other - satelliteCount)
        }
        return lasers[node].firstIndex(of: Int32(truncatingIfNeeded: other)) ?? -1
    }
}
