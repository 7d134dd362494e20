internal import CGSL

/// The owner of a `gsl_rng` of the type mt19937.
struct RandomGenerator: ~Copyable {
    let handle: UnsafeMutablePointer<gsl_rng>

    init(key: [UInt32]) throws(GSLError) {
        _ = GSL.abortHandlerIsOff
        let handle = try GSL.allocated(gsl_rng_alloc(heliograph_gsl_rng_mt19937()))
        let status = heliograph_gsl_mt19937_seed(handle, key, key.count)
        guard Int(status) == GSL_SUCCESS else {
            gsl_rng_free(handle)
            throw GSL.error(status)
        }
        self.handle = handle
    }

    deinit { gsl_rng_free(handle) }
}
