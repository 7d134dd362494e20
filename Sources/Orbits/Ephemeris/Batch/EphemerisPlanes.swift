/// The states of many satellites at many instants in structure-of-arrays form.
///
/// A state that does not exist is NaN in all planes, and stands in ``rejections``.
public struct EphemerisPlanes: Sendable {
    /// Where each state stands in the planes.
    public let layout: EphemerisLayout

    /// x coordinates [km].
    public var x: [Double]

    /// y coordinates [km].
    public var y: [Double]

    /// z coordinates [km].
    public var z: [Double]

    /// x velocities [km/s].
    public var vx: [Double]

    /// y velocities [km/s].
    public var vy: [Double]

    /// z velocities [km/s].
    public var vz: [Double]

    /// The states that do not exist, by satellite and then by instant.
    public var rejections: [EphemerisRejection] = []

    /// Creates planes without states.
    public init(satellites: Int, instants: Int, layout: EphemerisLayout) {
        self.layout = layout
        let count = layout.planeCount(satellites: satellites, instants: instants)
        x = Array(repeating: .nan, count: count)
        (y, z, vx, vy, vz) = (x, x, x, x, x)
    }

    /// The state of a satellite at an instant, both counted from zero; NaN where there is none.
    public subscript(satellite: Int, instant: Int) -> TEMEState {
        let k =
            layout.offset + satellite * layout.satelliteStride + instant * layout.instantStride
        return TEMEState(
            positionKm: SIMD3(x[k], y[k], z[k]), velocityKmPerS: SIMD3(vx[k], vy[k], vz[k]))
    }

    /// Gives up the memory of the planes.
    mutating func removeStates() {
        x = []
        y = []
        z = []
        vx = []
        vy = []
        vz = []
    }
}
