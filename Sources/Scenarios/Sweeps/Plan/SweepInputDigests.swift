import Results

/// The hashes of the files that scenarios name, each file read once.
struct SweepInputDigests {
    private let files: InputFiles
    private var known: [String: String] = [:]
    private lazy var datasets = DatasetFolder.locate()

    init(beside baseFile: String) { files = InputFiles(beside: baseFile) }

    /// A line for each file that a scenario names: its name there and its hash.
    mutating func lines(of tree: ScenarioTree) -> String {
        var text = ""
        let constellation = tree["constellation"]
        if let name = constellation?["preset"]?.text {
            text += "\(name) \(digest(presetPath(name)))\n"
        }
        let named = [
            constellation?["elements"]?["file"], constellation?["positions"]?["file"],
            tree["lasers"]?["file"], tree["ground"]?["stations"]?["file"],
            tree["ground"]?["links"]?["file"], tree["pairs"]?["file"],
        ]
        for name in named.compactMap({ $0?.text }) { text += "\(name) \(digest(name))\n" }
        return text
    }

    /// Where a preset lies: a file beside the scenario, or a design of the datasets.
    private mutating func presetPath(_ name: String) -> String {
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
        return "\(datasets ?? "/")/constellations/\(name).yaml"
    }

    /// A file that cannot be read is the fault of the run that wants it; it gets no hash here, and
    /// the run another one when the file is there.
    private mutating func digest(_ name: String) -> String {
        let path = files.path(name)
        if let digest = known[path] { return digest }
        let digest = (try? InputFile.bytes(of: path)).map { SHA256.hex(of: $0) } ?? "unreadable"
        known[path] = digest
        return digest
    }
}
