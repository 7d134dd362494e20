import LaserMesh
import Orbits
import Results

/// Writes a scenario as the matrices from which StarryNet emulates.
///
/// `position/<t>.txt` with t from 0 has `latitude,longitude,altitude` [deg, deg, km] of each satellite;
/// `delay/<t>.txt` with t from 1 is the symmetric matrix of one-way delays [ms] of all nodes,
/// satellites first, 0 where there is no link; `Topo_leo_change.txt` tells the links of stations that
/// come and go, by node numbers from 1. `stations.csv` has the places of the stations, which StarryNet
/// itself takes from its program. Delays are those of vacuum; its own are those of 0.587 times the
/// speed of light.
///
/// - Note: Z. Lai et al., "StarryNet: Empowering Researchers to Evaluate Futuristic Integrated Space and
///   Terrestrial Networks", NSDI 2023.
enum StarryNetExport {
    /// The least delay that two decimals tell from none [ms].
    private static let leastDelayMs = 0.005

    /// What an instant gives.
    private struct Block: Sendable {
        let positions: [UInt8]
        let delays: [UInt8]
        let links: [DelayInstant.Link]
    }

    static func run(
        _ experiment: Experiment, into folder: ResultFolder, control: RunControl
    ) async throws {
        try check(experiment)
        let satellites = experiment.constellation.count
        let positions = try folder.series("position")
        let delays = try folder.series("delay")
        var changes = StarryNetChanges(satellites: satellites, nodes: experiment.nodeCount)
        let nodes = experiment.nodeCount
        try await BlockPipeline(threads: control.threads, blockSize: 1).run(
            count: experiment.window.count
        ) { block in
            let instant = try DelayInstant(
                experiment, atSeconds: experiment.window.seconds(at: block.lowerBound),
                form: .starryNet)
            return Block(
                positions: positionText(instant),
                delays: try matrixText(instant, nodes: nodes, experiment),
                links: instant.links)
        } take: { block, indices in
            let index = indices.lowerBound
            try changes.add(block.links)
            try positions.write(block.positions, to: "\(index).txt")
            try delays.write(block.delays, to: "\(index + 1).txt")
            control.progress(1)
        }
        positions.finish()
        delays.finish()
        try folder.write(changes.text, to: "Topo_leo_change.txt")
        let table = try folder.table(
            "stations.csv", columns: ["name", "latitude_deg", "longitude_deg", "altitude_m"])
        for station in experiment.stations {
            let place = station.place
            try table.row(
                station.name, place.latitudeDeg, place.longitudeDeg, place.altitudeKm * 1_000)
        }
    }

    private static func check(_ experiment: Experiment) throws(ExchangeError) {
        let window = experiment.window
        let step = window.nanoseconds(at: 1) - window.nanoseconds(at: 0)
        guard step == 1_000_000_000 else {
            throw .cannotSay(
                form: .starryNet, found: "steps of \(Double(step) / 1e9) s",
                expected: "steps of 1 s, which its files count")
        }
        if let station = experiment.stations.first(where: { $0.track != nil }) {
            throw .cannotSay(
                form: .starryNet, found: "a station '\(station.name)' that moves",
                expected: "stations that stay")
        }
    }

    /// Six digits after the point, as StarryNet writes them.
    private static func positionText(_ instant: DelayInstant) -> [UInt8] {
        var text = ""
        for place in instant.places {
            let values = [place.latitudeDeg, place.longitudeDeg, place.altitudeKm]
            text += values.map { FixedPoint.text($0, digits: 6) }.joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }

    /// The matrix row by row, two digits after the point.
    private static func matrixText(
        _ instant: DelayInstant, nodes: Int, _ experiment: Experiment
    ) throws(ExchangeError) -> [UInt8] {
        var rows = [[(column: Int, text: String)]](repeating: [], count: nodes)
        for link in instant.links {
            let delayMs = link.delayS * 1_000
            guard delayMs >= leastDelayMs else {
                throw .cannotSay(
                    form: .starryNet,
                    found: "a link of \(delayMs) ms between \(experiment.name(of: NodeID(link.a))) "
                        + "and \(experiment.name(of: NodeID(link.b)))",
                    expected: "at least \(leastDelayMs) ms, less than which it reads as no link")
            }
            let text = FixedPoint.text(delayMs, digits: 2)
            rows[link.a].append((link.b, text))
            rows[link.b].append((link.a, text))
        }
        let none = Array("0.00".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(nodes * nodes * 5 + instant.links.count * 4)
        for row in rows {
            let sorted = row.sorted { $0.column < $1.column }
            var next = 0
            for column in 0..<nodes {
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                if next < sorted.count, sorted[next].column == column {
                    bytes.append(contentsOf: sorted[next].text.utf8)
                    next += 1
                } else {
                    bytes.append(contentsOf: none)
                }
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
