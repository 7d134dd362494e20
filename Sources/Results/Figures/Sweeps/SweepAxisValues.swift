/// An axis of a sweep along which figures are drawn: a key of the scenario with its values, and the keys
/// that move together with it.
struct SweepAxisValues: Sendable {
    /// The keys, in the order of the tables.
    let keys: [String]

    /// The values of each key: numbers ascending, other texts as they first come.
    let values: [[String]]

    /// The values of the first key as numbers; `nil` where one is none.
    let numbers: [Double]?

    /// How many values it has.
    var count: Int { values[0].count }

    /// What the axis is called.
    var title: String {
        keys.count == 1 ? keys[0] : "\(keys[0]) (with \(keys.dropFirst().joined(separator: ", ")))"
    }

    /// The name by which figures are called: the last part of the first key.
    var shortName: String {
        let last = keys[0].split(separator: ".").last.map(String.init) ?? keys[0]
        return Self.plain(last)
    }

    /// The whole first key, as a part of a file name.
    var longName: String { Self.plain(keys[0]) }

    private static func plain(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
    }

    /// Takes an axis from the values that its keys have together.
    ///
    /// - Parameters:
    ///   - keys: One key or more.
    ///   - combinations: What they are, each once, a value a key.
    init(keys: [String], combinations: [[String]]) {
        let parsed = combinations.map { Double($0[0]) }
        var sorted = combinations
        if parsed.allSatisfy({ $0?.isFinite ?? false }) {
            let order = combinations.indices.sorted { one, other in
                (parsed[one] ?? 0, one) < (parsed[other] ?? 0, other)
            }
            sorted = order.map { combinations[$0] }
            numbers = order.map { parsed[$0] ?? .nan }
        } else {
            numbers = nil
        }
        self.keys = keys
        values = keys.indices.map { key in sorted.map { $0[key] } }
    }

    /// The axes of a table of combinations: keys of one value are none, and keys each of which tells the
    /// other's value are one axis.
    ///
    /// - Parameter columns: For each key its value in each combination.
    static func axes(keys: [String], columns: [[String]]) -> [SweepAxisValues] {
        func pairs(_ columns: [[String]]) -> [[String]] {
            var seen: Set<[String]> = []
            return (columns.first?.indices ?? 0..<0).map { row in columns.map { $0[row] } }
                .filter { seen.insert($0).inserted }
        }
        var groups: [[Int]] = []
        for key in keys.indices {
            let count = Set(columns[key]).count
            guard count > 1 else { continue }
            let together = groups.firstIndex { group in
                Set(columns[group[0]]).count == count
                    && pairs([columns[group[0]], columns[key]]).count == count
            }
            if let together { groups[together].append(key) } else { groups.append([key]) }
        }
        return groups.map { group in
            SweepAxisValues(
                keys: group.map { keys[$0] }, combinations: pairs(group.map { columns[$0] }))
        }
    }
}
