import LaserMesh
import Results

/// The forwarding state as a table, `forwarding.csv`: a row for every instant, destination and node.
struct ForwardTable: Sendable {
    private let table: TableWriter
    private let experiment: Experiment

    init(_ experiment: Experiment, in folder: ResultFolder) throws {
        self.experiment = experiment
        table = try folder.table(
            "forwarding.csv",
            columns: ["time_s", "destination", "node", "next_hop", "latency_ms"])
    }

    /// Appends the rows of a block.
    func append(_ rows: ForwardingRows, _ instants: Range<Int>) throws {
        let names = experiment.satelliteNames + experiment.stations.map(\.name)
        var buffer = RowBuffer()
        var place = 0
        for instant in instants {
            let seconds = experiment.window.seconds(at: instant)
            for destination in experiment.stations {
                for name in names {
                    let next = rows.nextHop[place]
                    let isReached = next != ForwardingRows.unreachable
                    buffer.row(
                        seconds, destination.name, name, isReached ? names[Int(next)] : nil,
                        // Through the shortest digits of a Float, which those of a Double are not.
                        Double(rows.latencyMs[place].description) ?? .nan)
                    place += 1
                }
                try table.append(buffer)
                buffer.removeAll()
            }
        }
    }
}
