import Orbits
import Results
import Terrestrial

/// How well models of fibre fit the measured round-trip times, `calibration.csv`.
///
/// Each model is fitted on all sets but one and judged on that one; and fitted and judged on all.
enum CalibrationTable {
    static func write(_ comparison: Comparison, into folder: ResultFolder) throws {
        let table = try folder.table(
            "calibration.csv",
            columns: [
                "held_out", "model", "pairs", "median_abs_error_ms", "p90_abs_error_ms",
                "cable_slack", "land_stretch", "landing_delay_ms", "fixed_ms",
            ])
        let sets = comparison.measured
        let everything = sets.flatMap(\.pairs)
        guard !everything.isEmpty else { return }
        var folds: [(String, [MeasuredPair], [MeasuredPair])] = []
        if sets.count >= 2 {
            for (index, set) in sets.enumerated() where !set.pairs.isEmpty {
                let others = sets.enumerated().filter { $0.offset != index }
                folds.append((set.name, others.flatMap(\.element.pairs), set.pairs))
            }
        }
        folds.append(("", everything, everything))
        let ellipsoid = comparison.experiment.scenario.ground.earth.ellipsoid
        for (name, train, test) in folds where train.count >= 4 {
            let delays = FibreFit.delays(of: train, over: comparison.network)
            let paths = comparison.network.allPaths(delays: delays)
            let cable = test.compactMap { pair in
                paths[pair.a][pair.b].map { abs(2 * $0.delayMs + delays.fixedMs - pair.rttMs) }
            }
            try row(
                table, name, "cables", cable, delays.cableSlack, delays.landStretch,
                delays.landingDelayMs, delays.fixedMs)
            let (circle, fixedMs) = FibreFit.greatCircle(
                of: train, among: comparison.sites, refractiveIndex: delays.refractiveIndex,
                on: ellipsoid)
            let straight = test.map { pair in
                let km = ellipsoid.greatCircleKm(
                    from: comparison.sites[pair.a].place, to: comparison.sites[pair.b].place)
                return abs(circle.rttMs(greatCircleKm: km) + fixedMs - pair.rttMs)
            }
            try row(table, name, "great-circle", straight, .nan, circle.stretch, .nan, fixedMs)
        }
    }

    private static func row(
        _ table: TableWriter, _ name: String, _ model: String, _ errors: [Double],
        _ cableSlack: Double, _ landStretch: Double, _ landingMs: Double, _ fixedMs: Double
    ) throws {
        let sorted = errors.sorted()
        func at(_ part: Double) -> Double {
            guard !sorted.isEmpty else { return .nan }
            let place = part * Double(sorted.count - 1)
            let low = Int(place)
            let high = min(low + 1, sorted.count - 1)
            return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
        }
        try table.row(
            name, model, sorted.count, at(0.5), at(0.9), cableSlack, landStretch, landingMs,
            fixedMs)
    }
}
