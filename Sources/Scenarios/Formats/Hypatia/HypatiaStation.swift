import Orbits

/// A row of `ground_stations.txt`.
struct HypatiaStation {
    var name: String
    var latitudeDeg: Double
    var longitudeDeg: Double
    var altitudeM: Double

    /// The place in the Earth-fixed frame [m].
    var positionM: SIMD3<Double>

    /// The Earth on which the coordinates of stations give their places best.
    static func earth(of stations: [HypatiaStation]) -> EarthName {
        func misfit(_ earth: EarthName) -> Double {
            stations.reduce(0) { sum, station in
                let place = Geodetic(
                    latitudeDeg: station.latitudeDeg, longitudeDeg: station.longitudeDeg,
                    altitudeKm: station.altitudeM / 1_000)
                let apart =
                    Observer(at: place, on: earth.ellipsoid).position.km * 1_000
                    - station.positionM
                return sum + (apart * apart).sum()
            }
        }
        return EarthName.allCases.min { misfit($0) < misfit($1) } ?? .wgs72
    }
}
