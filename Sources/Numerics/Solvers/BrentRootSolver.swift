internal import CGSL

/// The owner of a `gsl_root_fsolver`.
struct BrentRootSolver: ~Copyable {
    let handle: UnsafeMutablePointer<gsl_root_fsolver>

    init() throws(GSLError) {
        _ = GSL.abortHandlerIsOff
        handle = try GSL.allocated(gsl_root_fsolver_alloc(heliograph_gsl_root_brent()))
    }

    deinit { gsl_root_fsolver_free(handle) }
}
