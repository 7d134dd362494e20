internal import CGSL

/// A system of ordinary differential equations, followed from a known state to any time.
///
/// The solution of dy/dt = f(t, y), by the Runge–Kutta method of order eight of Prince and Dormand
/// with adaptive steps. A step is accepted when the estimated error of each component yᵢ is below
///
/// ```
/// absoluteTolerance + relativeTolerance · |yᵢ|
/// ```
///
/// so components of very different size should be scaled to be alike. The tolerance bounds the
/// error of one step; over many steps the errors add up, as far as the system lets them.
///
/// ```swift
/// var fall = try InitialValueProblem(time: 0, values: [100, 0]) { _, y, slope in
///     slope[0] = y[1]
///     slope[1] = -9.81
/// }
/// try fall.advance(to: 2)  // fall.values[0] is 100 − 9.81 · 2² / 2
/// ```
///
/// - Note: P. J. Prince, J. R. Dormand, "High order embedded Runge-Kutta formulae", Journal of
///   Computational and Applied Mathematics 7 (1981) 67, DOI 10.1016/0771-050X(81)90010-3;
///   `gsl_odeiv2_step_rk8pd`.
public struct InitialValueProblem: ~Copyable {
    /// The right-hand side: writes dy/dt, one number a component, from the time and the values.
    public typealias Derivative = (
        _ time: Double, _ values: Span<Double>, _ slope: inout MutableSpan<Double>
    ) -> Void

    /// The time that was reached.
    public private(set) var time: Double

    /// The solution at that time.
    public private(set) var values: [Double]

    /// The number of steps that one call of ``advance(to:)`` may take.
    public let maximumSteps: Int

    private let context: DerivativeContext
    private let system: UnsafeMutablePointer<gsl_odeiv2_system>
    private let driver: UnsafeMutablePointer<gsl_odeiv2_driver>

    /// Starts a problem from a known state.
    ///
    /// - Parameters:
    ///   - time: The time of the state.
    ///   - values: The state; at least one number, all finite.
    ///   - absoluteTolerance: Error a step that is allowed whatever the size of a component, ≥ 0.
    ///   - relativeTolerance: Error a step that is allowed in proportion to a component, ≥ 0; one of
    ///     the two must be positive.
    ///   - firstStep: Size of the first trial step, in the unit of the time; positive.
    ///   - maximumSteps: Steps after which one call of ``advance(to:)`` gives up.
    ///   - derivative: The right-hand side; must be finite wherever it is asked.
    /// - Throws: ``GSLError/tooFewPoints(found:needed:)``, ``GSLError/inputNotFinite(index:)``,
    ///   ``GSLError/outOfMemory``.
    public init(
        time: Double, values: [Double], absoluteTolerance: Double = 1e-12,
        relativeTolerance: Double = 1e-12, firstStep: Double = 1e-3,
        maximumSteps: Int = 1_000_000, derivative: @escaping Derivative
    ) throws(GSLError) {
        precondition(
            absoluteTolerance >= 0 && relativeTolerance >= 0
                && absoluteTolerance + relativeTolerance > 0, "a tolerance is positive")
        precondition(firstStep > 0 && firstStep.isFinite, "the first step is positive")
        precondition(maximumSteps > 0, "at least one step is allowed")
        guard !values.isEmpty else { throw .tooFewPoints(found: 0, needed: 1) }
        if let index = values.firstIndex(where: { !$0.isFinite }) {
            throw .inputNotFinite(index: index)
        }
        _ = GSL.abortHandlerIsOff
        let context = DerivativeContext(derivative, dimension: values.count)
        let system = UnsafeMutablePointer<gsl_odeiv2_system>.allocate(capacity: 1)
        system.initialize(to: context.asGSL)
        guard
            let driver = gsl_odeiv2_driver_alloc_y_new(
                system, heliograph_gsl_step_rk8pd(), firstStep, absoluteTolerance,
                relativeTolerance)
        else {
            system.deallocate()
            throw .outOfMemory
        }
        gsl_odeiv2_driver_set_nmax(driver, UInt(maximumSteps))
        self.time = time
        self.values = values
        self.maximumSteps = maximumSteps
        self.context = context
        self.system = system
        self.driver = driver
    }

    deinit {
        gsl_odeiv2_driver_free(driver)
        system.deallocate()
    }

    /// Follows the solution to a time, later or earlier than the one that was reached.
    ///
    /// The last step is cut to end at that time exactly. After an error ``time`` and ``values`` are
    /// those of the last step that succeeded.
    ///
    /// - Parameter target: The time to go to; finite.
    /// - Throws: ``GSLError/notFinite(at:)`` with the time at which the derivative is not finite,
    ///   ``GSLError/iterationLimit(_:)``, ``GSLError/stepTooSmall(at:)``.
    /// - Complexity: Thirteen evaluations of the derivative a step.
    public mutating func advance(to target: Double) throws(GSLError) {
        precondition(target.isFinite, "a time is finite")
        guard target != time else { return }
        let forward = target > time
        if (driver.pointee.h > 0) != forward {
            // The step of the driver keeps its size when the direction turns.
            try GSL.check(gsl_odeiv2_driver_reset_hstart(driver, -driver.pointee.h))
        }
        context.notFiniteAt = nil
        var reached = time
        let status = values.withUnsafeMutableBufferPointer { values in
            gsl_odeiv2_driver_apply(driver, &reached, target, values.baseAddress)
        }
        time = reached
        if let time = context.notFiniteAt { throw .notFinite(at: time) }
        switch Int(status) {
        case GSL_EMAXITER: throw .iterationLimit(maximumSteps)
        case GSL_FAILURE, GSL_ENOPROG: throw .stepTooSmall(at: reached)
        default: try GSL.check(status)
        }
    }

    /// Follows the solution through a list of times and keeps its value at each.
    ///
    /// - Parameter times: The times, in any order that suits; each is reached from the one before.
    /// - Returns: One state a time.
    /// - Throws: As ``advance(to:)``.
    public mutating func values(at times: [Double]) throws(GSLError) -> [[Double]] {
        var states: [[Double]] = []
        states.reserveCapacity(times.count)
        for time in times {
            try advance(to: time)
            states.append(values)
        }
        return states
    }
}
