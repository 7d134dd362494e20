/// The `pairs` of a scenario.
public enum PairKeys: Sendable {
    /// Every two stations, the earlier one as source.
    case all

    /// A table of pairs, relative to the scenario's file.
    case file(String)

    /// Pairs of names, each with its place in the file.
    case listed([(source: String, destination: String, place: ScenarioPlace)])

    init(_ value: YAMLValue?) throws(ScenarioError) {
        guard let value else {
            self = .all
            return
        }
        if case .scalar(let scalar) = value.node, scalar.string == "all" {
            self = .all
            return
        }
        if case .mapping = value.node {
            let map = try value.mapping(["file"])
            self = .file(
                try map.required("file", expected: "a table with the header \(PairTable.header)")
                    .text())
            return
        }
        let expected = "all, or a list of pairs such as [[London, Tokyo]]"
        var pairs: [(source: String, destination: String, place: ScenarioPlace)] = []
        for item in try value.items(expected: expected) {
            let ends = try item.items(expected: "two names")
            guard ends.count == 2 else { throw item.wrong(expected: "two names") }
            pairs.append((try ends[0].text(), try ends[1].text(), item.place))
        }
        guard !pairs.isEmpty else { throw value.wrong(expected: expected) }
        self = .listed(pairs)
    }
}
