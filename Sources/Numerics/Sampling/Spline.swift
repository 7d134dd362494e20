internal import CGSL

/// A smooth function through given points.
///
/// Between two neighbouring abscissae the function is a cubic. It is defined from the first abscissa
/// to the last and nowhere else: a spline says nothing about what lies outside its points.
///
/// - Note: C. de Boor, *A Practical Guide to Splines*, Springer 1978; H. Akima, "A new method of
///   interpolation and smooth curve fitting based on local procedures", Journal of the ACM 17
///   (1970) 589, DOI 10.1145/321607.321609; `gsl_interp`.
public struct Spline: ~Copyable {
    /// How the cubics join.
    public enum Kind: Sendable, CaseIterable {
        /// Twice continuously differentiable; the second derivative is zero at both ends.
        case natural

        /// Twice continuously differentiable across the ends too; the first and the last ordinate
        /// are equal.
        case periodic

        /// Once continuously differentiable, with natural ends; each cubic knows its two neighbours
        /// on either side only, so that a jump does not make the curve swing far away from it.
        case akima

        /// The number of points that the kind needs.
        public var minimumCount: Int {
            switch self {
            case .natural: 3
            case .periodic: 3
            case .akima: 5
            }
        }
    }

    /// The abscissae from the first to the last.
    public let range: ClosedRange<Double>

    private let handle: UnsafeMutablePointer<gsl_spline>

    /// Lays a spline through points.
    ///
    /// - Parameters:
    ///   - x: The abscissae, strictly increasing.
    ///   - y: The ordinates, one each.
    ///   - kind: How the cubics join.
    /// - Throws: ``GSLError/unequalCounts(first:second:)``,
    ///   ``GSLError/tooFewPoints(found:needed:)``, ``GSLError/inputNotFinite(index:)``,
    ///   ``GSLError/notIncreasing(index:previous:value:)``,
    ///   ``GSLError/notPeriodic(first:last:)``.
    /// - Complexity: O(n).
    public init(x: [Double], y: [Double], kind: Kind = .natural) throws(GSLError) {
        guard x.count == y.count else {
            throw .unequalCounts(first: x.count, second: y.count)
        }
        guard let first = x.first, let last = x.last, x.count >= kind.minimumCount else {
            throw .tooFewPoints(found: x.count, needed: kind.minimumCount)
        }
        for index in x.indices {
            guard x[index].isFinite, y[index].isFinite else { throw .inputNotFinite(index: index) }
            if index > 0, x[index] <= x[index - 1] {
                throw .notIncreasing(index: index, previous: x[index - 1], value: x[index])
            }
        }
        if kind == .periodic, let firstY = y.first, let lastY = y.last, firstY != lastY {
            throw .notPeriodic(first: firstY, last: lastY)
        }
        _ = GSL.abortHandlerIsOff
        let type =
            switch kind {
            case .natural: heliograph_gsl_interp_cspline()
            case .periodic: heliograph_gsl_interp_cspline_periodic()
            case .akima: heliograph_gsl_interp_akima()
            }
        let handle = try GSL.allocated(gsl_spline_alloc(type, x.count))
        let status = gsl_spline_init(handle, x, y, x.count)
        guard Int(status) == GSL_SUCCESS else {
            gsl_spline_free(handle)
            throw GSL.error(status)
        }
        self.handle = handle
        range = first...last
    }

    deinit { gsl_spline_free(handle) }

    /// The value at an abscissa.
    ///
    /// - Throws: ``GSLError/outOfRange(value:lower:upper:)``, for NaN too.
    /// - Complexity: O(log n).
    public func value(at x: Double) throws(GSLError) -> Double {
        try evaluated(x, gsl_spline_eval_e)
    }

    /// The first derivative at an abscissa.
    ///
    /// - Throws: ``GSLError/outOfRange(value:lower:upper:)``, for NaN too.
    /// - Complexity: O(log n).
    public func derivative(at x: Double) throws(GSLError) -> Double {
        try evaluated(x, gsl_spline_eval_deriv_e)
    }

    /// The second derivative at an abscissa.
    ///
    /// - Throws: ``GSLError/outOfRange(value:lower:upper:)``, for NaN too.
    /// - Complexity: O(log n).
    public func secondDerivative(at x: Double) throws(GSLError) -> Double {
        try evaluated(x, gsl_spline_eval_deriv2_e)
    }

    private typealias Evaluation = (
        UnsafePointer<gsl_spline>?, Double, UnsafeMutablePointer<gsl_interp_accel>?,
        UnsafeMutablePointer<Double>?
    ) -> Int32

    private func evaluated(_ x: Double, _ evaluation: Evaluation) throws(GSLError) -> Double {
        guard range.contains(x) else {
            throw .outOfRange(value: x, lower: range.lowerBound, upper: range.upperBound)
        }
        var result = 0.0
        // Without GSL's accelerator nothing is written, so that threads may share a spline.
        try GSL.check(evaluation(handle, x, nil, &result))
        return result
    }
}

/// The points and the coefficients are written by the initialiser only and freed by the owner.
extension Spline: @unchecked Sendable {}
