import Numerics
import Orbits
import Results

/// Mesh, fibre and hybrid of each pair over the window.
struct ComparisonSummary {
    private let comparison: Comparison
    /// A place for each pair, then each instant.
    private var mesh: [[Double]]
    private var hybrid: [[Double]]

    init(_ comparison: Comparison) {
        self.comparison = comparison
        mesh = Array(repeating: [], count: comparison.pairs.count)
        hybrid = mesh
    }

    /// Takes the instants of a block.
    mutating func take(_ block: ComparisonBlock) {
        let count = comparison.pairs.count
        for (place, value) in block.meshRTTMs.enumerated() { mesh[place % count].append(value) }
        for (place, value) in block.hybridRTTMs.enumerated() {
            hybrid[place % count].append(value)
        }
    }

    /// Writes `comparison_summary.csv`, `comparison_matrix.csv`, `crossover.csv` and
    /// `crossover_times.csv`.
    func write(into folder: ResultFolder) throws {
        let table = try folder.table(
            "comparison_summary.csv",
            columns: [
                "source", "destination", "distance_km", "mesh_reachability", "mesh_min_rtt_ms",
                "mesh_median_rtt_ms", "mesh_max_rtt_ms", "fibre_rtt_ms", "hybrid_median_rtt_ms",
                "measured_rtt_ms", "mesh_beats_fibre", "mesh_beats_measured", "cable_km",
                "corridor_km", "land_km", "cables",
            ])
        let ellipsoid = comparison.experiment.scenario.ground.earth.ellipsoid
        let paths = comparison.network.allPaths(delays: comparison.delays)
        var distances: [Double] = []
        var medians: [Double] = []
        var fibres: [Double] = []
        for (index, pair) in comparison.pairs.enumerated() {
            let (a, b) = (comparison.sites[pair.source], comparison.sites[pair.destination])
            let distance = ellipsoid.greatCircleKm(from: a.place, to: b.place)
            let path = paths[pair.source][pair.destination]
            let fibre = path.map { 2 * $0.delayMs + comparison.delays.fixedMs } ?? .nan
            let measured = comparison.measuredRTTMs[index]
            let times = try? Statistics(finiteOf: mesh[index])
            let mixed = try? Statistics(finiteOf: hybrid[index])
            let instants = Double(mesh[index].count)
            func share(_ isTrue: (Double) -> Bool) -> Double {
                Double(mesh[index].count(where: isTrue)) / instants
            }
            let median = times?.quantile(0.5) ?? .nan
            try table.row(
                a.name, b.name, distance, share { $0.isFinite }, times?.quantile(0) ?? .nan,
                median, times?.quantile(1) ?? .nan, fibre, mixed?.quantile(0.5) ?? .nan, measured,
                fibre.isNaN ? .nan : share { $0 < fibre },
                measured.isNaN ? .nan : share { $0 < measured },
                path?.cableKm ?? .nan, path?.corridorKm ?? .nan, path?.landKm ?? .nan,
                path?.cables ?? 0)
            distances.append(distance)
            medians.append(median)
            fibres.append(fibre)
        }
        try writeCrossovers(distances, medians, fibres, into: folder)
        try writeCrossoverTimes(distances, fibres, into: folder)
        try writeMatrix(medians, fibres, into: folder)
    }

    private func writeCrossovers(
        _ distances: [Double], _ medians: [Double], _ fibres: [Double], into folder: ResultFolder
    ) throws {
        let table = try folder.table(
            "crossover.csv",
            columns: [
                "against", "crossover_km", "pairs", "beyond", "wins_beyond", "wins_below",
            ])
        for (name, others) in [("fibre", fibres), ("measured", comparison.measuredRTTMs)] {
            let both = distances.indices.filter { !medians[$0].isNaN && !others[$0].isNaN }
            let crossover = Crossover(
                distancesKm: both.map { distances[$0] }, wins: both.map { medians[$0] < others[$0] }
            )
            try table.row(
                name, crossover.distanceKm, both.count, crossover.beyond, crossover.winsBeyond,
                crossover.winsBelow)
        }
    }

    /// The same instant by instant; a pair that the mesh does not reach at an instant is none that it
    /// wins.
    private func writeCrossoverTimes(
        _ distances: [Double], _ fibres: [Double], into folder: ResultFolder
    ) throws {
        let table = try folder.table(
            "crossover_times.csv",
            columns: [
                "time_s", "against", "crossover_km", "pairs", "beyond", "wins_beyond", "wins_below",
            ])
        let window = comparison.experiment.window
        for instant in 0..<window.count {
            for (name, others) in [("fibre", fibres), ("measured", comparison.measuredRTTMs)] {
                let both = distances.indices.filter { !others[$0].isNaN }
                guard !both.isEmpty else { continue }
                let crossover = Crossover(
                    distancesKm: both.map { distances[$0] },
                    wins: both.map { mesh[$0][instant] < others[$0] })
                try table.row(
                    window.seconds(at: instant), name, crossover.distanceKm, both.count,
                    crossover.beyond, crossover.winsBeyond, crossover.winsBelow)
            }
        }
    }

    /// Median over the mesh less fibre [ms], a row and a column for each station; empty for pairs that
    /// are not compared.
    private func writeMatrix(
        _ medians: [Double], _ fibres: [Double], into folder: ResultFolder
    ) throws {
        let names = comparison.sites[..<comparison.siteCount].map(\.name)
        let table = try folder.table("comparison_matrix.csv", columns: ["station"] + names)
        var gains: [SIMD2<Int>: Double] = [:]
        for (index, pair) in comparison.pairs.enumerated() {
            let gain = medians[index] - fibres[index]
            gains[SIMD2(pair.source, pair.destination)] = gain
            gains[SIMD2(pair.destination, pair.source)] = gain
        }
        var rows = RowBuffer()
        for source in names.indices {
            rows.append(names[source])
            for destination in names.indices {
                if let gain = gains[SIMD2(source, destination)] {
                    rows.append(gain)
                } else {
                    rows.appendEmpty()
                }
            }
            rows.endRow()
        }
        try table.append(rows)
    }
}
