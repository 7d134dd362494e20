#ifndef HELIOGRAPH_CNETCDF_SHIM_H
#define HELIOGRAPH_CNETCDF_SHIM_H

#include <dlfcn.h>
#include <netcdf.h>

/* Sums of macros, macros with a cast and those of type long, which Swift imports differently on each
   system or not at all. */

static const int heliograph_nc_create_mode = NC_NETCDF4 | NC_CLOBBER;
static const int heliograph_nc_little_endian = NC_ENDIAN_LITTLE;
static const long heliograph_nc_unlimited = NC_UNLIMITED;
static const int heliograph_nc_longest_name = NC_MAX_NAME;

/* Keeps HDF5 from tidying up when the process ends: a file that could not be closed, because the disk
   is full, makes it crash or complain. To be called before all else. The function is looked up by
   name because HDF5 itself is neither linked nor needed to build. */
static inline void heliograph_nc_leave_at_exit(void)
{
    int (*leave)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "H5dont_atexit");
    if (leave) {
        (void)leave();
    }
}

#endif
