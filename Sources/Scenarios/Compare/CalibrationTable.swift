import Orbits
import Results
import Terrestrial

/// How well models of fibre fit the measured round-trip times: `calibration.csv`, and pair by pair
/// `calibration_pairs.csv`.
///
/// Each model is fitted on all sets but one and judged on that one; and fitted and judged on all.
struct CalibrationTable {
    private let comparison: Comparison
    private let table: TableWriter
    private let pairs: TableWriter

    static func write(_ comparison: Comparison, into folder: ResultFolder) throws {
        let sets = comparison.measured
        let everything = sets.flatMap(\.pairs)
        let tables = try CalibrationTable(comparison, into: folder)
        guard !everything.isEmpty else { return }
        var folds: [(String, [MeasuredPair], [MeasuredPair])] = []
        if sets.count >= 2 {
            for (index, set) in sets.enumerated() where !set.pairs.isEmpty {
                let others = sets.enumerated().filter { $0.offset != index }
                folds.append((set.name, others.flatMap(\.element.pairs), set.pairs))
            }
        }
        folds.append(("", everything, everything))
        var networks = [("cables", comparison.network)]
        if let fewer = comparison.networkWithout { networks.append(("cables-without", fewer)) }
        for (name, train, test) in folds where train.count >= 4 {
            for (model, network) in networks {
                try tables.judge(model, network, name, train, test)
            }
            try tables.judgeGreatCircle(name, train, test)
        }
    }

    private init(_ comparison: Comparison, into folder: ResultFolder) throws {
        self.comparison = comparison
        table = try folder.table(
            "calibration.csv",
            columns: [
                "held_out", "model", "pairs", "median_abs_error_ms", "p90_abs_error_ms",
                "cable_slack", "land_stretch", "corridor_slack", "landing_delay_ms", "fixed_ms",
            ])
        pairs = try folder.table(
            "calibration_pairs.csv",
            columns: [
                "held_out", "model", "source", "destination", "distance_km", "measured_rtt_ms",
                "predicted_rtt_ms",
            ])
    }

    private var ellipsoid: Ellipsoid { comparison.experiment.scenario.ground.earth.ellipsoid }

    private func distanceKm(_ pair: MeasuredPair) -> Double {
        ellipsoid.greatCircleKm(
            from: comparison.sites[pair.a].place, to: comparison.sites[pair.b].place)
    }

    private func judge(
        _ model: String, _ network: FibreNetwork, _ name: String, _ train: [MeasuredPair],
        _ test: [MeasuredPair]
    ) throws {
        let delays = FibreFit.delays(of: train, over: network)
        let paths = network.allPaths(delays: delays)
        let predicted = test.map { pair in
            paths[pair.a][pair.b].map { 2 * $0.delayMs + delays.fixedMs } ?? .nan
        }
        try rows(
            name, model, test, predicted, delays.cableSlack, delays.landStretch,
            delays.corridorSlack, delays.landingDelayMs, delays.fixedMs)
    }

    private func judgeGreatCircle(
        _ name: String, _ train: [MeasuredPair], _ test: [MeasuredPair]
    ) throws {
        let (circle, fixedMs) = FibreFit.greatCircle(
            of: train, among: comparison.sites,
            refractiveIndex: comparison.delays.refractiveIndex, on: ellipsoid)
        let predicted = test.map { circle.rttMs(greatCircleKm: distanceKm($0)) + fixedMs }
        try rows(
            name, "great-circle", test, predicted, .nan, circle.stretch, .nan, .nan, fixedMs)
    }

    private func rows(
        _ name: String, _ model: String, _ test: [MeasuredPair], _ predicted: [Double],
        _ cableSlack: Double, _ landStretch: Double, _ corridorSlack: Double,
        _ landingMs: Double, _ fixedMs: Double
    ) throws {
        for (pair, rttMs) in zip(test, predicted) {
            try pairs.row(
                name, model, comparison.sites[pair.a].name, comparison.sites[pair.b].name,
                distanceKm(pair), pair.rttMs, rttMs)
        }
        let sorted = zip(test, predicted).map { abs($1 - $0.rttMs) }.filter(\.isFinite).sorted()
        func at(_ part: Double) -> Double {
            guard !sorted.isEmpty else { return .nan }
            let place = part * Double(sorted.count - 1)
            let low = Int(place)
            let high = min(low + 1, sorted.count - 1)
            return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
        }
        try table.row(
            name, model, sorted.count, at(0.5), at(0.9), cableSlack, landStretch, corridorSlack,
            landingMs, fixedMs)
    }
}
