internal import CGSL

/// A Swift closure of one variable in the form in which GSL calls a function.
///
/// It lives on the stack of the routine that uses it, and GSL keeps no pointer to it after that
/// routine returns, so the closure needs not escape.
struct ScalarFunction {
    /// The closure.
    let evaluate: (Double) -> Double

    /// Arguments whose values are known already, so that they are not computed twice.
    var known: [(argument: Double, value: Double)] = []

    /// The first argument at which the closure was not finite.
    private(set) var notFiniteAt: Double?

    /// The value of the closure at an argument; remembers where it is not finite.
    mutating func callAsFunction(_ x: Double) -> Double {
        for pair in known where pair.argument == x { return pair.value }
        let value = evaluate(x)
        if !value.isFinite, notFiniteAt == nil { notFiniteAt = x }
        return value
    }

    /// The value at an argument, which the caller hands to GSL again.
    ///
    /// - Throws: ``GSLError/notFinite(at:)``.
    mutating func remembered(at x: Double) throws(GSLError) -> Double {
        let value = evaluate(x)
        guard value.isFinite else { throw .notFinite(at: x) }
        known.append((x, value))
        return value
    }

    /// Calls a routine of GSL with a closure.
    static func withGSL<Result>(
        _ function: (Double) -> Double,
        _ body: (
            _ function: UnsafeMutablePointer<ScalarFunction>,
            _ asGSL: UnsafeMutablePointer<gsl_function>
        ) throws(GSLError) -> Result
    ) throws(GSLError) -> Result {
        try withoutActuallyEscaping(function) { (escaping) throws(GSLError) -> Result in
            var context = ScalarFunction(evaluate: escaping)
            return try withUnsafeMutablePointer(to: &context) { (pointer) throws(GSLError) in
                var asGSL = gsl_function(
                    function: { x, context in
                        guard let context else { return .nan }
                        return context.assumingMemoryBound(to: ScalarFunction.self).pointee(x)
                    },
                    params: UnsafeMutableRawPointer(pointer))
                return try withUnsafeMutablePointer(to: &asGSL) { (asGSL) throws(GSLError) in
                    try body(pointer, asGSL)
                }
            }
        }
    }
}
