import LaserMesh
import Orbits
import Results

/// The states of all satellites at the instants of a block.
struct PropagationBlock: Sendable {
    /// The rows of the table; none where it is not asked for.
    private(set) var states = RowBuffer()

    /// For each column of the frame the values of all satellites, instant by instant, NaN where one
    /// has no state.
    let columns: [[Double]]

    /// The rows of the satellites that have no state.
    private(set) var errors = RowBuffer()

    /// Finds the states of all satellites at some instants of a scenario's window.
    ///
    /// - Complexity: O(satellites · instants).
    init(_ experiment: Experiment, _ instants: Range<Int>, frame: OutputFrame, format: ResultFormat)
    {
        let satellites = experiment.constellation.count
        let seconds = instants.map { experiment.window.seconds(at: $0) }
        var planes = EphemerisPlanes(
            satellites: satellites, instants: instants.count,
            layout: .timeMajor(satellites: satellites))
        experiment.constellation.states(
            at: seconds.map { experiment.instant(atSeconds: $0) },
            frame: frame == .teme ? .teme : .earthFixed, into: &planes)
        columns =
            frame == .geodetic
            ? Self.geodetic(planes, over: experiment.scenario.ground.earth.ellipsoid)
            : [planes.x, planes.y, planes.z, planes.vx, planes.vy, planes.vz]
        if format.hasCSV { fillStates(of: experiment, at: seconds) }
        for rejection in planes.rejections.sorted(by: {
            ($0.instant, $0.satellite) < ($1.instant, $1.satellite)
        }) {
            ErrorTable.append(
                rejection.error, of: experiment.satelliteNames[rejection.satellite],
                at: seconds[rejection.instant], to: &errors)
        }
    }

    private mutating func fillStates(of experiment: Experiment, at seconds: [Double]) {
        let c = columns
        var place = 0
        for time in seconds {
            for name in experiment.satelliteNames {
                defer { place += 1 }
                guard !c[0][place].isNaN else { continue }
                if c.count == 3 {
                    states.row(time, name, c[0][place], c[1][place], c[2][place])
                } else {
                    states.row(
                        time, name, c[0][place], c[1][place], c[2][place], c[3][place],
                        c[4][place], c[5][place])
                }
            }
        }
    }

    /// Latitudes and longitudes [°] and heights [km] of Earth-fixed positions.
    private static func geodetic(
        _ planes: EphemerisPlanes, over ellipsoid: Ellipsoid
    ) -> [[Double]] {
        var columns = Array(
            repeating: Array(repeating: Double.nan, count: planes.x.count), count: 3)
        for index in planes.x.indices where !planes.x[index].isNaN {
            let place = ellipsoid.geodetic(
                of: ITRFPosition(km: SIMD3(planes.x[index], planes.y[index], planes.z[index])))
            columns[0][index] = place.latitudeDeg
            columns[1][index] = place.longitudeDeg
            columns[2][index] = place.altitudeKm
        }
        return columns
    }
}
