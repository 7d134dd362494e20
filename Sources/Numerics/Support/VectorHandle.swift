internal import CGSL

/// The owner of a `gsl_vector`.
struct VectorHandle: ~Copyable {
    let handle: UnsafeMutablePointer<gsl_vector>

    init(_ values: [Double]) throws(GSLError) {
        _ = GSL.abortHandlerIsOff
        handle = try GSL.allocated(gsl_vector_alloc(values.count))
        for (index, value) in values.enumerated() { gsl_vector_set(handle, index, value) }
    }

    deinit { gsl_vector_free(handle) }
}
