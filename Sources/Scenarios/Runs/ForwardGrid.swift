import LaserMesh
import Results

/// The forwarding state as a netCDF file, `forwarding.nc`.
///
/// Its dimensions are `time`, `destination` and `node`. A chunk holds the instants of a block for one
/// destination: from one instant to the next little changes, and the compression sees that only
/// where the two lie near each other. Next hops have 16 bits where that is enough for the nodes, which
/// takes half as long to compress. Latencies would shrink by two fifths only, four times as slowly as
/// they are found, and are stored as they are.
struct ForwardGrid: Sendable {
    static let fileName = "forwarding.nc"

    /// The next hops, in as many bits as the number of nodes asks for.
    private enum NextHops {
        case short(NetCDFVariable<Int16>)
        case long(NetCDFVariable<Int32>)
    }

    /// What the rows of a block become.
    struct Chunks: Sendable {
        fileprivate var nextHop = PackedChunks()
        fileprivate var latencyMs = PackedChunks()
    }

    private let file: NetCDFChunkWriter
    private let nextHop: NextHops
    private let latencyMs: NetCDFVariable<Float>?
    private let experiment: Experiment

    init(
        _ experiment: Experiment, hasLatency: Bool, blockSize: Int, in folder: ResultFolder
    ) throws {
        self.experiment = experiment
        let names = experiment.satelliteNames + experiment.stations.map(\.name)
        let stations = experiment.stationNodes
        let file = try NetCDFWriter(
            path: folder.partialPath + "/" + Self.fileName,
            attributes: [
                .text("title", "Forwarding state of \(experiment.scenario.name)"),
                .text("source", "Heliograph \(HeliographVersion.string), helio-forward"),
            ])
        let timeAxis = try file.timeAxis(of: experiment)
        let destinationAxis = try file.dimension("destination", count: stations.count)
        let nodeAxis = try file.dimension("node", count: names.count)
        let destination = try file.variable(
            "destination", of: Int32.self, over: [destinationAxis],
            attributes: [.longName("node of the destination, counted from 0")])
        try file.write(
            stations.map(\.rawValue), to: destination, from: [0], count: [stations.count])
        try file.texts(
            "destination_name", experiment.stations.map(\.name), over: destinationAxis,
            attributes: [.longName("name of the destination")])
        try file.texts(
            "node_name", names, over: nodeAxis, attributes: [.longName("name of the node")])
        let kind = try file.variable(
            "node_kind", of: Int8.self, over: [nodeAxis],
            attributes: [
                .longName("kind of the node"), .numbers("flag_values", [Int8(0), 1]),
                .text("flag_meanings", "satellite station"),
            ])
        let satellites = experiment.constellation.count
        try file.write(
            names.indices.map { $0 < satellites ? 0 : 1 }, to: kind, from: [0],
            count: [names.count])
        let axes = [timeAxis, destinationAxis, nodeAxis]
        let chunk = [blockSize, 1, names.count]
        let storage = NetCDFStorage(chunk: chunk, deflateLevel: 1)
        let attributes: [NetCDFAttribute] = [
            .longName("next node on the best route to the destination, counted from 0"),
            .text("coordinates", "node_name destination_name"),
            .text("comment", "_FillValue: unreachable; the destination leads to itself"),
        ]
        nextHop =
            NodeColumn(nodes: names.count).isShort
            ? .short(
                try file.variable(
                    "next_hop", over: axes, fill: Int16(ForwardingRows.unreachable),
                    storage: storage, attributes: attributes))
            : .long(
                try file.variable(
                    "next_hop", over: axes, fill: ForwardingRows.unreachable, storage: storage,
                    attributes: attributes))
        latencyMs =
            hasLatency
            ? try file.variable(
                "latency_ms", over: axes, fill: .nan, storage: NetCDFStorage(chunk: chunk),
                attributes: [
                    .longName("one-way latency of the best route to the destination"),
                    .units("ms"), .text("coordinates", "node_name destination_name"),
                    .text("comment", "NaN: unreachable"),
                ]) : nil
        self.file = try file.chunks()
    }

    /// Makes the rows of a block ready for the file; on any thread, with a packer of its own.
    func pack(
        _ rows: ForwardingRows, _ instants: Range<Int>, by packer: ChunkPacker,
        into chunks: inout Chunks
    ) {
        let start = [instants.lowerBound, 0, 0]
        let count = [instants.count, experiment.stations.count, experiment.nodeCount]
        switch nextHop {
        case .short(let variable):
            packer.pack(
                rows.nextHop.short, of: variable, from: start, count: count, into: &chunks.nextHop)
        case .long(let variable):
            packer.pack(
                rows.nextHop.long, of: variable, from: start, count: count, into: &chunks.nextHop)
        }
        if let latencyMs {
            packer.pack(
                rows.latencyMs, of: latencyMs, from: start, count: count, into: &chunks.latencyMs)
        }
    }

    /// Writes the instants of a block.
    func append(_ chunks: Chunks) throws {
        switch nextHop {
        case .short(let variable): try file.write(chunks.nextHop, to: variable)
        case .long(let variable): try file.write(chunks.nextHop, to: variable)
        }
        if let latencyMs { try file.write(chunks.latencyMs, to: latencyMs) }
    }

    /// Closes the file and makes it part of the folder.
    func finish(in folder: ResultFolder) throws {
        try file.close()
        try folder.adopt(Self.fileName)
    }
}
