internal import CGSL

/// A Swift closure of several variables in the form in which GSL's minimisers call a function.
struct PointFunction {
    private let evaluate: ([Double]) -> Double
    private var point: [Double]
    private var notANumberAt: [Double]?

    /// Turns a status of GSL into an error, with the point at which the closure was NaN.
    func check(_ status: Int32) throws(GSLError) {
        if let notANumberAt { throw .notFiniteAtPoint(notANumberAt) }
        if Int(status) == GSL_EBADFUNC { throw .notFiniteAtPoint(point) }
        try GSL.check(status)
    }

    private mutating func value(at vector: UnsafePointer<gsl_vector>) -> Double {
        for index in point.indices { point[index] = gsl_vector_get(vector, index) }
        let value = evaluate(point)
        if value.isNaN, notANumberAt == nil { notANumberAt = point }
        return value
    }

    /// Calls a routine of GSL with a closure.
    static func withGSL<Result>(
        _ function: ([Double]) -> Double, dimension: Int,
        _ body: (
            _ function: UnsafeMutablePointer<PointFunction>,
            _ asGSL: UnsafeMutablePointer<gsl_multimin_function>
        ) throws(GSLError) -> Result
    ) throws(GSLError) -> Result {
        try withoutActuallyEscaping(function) { (escaping) throws(GSLError) -> Result in
            var context = PointFunction(
                evaluate: escaping, point: Array(repeating: 0, count: dimension))
            return try withUnsafeMutablePointer(to: &context) { (pointer) throws(GSLError) in
                var asGSL = gsl_multimin_function(
                    f: { vector, context in
                        guard let vector, let context else { return .nan }
                        return context.assumingMemoryBound(to: PointFunction.self)
                            .pointee.value(at: vector)
                    },
                    n: dimension, params: UnsafeMutableRawPointer(pointer))
                return try withUnsafeMutablePointer(to: &asGSL) { (asGSL) throws(GSLError) in
                    try body(pointer, asGSL)
                }
            }
        }
    }
}
