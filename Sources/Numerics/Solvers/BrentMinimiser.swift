internal import CGSL

/// The owner of a `gsl_min_fminimizer`.
struct BrentMinimiser: ~Copyable {
    let handle: UnsafeMutablePointer<gsl_min_fminimizer>

    init() throws(GSLError) {
        _ = GSL.abortHandlerIsOff
        handle = try GSL.allocated(gsl_min_fminimizer_alloc(heliograph_gsl_min_brent()))
    }

    deinit { gsl_min_fminimizer_free(handle) }
}
