import Foundation

/// A folder for readers that take files, filled anew from each input.
///
/// An input is the text of the first file, or of several: a line `@@ name` begins the next one.
public final class FuzzFolder {
    /// Where it is.
    public let path: String

    private var files: [String] = []

    /// Makes a folder in that for temporary files.
    public init() {
        path = NSTemporaryDirectory() + "heliograph-fuzz-\(getpid())"
        try? FileManager.default.createDirectory(
            atPath: path + "/in", withIntermediateDirectories: true)
    }

    /// A file of the input.
    public func file(_ name: String) -> String { path + "/in/" + name }

    /// Puts the files of an input in place of those of the one before.
    ///
    /// - Parameter first: The name of the file with which the input begins.
    public func fill(_ bytes: UnsafeBufferPointer<UInt8>, first: String) {
        for file in files { unlink(file) }
        files = []
        var name = first
        var text: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: "@@ ".utf8) {
                write(text, to: name)
                name = Self.safe(line.dropFirst(3))
                text = []
            } else {
                text.append(contentsOf: line)
                text.append(UInt8(ascii: "\n"))
            }
        }
        // The last line ends as it does in the input.
        _ = text.popLast()
        write(text, to: name)
    }

    private func write(_ text: [UInt8], to name: String) {
        let file = file(name)
        if let slash = name.lastIndex(of: "/") {
            mkdir(self.file(String(name[..<slash])), 0o755)
        }
        guard let stream = fopen(file, "wb") else { return }
        fwrite(text, 1, text.count, stream)
        fclose(stream)
        files.append(file)
    }

    /// A name that leads nowhere else: letters, digits and a few marks, one folder deep.
    private static func safe(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let kept = name.prefix(80).filter {
            ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7a) || ($0 >= 0x41 && $0 <= 0x5a)
                || "._-/".utf8.contains($0)
        }
        let parts = String(decoding: kept, as: UTF8.self).split(separator: "/")
            .filter { $0 != "." && $0 != ".." }.prefix(2)
        return parts.isEmpty ? "none" : parts.joined(separator: "/")
    }
}
