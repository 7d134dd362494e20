import LaserMesh
import Orbits
import Routing

/// Judges motifs of a scenario's satellites at one instant, and finds the best one for each zone of
/// latitude.
struct MotifSearch: Sendable {
    let experiment: Experiment
    let pairs: [WeightedPair]
    let positions: PositionPlanes
    let seconds: Double
    private let layouts: [ShellLayout]

    /// Motifs that a task judges.
    private static let blockSize = 8

    init(_ experiment: Experiment, atSeconds seconds: Double) throws {
        layouts =
            experiment.placement().map { ShellLayout.layouts(of: $0) } ?? experiment.layouts
        guard !layouts.isEmpty else {
            throw ScenarioError.wrongValue(
                place: ScenarioPlace(
                    file: experiment.scenario.file, line: nil, path: "constellation"),
                found: "satellites whose planes and slots are not known",
                expected: "a design, or positions with plane and slot")
        }
        self.experiment = experiment
        self.seconds = seconds
        pairs = try experiment.weightedPairs()
        positions = experiment.constellation.positions(at: experiment.instant(atSeconds: seconds))
    }

    /// The +Grid of the scenario, with which motifs are compared.
    func plusGrid() -> StretchStudy.Result {
        let grid = LinkList.plusGrid(
            layouts, slotShift: experiment.scenario.lasers.slotShift,
            seam: experiment.scenario.lasers.seam)
        var study = StretchStudy(pairs, rules: experiment.scenario.routing)
        return result(of: grid, by: &study)
    }

    /// The motifs to try, measured from slot 0 of plane 0.
    func motifs(maxRangeKm: Double) -> [[MotifOffset]] {
        MotifCandidates(
            among: positions, of: layouts[0], maxRangeKm: maxRangeKm
        ).motifs
    }

    /// The motifs to try in a zone: measured from that satellite in the first quarter of plane 0, and in
    /// the zone or up to two degrees before it, from which they are fewest.
    func motifs(
        maxRangeKm: Double, inZoneFromDeg low: Double, toDeg high: Double
    ) -> [[MotifOffset]] {
        let shell = layouts[0]
        let earth = experiment.scenario.ground.earth.ellipsoid
        var fewest: [[MotifOffset]]?
        for slot in 0..<(shell.slots + 3) / 4 {
            guard let satellite = shell.satellite(plane: 0, slot: slot) else { continue }
            let latitude = earth.geodetic(of: ITRFPosition(km: positions[satellite])).latitudeDeg
            guard latitude > low - 2, latitude < high else { continue }
            let motifs = MotifCandidates(
                among: positions, of: shell, slot: slot, maxRangeKm: maxRangeKm
            ).motifs
            if motifs.count < fewest?.count ?? .max { fewest = motifs }
        }
        return fewest ?? []
    }

    /// Judges motifs, each beyond some zones that are settled, and hands over the results in order.
    func judge(
        _ motifs: [[MotifOffset]], beyond zones: [MotifZone] = [], control: RunControl,
        take: (Int, StretchStudy.Result) throws -> Void
    ) async throws {
        let pipeline = BlockPipeline(threads: control.threads, blockSize: Self.blockSize)
        try await pipeline.run(count: motifs.count) { block in
            var study = StretchStudy(pairs, rules: experiment.scenario.routing)
            return block.map { result(of: topology(motifs[$0], beyond: zones), by: &study) }
        } take: { results, block in
            for (index, result) in zip(block, results) { try take(index, result) }
            control.progress(block.count)
        }
    }

    private func topology(_ offsets: [MotifOffset], beyond zones: [MotifZone]) -> any Topology {
        let lasers = experiment.scenario.lasers
        let maxDegree = lasers.motif.maxDegree ?? lasers.terminals
        if zones.isEmpty {
            return LinkList.motif(
                offsets, of: layouts, maxDegree: maxDegree, seam: lasers.seam)
        }
        return Motif(
            zones: zones + [MotifZone(maxAbsLatitudeRad: .pi / 2, offsets: offsets)],
            of: layouts, maxDegree: maxDegree, seam: lasers.seam)
    }

    private func result(
        of topology: any Topology, by study: inout StretchStudy
    ) -> StretchStudy.Result {
        let mesh = experiment.builder.replacing(topology: topology)
            .mesh(of: positions, atSeconds: seconds)
        return study.result(in: mesh)
    }
}
