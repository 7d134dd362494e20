import Yams

extension ScenarioTree {
    /// The tree as the parser would give it for ``canonicalText``, but without lines.
    var node: Node { node(Tag.implicit) }

    /// The tree with a tag that all of it shares: each new one comes with tables of its own.
    private func node(_ tag: Tag) -> Node {
        switch self {
        case .scalar(let text): Node(text, tag)
        case .list(let items): Node(items.map { $0.node(tag) }, tag)
        case .mapping(let entries):
            Node(entries.map { (Node($0.key, tag), $0.value.node(tag)) }, tag)
        }
    }
}
