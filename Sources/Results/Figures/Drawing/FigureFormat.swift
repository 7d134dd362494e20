/// The file formats of figures.
public enum FigureFormat: String, Sendable, CaseIterable {
    /// Scalable vector graphics.
    case svg

    /// Portable network graphics, at twice the size in pixels.
    case png

    /// One of each.
    case both

    /// The suffixes of the files.
    var suffixes: [String] {
        switch self {
        case .svg: ["svg"]
        case .png: ["png"]
        case .both: ["svg", "png"]
        }
    }
}
