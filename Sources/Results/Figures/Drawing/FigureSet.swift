/// The figures of a result folder.
public protocol FigureSet: Sendable {
    /// The file formats.
    var format: FigureFormat { get }

    /// What decides the figures, for their manifest.
    var arguments: [String: JSONValue] { get }

    /// What a person should know of them, such as what could not be drawn.
    var notes: [String] { get }

    /// The figures before they are drawn.
    ///
    /// - Throws: ``FigureError`` for what the results do not have.
    func figures() throws(FigureError) -> [Figure]
}

extension FigureSet {
    /// Draws all figures into a result folder: each with its script and the data that it reads.
    ///
    /// - Parameters:
    ///   - folder: Where they go.
    ///   - wanted: The names of the figures to draw; empty for all.
    ///   - gnuplot: What draws them.
    /// - Returns: The names of the files.
    /// - Throws: ``FigureError`` when gnuplot fails, something cannot be written, or
    ///   ``FigureError/unknownFigure(name:known:)``.
    public func write(
        into folder: ResultFolder, only wanted: [String] = [], with gnuplot: Gnuplot
    ) throws(FigureError) -> [String] {
        let all = try figures()
        if let unknown = wanted.first(where: { name in !all.contains { $0.name == name } }) {
            throw .unknownFigure(name: unknown, known: all.map(\.name))
        }
        var names: [String] = []
        for figure in all where wanted.isEmpty || wanted.contains(figure.name) {
            do throws(ResultError) {
                for file in figure.data { try folder.write(file.bytes, to: file.name) }
                try folder.write(figure.script(format: format), to: figure.name + ".gp")
            } catch {
                throw .result(error)
            }
            try gnuplot.run(script: figure.name + ".gp", in: folder.partialPath)
            for suffix in format.suffixes {
                let name = "\(figure.name).\(suffix)"
                try checkWhole(name, in: folder.partialPath)
                do throws(ResultError) { try folder.adopt(name) } catch { throw .result(error) }
                names.append(name)
            }
        }
        return names
    }

    /// Makes sure that gnuplot, which does not look at a full disk, wrote the figure to its end.
    private func checkWhole(_ name: String, in folder: String) throws(FigureError) {
        let end: [UInt8] = name.hasSuffix(".svg") ? Array("</svg>".utf8) : Array("IEND".utf8)
        guard let bytes = try? InputFile.bytes(of: folder + "/" + name),
            bytes.suffix(16).split(separator: UInt8(ascii: "\n")).contains(where: { line in
                line.indices.contains { line[$0...].starts(with: end) }
            })
        else {
            throw .gnuplotFailed(script: name, reason: "the figure is not whole; is the disk full?")
        }
    }
}
