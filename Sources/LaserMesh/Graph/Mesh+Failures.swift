extension Mesh {
    /// The number of the link at each place of the rows, in the order of ``links``.
    ///
    /// - Complexity: O(nodes + links).
    public func linkNumbers() -> [Int32] {
        var numbers = [Int32](repeating: 0, count: neighbour.count)
        // Rows are ascending, so that the smaller neighbours of a node are met in the order of its row.
        var next = firstLink
        var number: Int32 = 0
        for node in 0..<nodeCount {
            for place in row(of: NodeID(node)) where Int(neighbour[place]) > node {
                let other = Int(neighbour[place])
                numbers[place] = number
                numbers[Int(next[other])] = number
                next[other] += 1
                number += 1
            }
        }
        return numbers
    }

    /// What is left of the mesh when some nodes and links fail.
    ///
    /// Nodes keep their numbers and positions, links their lengths; a node that is down has no links. Nothing
    /// is measured anew.
    ///
    /// - Parameters:
    ///   - failures: What is down.
    ///   - numbers: What ``linkNumbers()`` gives, which is the same for all failures of a mesh.
    /// - Complexity: O(nodes + links).
    public func without(_ failures: MeshFailures, linkNumbers numbers: [Int32]) -> Mesh {
        precondition(failures.isNodeDown.count == nodeCount)
        precondition(failures.isLinkDown.count == linkCount && numbers.count == neighbour.count)
        var first: [Int32] = [0]
        first.reserveCapacity(nodeCount + 1)
        var kept: [Int] = []
        kept.reserveCapacity(neighbour.count)
        for node in 0..<nodeCount {
            if !failures.isNodeDown[node] {
                for place in row(of: NodeID(node))
                where !failures.isNodeDown[Int(neighbour[place])]
                    && !failures.isLinkDown[Int(numbers[place])]
                {
                    kept.append(place)
                }
            }
            first.append(Int32(truncatingIfNeeded: kept.count))
        }
        return Mesh(
            restOf: self, firstLink: first, neighbour: kept.map { neighbour[$0] },
            lengthKm: kept.map { lengthKm[$0] }, kind: kept.map { kind[$0] })
    }
}
