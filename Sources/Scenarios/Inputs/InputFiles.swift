import Results

/// Reads the files that a scenario names, and keeps a list of them.
struct InputFiles {
    /// The files read so far, each once.
    private(set) var read: [InputDigest] = []

    private let folder: String

    /// - Parameter scenarioFile: The scenario's file; relative names start from its folder.
    init(beside scenarioFile: String) {
        let parts = scenarioFile.split(separator: "/", omittingEmptySubsequences: false)
        folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : ""
    }

    /// The path of a file that the scenario names.
    func path(_ name: String) -> String {
        name.hasPrefix("/") ? name : folder + name
    }

    /// The bytes of a file that the scenario names.
    mutating func bytes(_ name: String) throws(InputError) -> [UInt8] {
        let bytes = try InputFile.bytes(of: path(name))
        note(name, bytes)
        return bytes
    }

    /// Takes note of a file that was read.
    mutating func note(_ name: String, _ bytes: [UInt8]) {
        // Where the data sets lie differs between machines and means nothing here.
        let inside = DatasetFolder.locate().flatMap { folder in
            name.hasPrefix(folder + "/") ? "Datasets" + name.dropFirst(folder.count) : nil
        }
        let digest = InputDigest(name: inside ?? name, sha256: SHA256.hex(of: bytes))
        if !read.contains(digest) { read.append(digest) }
    }
}
