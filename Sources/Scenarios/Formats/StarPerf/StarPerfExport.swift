import LaserMesh
import Orbits
import Results

/// Writes a scenario's satellites and lasers in the HDF5 file of StarPerf.
///
/// `/position/shell<k>/timeslot<t>` has longitude, latitude and altitude [deg, deg, km] of each
/// satellite, as texts; `/delay/shell<k>/timeslot<t>` the matrix of the delays of lasers [s], whose row
/// and column 0 are empty, with 0 where there is no link. Shells, slots and satellites are counted from
/// 1. Stations and the time between slots are not part of the file. Delays are those of straight lines
/// in vacuum; its own are along arcs, at 300,000 km/s.
///
/// - Note: Z. Lai, H. Li, J. Li, "StarPerf: Characterizing Network Performance for Emerging
///   Mega-Constellations", ICNP 2020, DOI 10.1109/ICNP49622.2020.9259357; version 2 of the program.
enum StarPerfExport {
    static func run(
        _ experiment: Experiment, into folder: ResultFolder, control: RunControl
    ) async throws {
        let shells = shells(of: experiment)
        let name = fileName(of: experiment)
        let file = try StarPerfWriter(
            path: folder.partialPath + "/" + name, satelliteCounts: shells.map(\.count))
        try await BlockPipeline(threads: control.threads, blockSize: 1).run(
            count: experiment.window.count
        ) { block in
            let instant = try DelayInstant(
                experiment, atSeconds: experiment.window.seconds(at: block.lowerBound),
                form: .starPerf)
            return try shells.map { try StarPerfSlot(instant, satellites: $0, experiment) }
        } take: { slots, block in
            for (shell, slot) in slots.enumerated() {
                try file.write(slot, shell: shell + 1, number: block.lowerBound + 1)
            }
            control.progress(1)
        }
        try file.close()
        try folder.adopt(name)
    }

    /// The satellites of each shell, which follow one another; one shell of all that have none.
    private static func shells(of experiment: Experiment) -> [Range<Int>] {
        guard !experiment.shells.isEmpty else { return [0..<experiment.constellation.count] }
        var first = 0
        return experiment.shells.map { shell in
            defer { first += shell.satelliteCount }
            return first..<first + shell.satelliteCount
        }
    }

    /// The name of the scenario, as StarPerf names the file after the constellation.
    private static func fileName(of experiment: Experiment) -> String {
        let name = String(
            experiment.scenario.name.map {
                $0.isLetter || $0.isNumber || "-_. ".contains($0) ? $0 : "_"
            })
        return (name.hasPrefix(".") ? "_" : "") + name + ".h5"
    }
}
