/// The nearest of some words to a mistyped one.
enum EditDistance {
    /// The word that differs by the fewest insertions, deletions, substitutions and swaps of
    /// neighbours, if these are few against its length.
    static func nearest(to word: String, among known: [String]) -> String? {
        let scored = known.map { ($0, distance(Array(word.utf8.prefix(64)), Array($0.utf8))) }
        guard let best = scored.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 <= max(2, best.0.utf8.count / 3) ? best.0 : nil
    }

    /// Optimal string alignment distance.
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
                var least = min(substituted, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, beforeLast[j - 1] + 1)
                }
                row.append(least)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
