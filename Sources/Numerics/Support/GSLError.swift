/// Why a numerical routine gives no answer.
public enum GSLError: Error, Sendable, Equatable {
    /// A function has the same sign at both ends of a bracket, so that no root is certain.
    case noSignChange(lower: Double, valueAtLower: Double, upper: Double, valueAtUpper: Double)

    /// A function is not lower inside a bracket than at both of its ends.
    case noInteriorMinimum(lower: Double, start: Double, upper: Double)

    /// A function, or one component of a derivative, is NaN or infinite at an argument.
    case notFinite(at: Double)

    /// A function of several variables is NaN at a point.
    case notFiniteAtPoint([Double])

    /// A number of the input is NaN or infinite.
    case inputNotFinite(index: Int)

    /// The number of iterations or steps that was allowed did not suffice.
    case iterationLimit(Int)

    /// A step would have to be smaller than the arithmetic can resolve to meet the tolerance.
    case stepTooSmall(at: Double)

    /// An abscissa is not greater than the one before it.
    case notIncreasing(index: Int, previous: Double, value: Double)

    /// There are fewer points than the method needs.
    case tooFewPoints(found: Int, needed: Int)

    /// Two lists that belong together differ in length.
    case unequalCounts(first: Int, second: Int)

    /// The two ends of a periodic function differ.
    case notPeriodic(first: Double, last: Double)

    /// An argument is outside the range that was tabulated.
    case outOfRange(value: Double, lower: Double, upper: Double)

    /// GSL could not get memory.
    case outOfMemory

    /// Another code of GSL, with GSL's own word for it.
    case library(code: Int, reason: String)

    /// One sentence for a person: what was found, and what was expected.
    public var message: String {
        switch self {
        case .noSignChange(let lower, let valueAtLower, let upper, let valueAtUpper):
            "the function is \(valueAtLower) at \(lower) and \(valueAtUpper) at \(upper); "
                + "a root needs values of opposite sign"
        case .noInteriorMinimum(let lower, let start, let upper):
            "the function is not lower at \(start) than at both \(lower) and \(upper); "
                + "a minimum needs a starting point below both ends"
        case .notFinite(let argument):
            "the function is not finite at \(argument)"
        case .notFiniteAtPoint(let point):
            "the function is not a number at \(point)"
        case .inputNotFinite(let index):
            "number \(index) of the input (from 0) is not finite"
        case .iterationLimit(let limit):
            "no convergence within \(limit) iterations"
        case .stepTooSmall(let argument):
            "the tolerance needs a step at \(argument) that is too small for the arithmetic"
        case .notIncreasing(let index, let previous, let value):
            "abscissa \(index) (from 0) is \(value), which is not above \(previous) before it"
        case .tooFewPoints(let found, let needed):
            "\(found) points were given; at least \(needed) are needed"
        case .unequalCounts(let first, let second):
            "\(first) abscissae and \(second) ordinates were given; the counts must be equal"
        case .notPeriodic(let first, let last):
            "the first ordinate is \(first) and the last \(last); a period needs them equal"
        case .outOfRange(let value, let lower, let upper):
            "\(value) is outside the tabulated range \(lower) to \(upper)"
        case .outOfMemory:
            "out of memory"
        case .library(let code, let reason):
            "GSL code \(code): \(reason)"
        }
    }
}

extension GSLError: CustomStringConvertible {
    /// The sentence of ``message``.
    public var description: String { message }
}
