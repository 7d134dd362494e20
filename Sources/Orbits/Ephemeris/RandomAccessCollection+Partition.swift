extension RandomAccessCollection where Index == Int {
    /// The first place from which on a condition holds, in a collection that is sorted by it; the end
    /// where it holds nowhere.
    ///
    /// - Complexity: O(log n).
    @inlinable
    package func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
