import ElementFiles
import Orbits
import Results

/// How far older element sets of the same satellites drift from newer ones, as a table.
///
/// Written is `drift.csv`: of every satellite that both have, the state by its older set at the epoch
/// of its newer one, less the newer set's own, in the newer one's radial, along-track and cross-track
/// directions.
public enum ElementDrift {
    /// Compares the element sets of a scenario with those of a file.
    ///
    /// - Parameters:
    ///   - path: The file of the older sets; it may be of any form, and newer sets in it are compared
    ///     backwards.
    ///   - allowBadChecksum: Whether TLE lines whose checksum is wrong are accepted.
    ///   - experiment: The scenario of the newer sets.
    ///   - folder: Where to write.
    /// - Returns: How many were compared and how far they drift, in a sentence.
    /// - Throws: `InputError` or `ElementFileError` when the file cannot be read,
    ///   ``ScenarioError/noElements(file:nameContains:firstRejection:)`` when it holds none.
    public static func write(
        olderElementsAt path: String, allowBadChecksum: Bool = false, of experiment: Experiment,
        into folder: ResultFolder
    ) throws -> String {
        let contents = try ElementFile.parse(
            bytes: InputFile.bytes(of: path), fileName: path, allowBadChecksum: allowBadChecksum)
        guard !contents.elements.isEmpty else {
            throw ScenarioError.noElements(
                file: path, nameContains: "",
                firstRejection: contents.rejections.first.map { "line \($0.line): \($0.message)" })
        }
        var older: [CatalogNumber: ElementSet] = [:]
        for set in contents.elements {
            if let other = older[set.catalogNumber], other.epoch >= set.epoch { continue }
            older[set.catalogNumber] = set
        }
        let table = try folder.table(
            "drift.csv",
            columns: [
                "satellite", "age_difference_days", "radial_km", "along_track_km", "cross_track_km",
                "distance_km", "message",
            ])
        let keys = experiment.scenario.constellation
        var along: [Double] = []
        for (index, newer) in experiment.constellation.elements.enumerated() {
            guard let old = older[newer.catalogNumber] else { continue }
            let name = experiment.satelliteNames[index]
            let days = newer.epoch.seconds(since: old.epoch) / Instant.secondsPerDay
            let pair = Constellation(
                [newer, old], propagator: keys.propagator, gravity: keys.gravity)
            let drift: SIMD3<Double>
            do throws(SGP4Error) {
                let reference = try pair.state(of: 0, at: newer.epoch)
                let state = try pair.state(of: 1, at: newer.epoch)
                drift = OrbitAxes(
                    position: reference.positionKm, velocity: reference.velocityKmPerS
                ).components(of: state.positionKm - reference.positionKm)
            } catch {
                try table.row(
                    name, days, Double.nan, Double.nan, Double.nan, Double.nan, error.message)
                continue
            }
            along.append(abs(drift.y))
            try table.row(
                name, days, drift.x, drift.y, drift.z, (drift * drift).sum().squareRoot(), "")
        }
        along.sort()
        guard !along.isEmpty else {
            return "no satellite stands in both files; drift.csv is empty"
        }
        let median = along[along.count / 2]
        return "\(along.count) satellites stand in both files and drift by "
            + "\((median * 1_000).rounded() / 1_000) km along track in the median; see drift.csv"
    }
}
