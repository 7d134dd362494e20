import LaserMesh
import Orbits
import Results

/// The states of all satellites at the instants of a block.
struct PropagationBlock: Sendable {
    /// The rows of the table; none where it is not asked for.
    private(set) var states = RowBuffer()

    /// For each column of the frame the values of all satellites, instant by instant, NaN where one
    /// has no state; none where the grid is not asked for.
    private(set) var columns: [[Double]]

    /// The rows of the satellites that have no state.
    private(set) var errors = RowBuffer()

    private let frame: OutputFrame
    private let format: ResultFormat

    init(frame: OutputFrame, format: ResultFormat) {
        self.frame = frame
        self.format = format
        columns = Array(repeating: [], count: frame.columns.count)
    }

    /// Appends the states at the next instant.
    mutating func append(_ experiment: Experiment, at seconds: Double) {
        let instant = experiment.instant(atSeconds: seconds)
        let rotation = EarthRotation(at: instant)
        let ellipsoid = experiment.scenario.ground.earth.ellipsoid
        for satellite in 0..<experiment.constellation.count {
            let name = experiment.satelliteNames[satellite]
            let state: TEMEState
            do {
                state = try experiment.constellation.state(of: satellite, at: instant)
            } catch {
                ErrorTable.append(error, of: name, at: seconds, to: &errors)
                for column in columns.indices where format.hasNetCDF {
                    columns[column].append(.nan)
                }
                continue
            }
            switch frame {
            case .teme:
                append(state.positionKm, state.velocityKmPerS, of: name, at: seconds)
            case .itrf:
                let fixed = rotation.itrf(state)
                append(fixed.position.km, fixed.velocityKmPerS, of: name, at: seconds)
            case .geodetic:
                let place = ellipsoid.geodetic(
                    of: rotation.itrf(temePositionKm: state.positionKm))
                let values = (place.latitudeDeg, place.longitudeDeg, place.altitudeKm)
                if format.hasCSV {
                    states.row(seconds, name, values.0, values.1, values.2)
                }
                if format.hasNetCDF {
                    columns[0].append(values.0)
                    columns[1].append(values.1)
                    columns[2].append(values.2)
                }
            }
        }
    }

    private mutating func append(
        _ r: SIMD3<Double>, _ v: SIMD3<Double>, of name: String, at seconds: Double
    ) {
        if format.hasCSV { states.row(seconds, name, r.x, r.y, r.z, v.x, v.y, v.z) }
        guard format.hasNetCDF else { return }
        for axis in 0..<3 {
            columns[axis].append(r[axis])
            columns[3 + axis].append(v[axis])
        }
    }
}
