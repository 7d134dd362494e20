import Results

extension NetCDFWriter {
    /// Instants that are written at a time, so that memory does not grow with the window.
    private static let timesAtOnce = 4_096

    /// Adds the dimension `time` with the instants of a scenario's window, all of them.
    func timeAxis(of experiment: Experiment) throws(NetCDFError) -> NetCDFDimension {
        let window = experiment.window
        let axis = try dimension("time", count: nil)
        let time = try timeVariable(over: axis, epoch: experiment.epoch.iso8601(fractionDigits: 6))
        for first in stride(from: 0, to: window.count, by: Self.timesAtOnce) {
            let instants = first..<min(first + Self.timesAtOnce, window.count)
            try write(
                instants.map { window.seconds(at: $0) }, to: time, from: [first],
                count: [instants.count])
        }
        return axis
    }
}
