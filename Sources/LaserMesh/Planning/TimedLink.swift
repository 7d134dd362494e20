/// A laser that is chosen for some time: what a planner decides, or a row of a file.
public struct TimedLink: Sendable, Hashable {
    /// The link.
    public var link: LaserLink

    /// First instant at which it is chosen, since the scenario's epoch [s]; −∞ for always before.
    public var upS: Double

    /// End of the choice, which is not part of it, since the scenario's epoch [s]; ∞ for always on.
    public var downS: Double

    /// Creates the choice of a link in `[upS, downS)`.
    public init(_ link: LaserLink, upS: Double = -.infinity, downS: Double = .infinity) {
        self.link = link
        self.upS = upS
        self.downS = downS
    }
}
