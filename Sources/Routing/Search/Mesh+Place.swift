import LaserMesh

extension Mesh {
    /// The place in the rows at which one node has another as its neighbour.
    ///
    /// - Complexity: O(log degree).
    func place(from one: NodeID, to other: NodeID) -> Int? {
        let row = row(of: one)
        var (low, high) = (row.lowerBound, row.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if neighbour[middle] < other.rawValue { low = middle + 1 } else { high = middle }
        }
        return low < row.upperBound && neighbour[low] == other.rawValue ? low : nil
    }
}
