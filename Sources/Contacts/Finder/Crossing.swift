/// An instant at which a margin changes its sign.
struct Crossing {
    /// The instant [s].
    var seconds: Double

    /// Whether the rule begins to hold there.
    var rises: Bool
}
