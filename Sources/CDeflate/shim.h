#ifndef HELIOGRAPH_CDEFLATE_SHIM_H
#define HELIOGRAPH_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
