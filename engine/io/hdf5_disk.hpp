#pragma once
// A file driver for HDF5 that outlives a full disk. Private to io.
//
// HDF5 1.10 cannot close a file once a write of its caches has failed: the handle stays, points to freed memory, and
// the next use of it, at the latest at exit, ends the process. This driver therefore remembers the first failure,
// takes all later writes without doing them, and lets HDF5 close in peace; the writer looks here and not there.
#include "io/hdf5_support.hpp"

namespace sojourn::io::hdf5 {

struct DiskState {
  bool opened = false;  ///< the file is ours
  int error = 0;        ///< errno of the first failure; 0: all bytes were taken
};

/// Files made with `access` write through the driver and report to `state`, which must live as long as they do. Such a
/// file is locked against other writers (error EWOULDBLOCK).
void use_disk_driver(H5::FileAccPropList& access, DiskState& state);

}  // namespace sojourn::io::hdf5
