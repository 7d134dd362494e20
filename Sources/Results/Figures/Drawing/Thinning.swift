/// Thins a series to what a figure of finite width can show.
enum Thinning {
    /// The indices to draw: of each bucket of equal width the first, least, greatest and last value.
    ///
    /// Lines through these points cover the same pixels as lines through all, when a bucket is no
    /// wider than a pixel. NaN values are never dropped where they separate others.
    ///
    /// - Complexity: O(n).
    /// - Note: U. Jugel et al., "M4: a visualization-oriented time series data aggregation", PVLDB 7
    ///   (2014) 797, DOI 10.14778/2732951.2732953.
    static func indices(of values: [Double], buckets: Int) -> [Int] {
        guard values.count > 4 * buckets else { return Array(values.indices) }
        var kept: [Int] = []
        for bucket in 0..<buckets {
            let start = values.count * bucket / buckets
            let end = values.count * (bucket + 1) / buckets
            var chosen: Set<Int> = [start, end - 1]
            var least: Int?
            var greatest: Int?
            for i in start..<end {
                if values[i].isNaN {
                    // A gap shows by one of its instants.
                    if i == start || !values[i - 1].isNaN { chosen.insert(i) }
                    continue
                }
                if least.map({ values[i] < values[$0] }) ?? true { least = i }
                if greatest.map({ values[i] > values[$0] }) ?? true { greatest = i }
            }
            if let least { chosen.insert(least) }
            if let greatest { chosen.insert(greatest) }
            kept += chosen.sorted()
        }
        return kept
    }
}
