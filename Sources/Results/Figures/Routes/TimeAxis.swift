/// The horizontal axis of a series: its unit and range.
struct TimeAxis {
    /// Seconds in the unit.
    let scale: Double

    /// The range in the unit.
    let range: ClosedRange<Double>

    private let unit: String

    /// The axis of all instants of some series: seconds up to 15 min, minutes up to 3 h, else hours.
    init(_ series: some Collection<PairSeries>) {
        let first = series.compactMap(\.timesS.first).min() ?? 0
        let last = series.map(\.endS).max() ?? 1
        let span = last - first
        if span <= 900 {
            (scale, unit) = (1, "s")
        } else if span <= 10_800 {
            (scale, unit) = (60, "min")
        } else {
            (scale, unit) = (3_600, "h")
        }
        let end = last > first ? last : first + 1
        range = first / scale...end / scale
    }

    /// The settings of the axis.
    var settings: [String] {
        [
            "set xrange [\(range.lowerBound):\(range.upperBound)]",
            // The blank second line keeps the legend at a distance.
            "set xlabel \"Time since start (\(unit))\\n \" offset 0,0.3",
        ]
    }

    /// Eight instants or so at which a pair's line gets a mark, evenly over its instants.
    func markIndices(_ pair: PairSeries) -> [Int] {
        let count = pair.timesS.count
        let marks = min(8, count)
        return (0..<marks).map { count * (2 * $0 + 1) / (2 * marks) }
            .filter { !pair.rttMs[$0].isNaN }
    }

    /// A time as it stands in a data file.
    func text(_ timeS: Double) -> String { GnuplotText.number(timeS / scale, decimals: 6) }
}
