import Orbits

extension LaserPlanner: LaserDeciding {
    /// None: a topology looks at the instant alone.
    public var aheadS: [Double] { [] }

    /// Decides at an instant.
    public mutating func decide(
        _ now: SatelliteStates, ahead: [SatelliteStates], stations: [SIMD3<Double>]
    ) {
        decide(
            atSeconds: now.seconds, satellites: now.positions, velocities: now.velocities)
    }
}
