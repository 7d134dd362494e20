#ifndef HELIOGRAPH_CHDF5_SHIM_H
#define HELIOGRAPH_CHDF5_SHIM_H

#include <hdf5.h>

/* Calls whose arguments are macros that Swift cannot import, or types that differ by version. */

/* Keeps HDF5 from tidying up when the process ends: a file that could not be closed, because the disk
   is full, makes it crash or complain. To be called before all else. */
static inline void heliograph_h5_leave_at_exit(void)
{
    (void)H5dont_atexit();
}

/* A file that is there, to be read and written; negative when it cannot be opened. Errors are told by
   the values of the calls and not on standard error. */
static inline int64_t heliograph_h5_open(const char *path)
{
    (void)H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    return (int64_t)H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
}

static inline int64_t heliograph_h5_dataset(int64_t file, const char *name)
{
    return (int64_t)H5Dopen2((hid_t)file, name, H5P_DEFAULT);
}

static inline int heliograph_h5_extent(int64_t dataset, uint64_t *extent)
{
    hsize_t lengths[H5S_MAX_RANK];
    hid_t space = H5Dget_space((hid_t)dataset);
    int rank = H5Sget_simple_extent_dims(space, lengths, NULL);
    (void)H5Sclose(space);
    for (int axis = 0; axis < rank; axis++) {
        extent[axis] = lengths[axis];
    }
    return rank;
}

static inline int heliograph_h5_extend(int64_t dataset, int rank, const uint64_t *extent)
{
    hsize_t lengths[H5S_MAX_RANK];
    for (int axis = 0; axis < rank; axis++) {
        lengths[axis] = extent[axis];
    }
    return H5Dset_extent((hid_t)dataset, lengths);
}

static inline int heliograph_h5_write_chunk(
    int64_t dataset, int rank, const uint64_t *origin, const void *bytes, size_t count)
{
    hsize_t place[H5S_MAX_RANK];
    for (int axis = 0; axis < rank; axis++) {
        place[axis] = origin[axis];
    }
    return H5Dwrite_chunk((hid_t)dataset, H5P_DEFAULT, 0, place, count, bytes);
}

static inline int heliograph_h5_close_dataset(int64_t dataset)
{
    return H5Dclose((hid_t)dataset);
}

static inline int heliograph_h5_close(int64_t file)
{
    return H5Fclose((hid_t)file);
}

#endif
