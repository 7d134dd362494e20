/// A node's name as it stands in a list of nodes, whose separator is a blank.
enum NodeLabel {
    /// The name with an underscore for every blank.
    static func text(_ name: String) -> String {
        String(name.map { $0.isWhitespace ? "_" : $0 })
    }
}
