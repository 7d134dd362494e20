import LaserMesh
import Orbits
import Results

/// The states of all satellites of a scenario over its window, as a table.
///
/// Written are `ephemeris.csv`, `errors.csv` and `rejected.csv`, and with TLEs `satellites.tle`.
public enum PropagationRun {
    /// Instants in a block.
    static let blockSize = 4

    /// Propagates all satellites and writes their states.
    ///
    /// - Parameters:
    ///   - experiment: The scenario; its ground stations and lasers do not matter.
    ///   - frame: The frame of the states.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    public static func run(
        _ experiment: Experiment, frame: EphemerisFrame, into folder: ResultFolder,
        control: RunControl = RunControl()
    ) async throws {
        let ephemeris = try folder.table(
            "ephemeris.csv", columns: ["time_s", "satellite"] + frame.columns)
        let errors = try ErrorTable.create(in: folder)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: Self.blockSize)
        try await pipeline.run(count: experiment.window.count) { instants in
            var rows = (states: RowBuffer(), errors: RowBuffer())
            for index in instants {
                Self.append(
                    experiment, at: experiment.window.seconds(at: index), frame: frame, to: &rows)
            }
            return rows
        } take: { rows, instants in
            try ephemeris.append(rows.states)
            try errors.append(rows.errors)
            control.progress(instants.count)
        }
        try RejectedTable.write(experiment.rejections, into: folder)
    }

    /// Writes the element sets as TLEs, each with a line of its name before it.
    ///
    /// - Throws: ``ScenarioError`` for a satellite that no TLE can hold, such as the 340,000th.
    public static func writeTLEs(of experiment: Experiment, into folder: ResultFolder) throws {
        var text = ""
        for (set, name) in zip(experiment.constellation.elements, experiment.satelliteNames) {
            let lines: (String, String)
            do {
                lines = try TLE.lines(of: set)
            } catch {
                throw ScenarioError.wrongValue(
                    place: ScenarioPlace(
                        file: experiment.scenario.file, line: nil, path: "constellation"),
                    found: "satellite '\(name)', of which there is no TLE: \(error.message)",
                    expected: "elements that fit into a TLE")
            }
            text += "\(set.name.isEmpty ? name : set.name)\n\(lines.0)\n\(lines.1)\n"
        }
        try folder.write(text, to: "satellites.tle")
    }

    private static func append(
        _ experiment: Experiment, at seconds: Double, frame: EphemerisFrame,
        to rows: inout (states: RowBuffer, errors: RowBuffer)
    ) {
        let instant = experiment.instant(atSeconds: seconds)
        let rotation = EarthRotation(at: instant)
        let ellipsoid = experiment.scenario.ground.earth.ellipsoid
        for satellite in 0..<experiment.constellation.count {
            let name = experiment.satelliteNames[satellite]
            let state: TEMEState
            do {
                state = try experiment.constellation.state(of: satellite, at: instant)
            } catch {
                ErrorTable.append(error, of: name, at: seconds, to: &rows.errors)
                continue
            }
            switch frame {
            case .teme:
                let (r, v) = (state.positionKm, state.velocityKmPerS)
                rows.states.row(seconds, name, r.x, r.y, r.z, v.x, v.y, v.z)
            case .itrf:
                let fixed = rotation.itrf(state)
                let (r, v) = (fixed.position.km, fixed.velocityKmPerS)
                rows.states.row(seconds, name, r.x, r.y, r.z, v.x, v.y, v.z)
            case .geodetic:
                let place = ellipsoid.geodetic(
                    of: rotation.itrf(temePositionKm: state.positionKm))
                rows.states.row(
                    seconds, name, place.latitudeDeg, place.longitudeDeg, place.altitudeKm)
            }
        }
    }
}
