import LaserMesh

/// Why a contact begins or ends.
public enum ContactCause: Sendable, Hashable, CustomStringConvertible {
    /// A rule begins to hold, or ceases to.
    case rule(LinkRule)

    /// The window begins or ends while the link is up.
    case window

    /// The word that stands in tables: the rule's, or `window`.
    public var description: String {
        switch self {
        case .rule(let rule): rule.description
        case .window: "window"
        }
    }

    /// Reads the word of a table; `nil` for one that is none.
    public init?(_ word: some StringProtocol) {
        if word == "window" {
            self = .window
        } else if let rule = LinkRule.allCases.first(where: { $0.description == word }) {
            self = .rule(rule)
        } else {
            return nil
        }
    }
}
