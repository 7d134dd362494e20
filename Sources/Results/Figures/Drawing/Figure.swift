/// A figure as gnuplot makes it: a script that reads data files beside it.
public struct Figure: Sendable, Hashable {
    /// A file that the script reads.
    struct DataFile: Sendable, Hashable {
        var name: String
        var bytes: [UInt8]
    }

    /// Name of the script and the figure, without suffix.
    var name: String

    /// Width [px of 1/96 inch].
    var width: Int

    /// Height [px of 1/96 inch].
    var height: Int

    /// What stands before the plot command.
    var settings: [String]

    /// The items of the plot command, in drawing order.
    var items: [String]

    /// The files that the script reads.
    var data: [DataFile]

    /// The script; `cd` to its folder and `gnuplot` it to make the figure again.
    func script(format: FigureFormat) -> String {
        var lines = [
            "# gnuplot 5.2 or newer: draws \(name).\(format.suffixes.joined(separator: ", \(name)."))",
            "reset", "set encoding utf8", "set decimalsign '.'",
        ]
        lines += settings
        for (index, suffix) in format.suffixes.enumerated() {
            lines.append(terminal(suffix))
            lines.append("set output '\(name).\(suffix)'")
            if index == 0 {
                lines.append("plot \\\n    " + items.joined(separator: ", \\\n    "))
            } else {
                lines.append("replot")
            }
        }
        lines.append("unset output")
        return lines.joined(separator: "\n") + "\n"
    }

    private func terminal(_ suffix: String) -> String {
        suffix == "png"
            ? "set terminal pngcairo size \(2 * width),\(2 * height) fontscale 1.5 linewidth 2 "
                + "pointscale 2.4 dashlength 2 rounded background rgb 'white' font 'Helvetica,12'"
            : "set terminal svg size \(width),\(height) fixed standalone enhanced rounded "
                + "name '\(name.replacing("-", with: "_"))' background rgb 'white' font 'Helvetica,12'"
    }
}
