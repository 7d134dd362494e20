/// Empirical distributions as stairs.
enum Stairs {
    /// Eight values or so at which the line gets a mark, evenly over the sorted ones.
    static func marks(_ sorted: [Double], of count: Int) -> [String] {
        // Those of the least value would all stand on the axis.
        let least = sorted.firstIndex { $0 > sorted[0] } ?? 0
        let above = sorted.count - least
        let marks = min(8, above)
        return (0..<marks).map { mark in
            let rank = least + (above * (2 * mark + 1) / (2 * marks)) + 1
            let value = GnuplotText.number(sorted[rank - 1], decimals: 6)
            return value + " " + GnuplotText.number(Double(rank) / Double(count), decimals: 6)
        }
    }

    /// The corners of the stair of sorted values out of `count` instants.
    static func lines(_ sorted: [Double], of count: Int) -> [String] {
        let steps = min(sorted.count, 1_000)
        var lines: [String] = []
        var before = "0"
        for step in 0..<steps {
            let rank = sorted.count * (step + 1) / steps
            let value = GnuplotText.number(sorted[rank - 1], decimals: 6)
            let share = GnuplotText.number(Double(rank) / Double(count), decimals: 6)
            lines.append("\(value) \(before)")
            lines.append("\(value) \(share)")
            before = share
        }
        return lines
    }
}
