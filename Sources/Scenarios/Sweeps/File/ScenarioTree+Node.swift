import Yams

extension ScenarioTree {
    /// The tree as the parser would give it for ``canonicalText``, but without lines.
    var node: Node {
        switch self {
        case .scalar(let text): Node(text)
        case .list(let items): Node(items.map(\.node))
        case .mapping(let entries): Node(entries.map { (Node($0.key), $0.value.node) })
        }
    }
}
