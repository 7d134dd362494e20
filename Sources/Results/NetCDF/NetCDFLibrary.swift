import CHDF5
import CNetCDF
import Foundation

/// The netCDF library, which neither it nor HDF5 below it allows two threads to use at once.
enum NetCDFLibrary {
    /// All calls are made here: HDF5 keeps for each thread whether it may write its errors on
    /// standard error, and netCDF silences the one of its first call alone.
    private static let thread = {
        heliograph_h5_leave_at_exit()
        return ServiceThread(name: "netCDF")
    }()

    /// Calls the library while no other thread does, and makes its code an error.
    ///
    /// - Parameters:
    ///   - path: The file, for the error.
    ///   - action: What is being done to it, such as `write`.
    ///   - body: The calls; gives the library's code.
    static func call(
        _ path: String, _ action: String, _ body: () -> Int32
    ) throws(NetCDFError) {
        var (code, cause): (Int32, Int32) = (0, 0)
        thread.run {
            errno = 0
            code = body()
            cause = errno
        }
        guard code != NC_NOERR else { return }
        if code > 0 { throw .system(path: path, action: action, code: code) }
        // HDF5 tells of a full disk by an error like any other; the system's code is still there.
        if code == NC_EHDFERR, [ENOSPC, EDQUOT, EFBIG, EIO, EROFS, EACCES].contains(cause) {
            throw .system(path: path, action: action, code: cause)
        }
        throw .library(
            path: path, action: action, code: code, reason: String(cString: nc_strerror(code)))
    }
}
