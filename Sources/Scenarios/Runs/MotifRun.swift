import LaserMesh
import Results
import Routing

/// How good each motif of a scenario's shell would be for its pairs, as tables.
///
/// Written are `motifs.csv`, or with zones `zones.csv` and `motifs.csv` with the motifs of all zones.
public enum MotifRun {
    /// What is searched.
    public struct Search: Sendable {
        /// The instant, since the epoch [s].
        public var seconds: Double

        /// How far a step may lead from the satellite from which steps are measured [km].
        public var maxRangeKm: Double

        /// Ends of zones of latitude, ascending, the last one 90 [deg]; empty for one motif everywhere.
        public var zonesDeg: [Double]

        /// Creates a search.
        public init(seconds: Double, maxRangeKm: Double, zonesDeg: [Double] = []) {
            self.seconds = seconds
            self.maxRangeKm = maxRangeKm
            self.zonesDeg = zonesDeg
        }
    }

    /// The number of motifs that a search judges.
    ///
    /// - Throws: What ``run(_:_:into:control:)`` throws for the scenario.
    public static func motifCount(_ experiment: Experiment, _ search: Search) throws -> Int {
        try experiment.requireNoStops()
        try experiment.requireCover(ofSeconds: [search.seconds])
        let motifs = try MotifSearch(experiment, atSeconds: search.seconds)
        guard !search.zonesDeg.isEmpty else {
            return motifs.motifs(maxRangeKm: search.maxRangeKm).count
        }
        return zip([0] + search.zonesDeg, search.zonesDeg).map { low, high in
            motifs.motifs(maxRangeKm: search.maxRangeKm, inZoneFromDeg: low, toDeg: high).count
        }.reduce(0, +)
    }

    /// Judges all motifs of two steps and writes what they are worth.
    ///
    /// With zones the best motif of each is found from the equator on, with the zones before it settled
    /// and the motif at hand everywhere beyond them.
    ///
    /// - Throws: ``ScenarioError`` where planes and slots are not known, for pairs of unknown names, or
    ///   where no motif is possible in a zone.
    public static func run(
        _ experiment: Experiment, _ search: Search, into folder: ResultFolder,
        control: RunControl = RunControl()
    ) async throws {
        try experiment.requireCover(ofSeconds: [search.seconds])
        let motifs = try MotifSearch(experiment, atSeconds: search.seconds)
        let grid = motifs.plusGrid()
        let table = try folder.table(
            "motifs.csv",
            columns: [
                "zone_deg", "motif", "offsets", "stretch", "hops", "unreachable_pairs",
                "gain_percent",
            ])
        var rows = RowBuffer()
        append(grid, named: nil, "plus-grid", zoneDeg: 90, over: grid, to: &rows)
        try table.append(rows)
        guard !search.zonesDeg.isEmpty else {
            let list = motifs.motifs(maxRangeKm: search.maxRangeKm)
            try await motifs.judge(list, control: control) { index, result in
                var rows = RowBuffer()
                append(
                    result, named: index, text(list[index]), zoneDeg: 90, over: grid, to: &rows)
                try table.append(rows)
            }
            return
        }
        try await runZones(motifs, search, grid, table, into: folder, control: control)
    }

    private static func runZones(
        _ motifs: MotifSearch, _ search: Search, _ grid: StretchStudy.Result,
        _ table: TableWriter, into folder: ResultFolder, control: RunControl
    ) async throws {
        let best = try folder.table(
            "zones.csv",
            columns: ["zone_deg", "offsets", "stretch", "hops", "gain_percent"])
        var zones: [MotifZone] = []
        var low = 0.0
        for high in search.zonesDeg {
            let list = motifs.motifs(
                maxRangeKm: search.maxRangeKm, inZoneFromDeg: low, toDeg: high)
            var winner: (index: Int, result: StretchStudy.Result)?
            try await motifs.judge(list, beyond: zones, control: control) { index, result in
                var rows = RowBuffer()
                append(
                    result, named: index, text(list[index]), zoneDeg: high, over: grid, to: &rows)
                try table.append(rows)
                if result.measure < winner?.result.measure ?? .infinity {
                    winner = (index, result)
                }
            }
            guard let winner else {
                throw ScenarioError.wrongValue(
                    place: ScenarioPlace(
                        file: motifs.experiment.scenario.file, line: nil, path: ""),
                    found:
                        "no motif within \(search.maxRangeKm) km that joins all pairs in the zone "
                        + "up to \(high) degrees", expected: "a longer range or other zones")
            }
            zones.append(
                MotifZone(maxAbsLatitudeRad: high * (.pi / 180), offsets: list[winner.index]))
            var rows = RowBuffer()
            rows.row(
                high, text(list[winner.index]), winner.result.stretch, winner.result.hops,
                gainPercent(winner.result, over: grid))
            try best.append(rows)
            low = high
        }
    }

    private static func append(
        _ result: StretchStudy.Result, named index: Int?, _ offsets: String, zoneDeg: Double,
        over grid: StretchStudy.Result, to rows: inout RowBuffer
    ) {
        rows.row(
            zoneDeg, index, offsets, result.stretch, result.hops, result.unreachablePairs,
            gainPercent(result, over: grid))
    }

    /// What stretch plus hops gains over those of +Grid [%]; NaN where a pair has no route.
    private static func gainPercent(
        _ result: StretchStudy.Result, over grid: StretchStudy.Result
    ) -> Double {
        100 * (grid.stretch + grid.hops - (result.stretch + result.hops))
            / (grid.stretch + grid.hops)
    }

    /// Steps as a table writes them: planes and slots of each, such as `0:1 1:-2`.
    private static func text(_ offsets: [MotifOffset]) -> String {
        offsets.map { "\($0.planes):\($0.slots)" }.joined(separator: " ")
    }
}
