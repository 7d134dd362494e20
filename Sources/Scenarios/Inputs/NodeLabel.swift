/// A node's name as it stands in a list of nodes, whose separator is a blank.
enum NodeLabel {
    /// The name with an underscore for every blank.
    static func text(_ name: String) -> String {
        // Names of satellites have no blanks; to look each character up takes its time.
        let isPlain = name.utf8.allSatisfy { $0 > UInt8(ascii: " ") && $0 < 0x7f }
        return isPlain ? name : String(name.map { $0.isWhitespace ? "_" : $0 })
    }
}
