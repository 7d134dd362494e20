import Results

/// The states of all satellites as a netCDF file, `ephemeris.nc`, with dimensions `time` and
/// `satellite`.
struct EphemerisGrid: Sendable {
    static let fileName = "ephemeris.nc"

    private let file: NetCDFChunkWriter
    private let columns: [NetCDFVariable<Double>]
    private let experiment: Experiment

    init(
        _ experiment: Experiment, frame: OutputFrame, blockSize: Int, in folder: ResultFolder
    ) throws {
        self.experiment = experiment
        let file = try NetCDFWriter(
            path: folder.partialPath + "/" + Self.fileName,
            attributes: [
                .text("title", "Ephemeris of \(experiment.scenario.name)"),
                .text("source", "Heliograph \(HeliographVersion.string), helio-propagate"),
                .text("frame", frame.rawValue),
            ])
        let names = experiment.satelliteNames
        let timeAxis = try file.timeAxis(of: experiment)
        let satelliteAxis = try file.dimension("satellite", count: names.count)
        try file.texts(
            "satellite_name", names, over: satelliteAxis,
            attributes: [.longName("name of the satellite")])
        var columns: [NetCDFVariable<Double>] = []
        for (name, unit) in zip(frame.columns, frame.units) {
            columns.append(
                try file.variable(
                    name, over: [timeAxis, satelliteAxis], fill: .nan,
                    storage: NetCDFStorage(chunk: [blockSize, names.count], deflateLevel: 1),
                    attributes: [.units(unit), .text("coordinates", "satellite_name")]))
        }
        self.columns = columns
        self.file = try file.chunks()
    }

    /// Makes the instants of a block ready for the file; on any thread, with a packer of its own.
    ///
    /// - Parameter values: For each column the values of all satellites, instant by instant, NaN where
    ///   a satellite has no state.
    func pack(
        _ values: [[Double]], _ instants: Range<Int>, by packer: ChunkPacker
    ) -> [PackedChunks] {
        zip(columns, values).map { column, values in
            var chunks = PackedChunks()
            packer.pack(
                values, of: column, from: [instants.lowerBound, 0],
                count: [instants.count, experiment.satelliteNames.count], into: &chunks)
            return chunks
        }
    }

    /// Writes the instants of a block, packed column by column.
    func append(_ chunks: [PackedChunks]) throws {
        for (column, chunks) in zip(columns, chunks) { try file.write(chunks, to: column) }
    }

    /// Closes the file and makes it part of the folder.
    func finish(in folder: ResultFolder) throws {
        try file.close()
        try folder.adopt(Self.fileName)
    }
}
