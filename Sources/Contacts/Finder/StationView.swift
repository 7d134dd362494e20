import LaserMesh
import Orbits

/// A ground station with what it asks of a satellite, at rest or on its way.
struct StationView {
    /// The rules in force, those first whose margins have bounds.
    let rules: [LinkRule]

    /// The station at rest; `nil` for one that moves.
    let geometry: StationGeometry?

    /// No faster than this does it move over the turning Earth [km/s].
    let speedKmPerS: Double

    private let builder: MeshBuilder
    private let station: Int

    init(_ builder: MeshBuilder, _ station: Int) {
        self.builder = builder
        self.station = station
        let observer = builder.observers[station]
        let track = builder.track(of: station)
        rules = builder.groundRules.rules(at: observer)
        geometry = track == nil ? StationGeometry(observer, builder.groundRules) : nil
        speedKmPerS = track?.greatestSpeedKmPerS ?? 0
    }

    /// By how much a rule holds at an instant.
    func margin(of rule: LinkRule, to satellite: LinkEnd, atSeconds seconds: Double) -> Double {
        builder.groundRules.margin(
            of: rule, from: builder.observer(station, atSeconds: seconds), to: satellite,
            seconds: seconds)
    }

    /// Its place and its horizon at an instant.
    func geometry(atSeconds seconds: Double) -> StationGeometry {
        geometry
            ?? StationGeometry(
                builder.observer(station, atSeconds: seconds), builder.groundRules)
    }

    /// How it moves over the turning Earth at an instant [km/s]; by a difference over a second.
    func velocityKmPerS(atSeconds seconds: Double) -> SIMD3<Double> {
        geometry != nil
            ? SIMD3()
            : self.geometry(atSeconds: seconds + 0.5).positionKm
                - self.geometry(atSeconds: seconds - 0.5).positionKm
    }
}
