#ifndef HELIOGRAPH_CGSL_SHIM_H
#define HELIOGRAPH_CGSL_SHIM_H

#include <stddef.h>
#include <stdint.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_odeiv2.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_spline.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_vector.h>

/* GSL keeps its algorithms in global variables, which Swift 6 refuses under strict concurrency
   because they are not constants. They are never written after start-up, so reading them through a
   function is safe. */

static inline const gsl_root_fsolver_type *heliograph_gsl_root_brent(void)
{
    return gsl_root_fsolver_brent;
}

static inline const gsl_min_fminimizer_type *heliograph_gsl_min_brent(void)
{
    return gsl_min_fminimizer_brent;
}

static inline const gsl_multimin_fminimizer_type *heliograph_gsl_multimin_nmsimplex2(void)
{
    return gsl_multimin_fminimizer_nmsimplex2;
}

static inline const gsl_odeiv2_step_type *heliograph_gsl_step_rk8pd(void)
{
    return gsl_odeiv2_step_rk8pd;
}

static inline const gsl_interp_type *heliograph_gsl_interp_cspline(void)
{
    return gsl_interp_cspline;
}

static inline const gsl_interp_type *heliograph_gsl_interp_cspline_periodic(void)
{
    return gsl_interp_cspline_periodic;
}

static inline const gsl_interp_type *heliograph_gsl_interp_akima(void)
{
    return gsl_interp_akima;
}

static inline const gsl_rng_type *heliograph_gsl_rng_mt19937(void)
{
    return gsl_rng_mt19937;
}

/* Seeds an mt19937 with a key of several words, by the `init_by_array` of its authors (Matsumoto
   and Nishimura, 2002). `gsl_rng_set` takes 32 bits only, and among 2^32 seeds some two of a few
   ten thousand streams would be the same. GSL documents `gsl_rng_state` and `gsl_rng_size` but not
   the layout: 624 words and a position; another size is refused. */
static inline int heliograph_gsl_mt19937_seed(const gsl_rng *rng, const uint32_t *key, size_t count)
{
    enum { words = 624 };
    struct layout {
        unsigned long word[words];
        int position;
    };
    if (gsl_rng_size(rng) != sizeof(struct layout) || count == 0) {
        return GSL_ESANITY;
    }
    struct layout *state = (struct layout *)gsl_rng_state(rng);
    uint32_t w[words];
    w[0] = 19650218u;
    for (uint32_t i = 1; i < words; i++) {
        w[i] = 1812433253u * (w[i - 1] ^ (w[i - 1] >> 30)) + i;
    }
    size_t i = 1;
    size_t j = 0;
    for (size_t k = count > words ? count : words; k > 0; k--) {
        w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1664525u)) + key[j] + (uint32_t)j;
        if (++i == words) {
            w[0] = w[words - 1];
            i = 1;
        }
        if (++j == count) {
            j = 0;
        }
    }
    for (size_t k = words - 1; k > 0; k--) {
        w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1566083941u)) - (uint32_t)i;
        if (++i == words) {
            w[0] = w[words - 1];
            i = 1;
        }
    }
    w[0] = 0x80000000u;
    for (size_t n = 0; n < words; n++) {
        state->word[n] = w[n];
    }
    state->position = words;
    return GSL_SUCCESS;
}

#endif
