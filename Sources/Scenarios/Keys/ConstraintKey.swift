/// An item of `routing.avoid` or `routing.require`.
public enum ConstraintKey: Sendable {
    /// A node or a region by its name.
    case name(String, place: ScenarioPlace)

    /// A link by the names of its ends.
    case link(String, String, place: ScenarioPlace)

    static func list(_ value: YAMLValue?) throws(ScenarioError) -> [ConstraintKey] {
        guard let value else { return [] }
        var list: [ConstraintKey] = []
        let expected = "a list of nodes, regions and links such as [S1-0-3, [S1-1-1, S1-1-2]]"
        for item in try value.items(expected: expected) {
            guard case .sequence = item.node else {
                list.append(.name(try item.text(expected: "a name"), place: item.place))
                continue
            }
            let ends = try item.items(expected: "the two ends of a link")
            guard ends.count == 2 else { throw item.wrong(expected: "the two ends of a link") }
            list.append(.link(try ends[0].text(), try ends[1].text(), place: item.place))
        }
        return list
    }
}
