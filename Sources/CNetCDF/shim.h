#ifndef HELIOGRAPH_CNETCDF_SHIM_H
#define HELIOGRAPH_CNETCDF_SHIM_H

#include <netcdf.h>

/* Sums of macros, macros with a cast and those of type long, which Swift imports differently on each
   system or not at all. */

static const int heliograph_nc_create_mode = NC_NETCDF4 | NC_CLOBBER;
static const int heliograph_nc_little_endian = NC_ENDIAN_LITTLE;
static const long heliograph_nc_unlimited = NC_UNLIMITED;
static const int heliograph_nc_longest_name = NC_MAX_NAME;

#endif
