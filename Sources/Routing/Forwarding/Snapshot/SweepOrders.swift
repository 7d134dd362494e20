import LaserMesh

/// In which orders the satellites of regular shells are swept: along planes and slots, forwards and
/// backwards, so that each way over a torus runs along one of the four.
struct SweepOrders {
    /// The satellites of each chunk in four orders.
    private(set) var chunks: [[[Int32]]] = []

    /// The orders over the satellites of a mesh, or `nil` when the shells do not hold each of them
    /// once.
    ///
    /// - Complexity: O(satellites + links).
    init?(of shells: [ShellLayout], in mesh: Mesh) {
        var orders = Array(repeating: [Int32](), count: 4)
        for (number, (forwardPlanes, forwardSlots)) in [
            (true, true), (true, false), (false, false), (false, true),
        ].enumerated() {
            orders[number].reserveCapacity(mesh.satelliteCount)
            for shell in shells {
                for plane in 0..<shell.planes {
                    for slot in 0..<shell.slots {
                        let satellite = shell.satellite(
                            plane: forwardPlanes ? plane : shell.planes - 1 - plane,
                            slot: forwardSlots ? slot : shell.slots - 1 - slot)
                        if let satellite {
                            orders[number].append(Int32(truncatingIfNeeded: satellite))
                        }
                    }
                }
            }
        }
        var isSeen = Array(repeating: false, count: mesh.satelliteCount)
        for satellite in orders[0] {
            guard Int(satellite) < mesh.satelliteCount, !isSeen[Int(satellite)] else { return nil }
            isSeen[Int(satellite)] = true
        }
        guard orders[0].count == mesh.satelliteCount else { return nil }
        let parts = NodeChunks(ofSatellitesIn: mesh)
        chunks = Array(repeating: Array(repeating: [], count: 4), count: parts.count)
        for number in 0..<4 {
            for satellite in orders[number] {
                chunks[Int(parts.chunkOfNode[Int(satellite)])][number].append(satellite)
            }
        }
    }
}

extension NodeChunks {
    /// The parts of a mesh that no laser joins.
    init(ofSatellitesIn mesh: Mesh) {
        let ends = (0..<mesh.satelliteCount).map { node in
            let row = mesh.row(of: NodeID(node))
            return Int32(
                row.first { Int(mesh.neighbour[$0]) >= mesh.satelliteCount } ?? row.upperBound)
        }
        self = mesh.firstLink.withUnsafeBufferPointer { begin in
            ends.withUnsafeBufferPointer { end in
                mesh.neighbour.withUnsafeBufferPointer { neighbour in
                    guard let begin = begin.baseAddress, let end = end.baseAddress,
                        let neighbour = neighbour.baseAddress
                    else { return NodeChunks(whole: mesh.satelliteCount) }
                    return NodeChunks(
                        of: mesh.satelliteCount, begin: begin, end: end, neighbour: neighbour)
                }
            }
        }
    }
}
