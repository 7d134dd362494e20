internal import CGSL

/// The right-hand side of a system of differential equations, in the form in which GSL calls it.
///
/// A class, because GSL keeps the address for as long as the problem lives.
final class DerivativeContext {
    private let derivative: InitialValueProblem.Derivative
    private let dimension: Int

    /// The time at which the derivative was not finite.
    var notFiniteAt: Double?

    init(_ derivative: @escaping InitialValueProblem.Derivative, dimension: Int) {
        self.derivative = derivative
        self.dimension = dimension
    }

    /// The system of GSL; valid for as long as this object is.
    var asGSL: gsl_odeiv2_system {
        gsl_odeiv2_system(
            function: { time, values, slope, context in
                guard let values, let slope, let context else { return Int32(GSL_EFAULT) }
                return Unmanaged<DerivativeContext>.fromOpaque(context).takeUnretainedValue()
                    .evaluate(time, values, slope)
            },
            jacobian: nil, dimension: dimension,
            params: Unmanaged.passUnretained(self).toOpaque())
    }

    private func evaluate(
        _ time: Double, _ values: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>
    ) -> Int32 {
        let slopes = UnsafeMutableBufferPointer(start: slope, count: dimension)
        var span = slopes.mutableSpan
        derivative(time, UnsafeBufferPointer(start: values, count: dimension).span, &span)
        guard slopes.allSatisfy(\.isFinite) else {
            if notFiniteAt == nil { notFiniteAt = time }
            return Int32(GSL_EBADFUNC)
        }
        return Int32(GSL_SUCCESS)
    }
}
