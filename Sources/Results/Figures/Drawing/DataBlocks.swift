/// The blocks of a gnuplot data file, which `index` counts from 0.
struct DataBlocks {
    private var text: String
    private var count = 0

    /// Starts the file with a line that tells its columns.
    init(columns: String) { text = "# \(columns)\n" }

    /// Appends a block of lines and returns its index; `nil` when it has none, for gnuplot does not
    /// count a block without data.
    mutating func append(_ name: String, _ lines: [String]) -> Int? {
        guard lines.contains(where: { !$0.isEmpty }) else { return nil }
        if count > 0 { text += "\n\n" }
        text += "# " + name.filter { !$0.isNewline } + "\n"
        for line in lines { text += line + "\n" }
        count += 1
        return count - 1
    }

    /// The bytes of the file.
    var bytes: [UInt8] { Array(text.utf8) }
}
