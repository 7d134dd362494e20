import Yams

/// The values of a scenario as texts, without places, styles and comments.
///
/// Two files of which every value reads the same have the same tree, and the same
/// ``canonicalText``.
enum ScenarioTree: Sendable, Hashable {
    /// A key of a mapping and its value.
    struct Entry: Sendable, Hashable {
        var key: String
        var value: ScenarioTree
    }

    case scalar(String)
    case list([ScenarioTree])
    case mapping([Entry])

    /// The most values that a tree may have; aliases of aliases can stand for far more.
    static let mostValues = 1_000_000

    /// The tree of a value of a file.
    init(_ value: YAMLValue) throws(ScenarioError) {
        var left = Self.mostValues
        try self.init(value, left: &left)
    }

    private init(_ value: YAMLValue, left: inout Int) throws(ScenarioError) {
        left -= 1
        guard left >= 0 else { throw value.wrong(expected: "at most \(Self.mostValues) values") }
        switch value.node {
        case .scalar(let scalar):
            self = .scalar(scalar.string)
        case .sequence:
            var items: [ScenarioTree] = []
            for item in try value.items(expected: "a list") {
                items.append(try ScenarioTree(item, left: &left))
            }
            self = .list(items)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (keyNode, node) in mapping {
                guard case .scalar(let key) = keyNode else {
                    throw value.wrong(expected: "keys that are texts")
                }
                let path = value.path.isEmpty ? key.string : "\(value.path).\(key.string)"
                let inner = YAMLValue(node: node, file: value.file, path: path)
                entries.append(
                    Entry(key: key.string, value: try ScenarioTree(inner, left: &left)))
            }
            self = .mapping(entries)
        case .alias:
            throw value.wrong(expected: "a value")
        }
    }

    /// The value of a key; `nil` where this is no mapping with that key.
    subscript(key: String) -> ScenarioTree? {
        guard case .mapping(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The text, if this is a scalar.
    var text: String? {
        guard case .scalar(let text) = self else { return nil }
        return text
    }

    /// The tree with another value at a path, whose mappings are made where they are missing.
    ///
    /// - Returns: `nil` where the path leads through something that is no mapping or no list, or
    ///   past the end of a list.
    func setting(_ value: ScenarioTree, at path: ArraySlice<SweepKey.Step>) -> ScenarioTree? {
        guard let step = path.first else { return value }
        let rest = path.dropFirst()
        switch (step, self) {
        case (.name(let name), .mapping(var entries)):
            if let place = entries.firstIndex(where: { $0.key == name }) {
                guard let inner = entries[place].value.setting(value, at: rest) else { return nil }
                entries[place].value = inner
            } else {
                guard let inner = ScenarioTree.mapping([]).setting(value, at: rest) else {
                    return nil
                }
                entries.append(Entry(key: name, value: inner))
            }
            return .mapping(entries)
        case (.index(let index), .list(var items)):
            guard items.indices.contains(index),
                let inner = items[index].setting(value, at: rest)
            else { return nil }
            items[index] = inner
            return .list(items)
        default:
            return nil
        }
    }
}
