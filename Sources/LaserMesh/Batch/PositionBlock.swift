import Orbits

/// Earth-fixed positions of satellites at the instants of a block [km].
///
/// The instants of one satellite stand beside each other: satellite `s` at instant `i` is the entry
/// `s * instantCount + i` of each plane. A satellite without a position has NaN in all three.
public struct PositionBlock: Sendable {
    /// The number of satellites.
    public let satelliteCount: Int

    /// The instants, since the scenario's epoch [s].
    public private(set) var seconds: [Double]

    /// The number of instants.
    public private(set) var instantCount: Int

    /// x coordinates, through Greenwich on the equator [km].
    public var x: [Double]

    /// y coordinates [km].
    public var y: [Double]

    /// z coordinates, along the axis [km].
    public var z: [Double]

    /// Creates a block in which no satellite has a position.
    public init(satelliteCount: Int, atSeconds seconds: [Double]) {
        precondition(satelliteCount >= 0)
        self.satelliteCount = satelliteCount
        self.seconds = seconds
        instantCount = seconds.count
        x = Array(repeating: .nan, count: satelliteCount * instantCount)
        y = x
        z = x
    }

    /// Creates a block of the positions at each instant.
    public init(_ planes: [PositionPlanes], atSeconds seconds: [Double]) {
        precondition(planes.count == seconds.count, "positions for each instant")
        self.init(satelliteCount: planes.first?.count ?? 0, atSeconds: seconds)
        for (instant, plane) in planes.enumerated() { set(plane, at: instant) }
    }

    /// Takes other instants, in the same memory; what the planes hold is left to be overwritten.
    public mutating func reset(atSeconds seconds: [Double]) {
        let count = satelliteCount * seconds.count
        x.resize(to: count, .nan)
        y.resize(to: count, .nan)
        z.resize(to: count, .nan)
        self.seconds = seconds
        instantCount = seconds.count
    }

    /// Puts the positions of all satellites at one instant.
    public mutating func set(_ planes: PositionPlanes, at instant: Int) {
        precondition(planes.count >= satelliteCount && instant < instantCount)
        for satellite in 0..<satelliteCount {
            let place = satellite * instantCount + instant
            x[place] = planes.x[satellite]
            y[place] = planes.y[satellite]
            z[place] = planes.z[satellite]
        }
    }

    /// Puts the positions at one instant into planes.
    func copy(at instant: Int, into planes: inout PositionPlanes) {
        for satellite in 0..<satelliteCount {
            let place = satellite * instantCount + instant
            planes.x[satellite] = x[place]
            planes.y[satellite] = y[place]
            planes.z[satellite] = z[place]
        }
    }

    /// The position of a satellite at an instant [km]; NaN when it has none.
    @inline(__always)
    public func position(of satellite: Int, at instant: Int) -> SIMD3<Double> {
        let place = satellite * instantCount + instant
        return SIMD3(x[place], y[place], z[place])
    }
}
