/// The place of one node of a route at the first instant that uses the route.
public struct Waypoint: Sendable, Hashable {
    /// Name of the node.
    public var node: String

    /// Whether it is a ground station, and not a satellite.
    public var isStation: Bool

    /// The instant [s since the start].
    public var timeS: Double

    /// Geodetic latitude [deg].
    public var latitudeDeg: Double

    /// Longitude [deg].
    public var longitudeDeg: Double
}
