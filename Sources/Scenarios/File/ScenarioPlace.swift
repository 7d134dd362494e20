/// A place in a scenario file: its line, and the path of keys that leads there.
public struct ScenarioPlace: Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String

    /// The line, from 1; `nil` where it is not known.
    public var line: Int?

    /// The keys, such as `constellation.shells[0].planes`; empty at the top.
    public var path: String

    /// Creates a place.
    public init(file: String, line: Int?, path: String) {
        self.file = file
        self.line = line
        self.path = path
    }

    /// `file:line: path`, as far as known.
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if !path.isEmpty { text += ": \(path)" }
        return text
    }
}
