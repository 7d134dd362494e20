import Orbits

/// The choice of which satellites point a laser at which others.
///
/// A topology proposes links; the mesh keeps those that the rules allow at that instant, and those
/// that they do not are down, without an error. It is asked anew at each instant and remembers
/// nothing, so that a mesh does not depend on the meshes before it; a choice that does is planned for
/// the whole window beforehand, as a ``LinkTimetable``. A topology of your own is one method:
///
/// ```swift
/// /// Joins every satellite with the next one in the list.
/// struct Chain: Topology {
///     func appendLinks(
///         among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
///         to links: inout [LaserLink]
///     ) {
///         for index in satellites.x.indices.dropFirst() {
///             links.append(LaserLink(index - 1, index))
///         }
///     }
/// }
/// ```
public protocol Topology: Sendable {
    /// Appends the links that the satellites try to keep at one instant, in any order.
    ///
    /// A link that is named twice counts once; one from a satellite to itself is the caller's bug.
    ///
    /// - Parameters:
    ///   - satellites: Earth-fixed positions [km]; NaN for a satellite that has none.
    ///   - seconds: The instant, since the scenario's epoch [s].
    ///   - rules: What the mesh will ask of each link.
    ///   - links: Where to append.
    func appendLinks(
        among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
        to links: inout [LaserLink])
}
