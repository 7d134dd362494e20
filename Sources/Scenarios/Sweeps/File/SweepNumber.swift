import Foundation

/// The numbers of an axis, as texts that stand in scenarios and tables.
enum SweepNumber {
    /// The most values that an axis may have.
    static let mostValues = 10_000_000

    /// A computed number, rounded to 12 digits, in which libraries of mathematics agree.
    static func tree(_ value: Double) -> ScenarioTree {
        .scalar(String(format: "%.12g", value))
    }

    /// `from`, `from` + `step`, ... up to `to`, in decimal arithmetic: 0.3, and not
    /// 0.30000000000000004.
    ///
    /// - Returns: `nil` where the step does not lead from the one to the other.
    static func range(from: String, to: String, step: String) -> [ScenarioTree]? {
        guard let from = decimal(from), let to = decimal(to), let step = decimal(step),
            step != 0, from == to || (to > from) == (step > 0)
        else { return nil }
        let steps = NSDecimalNumber(decimal: (to - from) / step).doubleValue
        guard steps < Double(mostValues) else { return nil }
        var values: [ScenarioTree] = []
        var value = from
        while step > 0 ? value <= to : value >= to {
            values.append(.scalar(value.description))
            value += step
        }
        return values
    }

    private static func decimal(_ text: String) -> Decimal? {
        guard YAMLValue.number(text) != nil else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// Numbers whose logarithms are evenly spaced, both ends among them.
    static func logRange(from: Double, to: Double, count: Int) -> [ScenarioTree] {
        (0..<count).map { index in
            if index == 0 { return tree(from) }
            if index == count - 1 { return tree(to) }
            return tree(from * pow(to / from, Double(index) / Double(count - 1)))
        }
    }
}
