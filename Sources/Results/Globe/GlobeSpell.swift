/// A time in which a link of a globe scene is up, or pointed but down for one reason.
public struct GlobeSpell: Sendable, Hashable {
    /// The place of the link.
    public var link: Int

    /// The frames of the spell.
    public var frames: Range<Int>

    /// The place of the reason why it is down; `nil` while it is up.
    public var reason: Int?

    /// Creates a spell.
    public init(link: Int, frames: Range<Int>, reason: Int? = nil) {
        self.link = link
        self.frames = frames
        self.reason = reason
    }
}
