/// Why a route stops being the best one.
public enum IntervalEnd: String, Sendable, CaseIterable {
    /// One of its links goes down.
    case linkLost = "link lost"

    /// A link comes up that a better route uses; or the first route after none.
    case linkGained = "link gained"

    /// Another route, which was there already, becomes the better one.
    case betterRoute = "better route"

    /// The window ends.
    case window
}
