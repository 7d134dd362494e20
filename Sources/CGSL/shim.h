#ifndef HELIOGRAPH_CGSL_SHIM_H
#define HELIOGRAPH_CGSL_SHIM_H

#include <gsl/gsl_errno.h>

#endif
