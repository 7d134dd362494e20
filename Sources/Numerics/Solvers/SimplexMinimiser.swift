internal import CGSL

/// The owner of a `gsl_multimin_fminimizer`, the Nelder–Mead simplex.
struct SimplexMinimiser: ~Copyable {
    let handle: UnsafeMutablePointer<gsl_multimin_fminimizer>

    init(dimension: Int) throws(GSLError) {
        _ = GSL.abortHandlerIsOff
        handle = try GSL.allocated(
            gsl_multimin_fminimizer_alloc(heliograph_gsl_multimin_nmsimplex2(), dimension))
    }

    deinit { gsl_multimin_fminimizer_free(handle) }
}
