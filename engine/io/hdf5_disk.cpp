#include "io/hdf5_disk.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <memory>

namespace sojourn::io::hdf5 {
namespace {

struct Settings {  // what HDF5 copies into each file's access properties
  DiskState* state;
};

struct DiskFile {
  H5FD_t base;  // first: HDF5 sees no more of it
  int descriptor;
  haddr_t allocated, end;
  DiskState* state;
};
static_assert(std::is_standard_layout_v<DiskFile>);

DiskFile& of(H5FD_t* file) { return *reinterpret_cast<DiskFile*>(file); }
const DiskFile& of(const H5FD_t* file) { return *reinterpret_cast<const DiskFile*>(file); }

void note(DiskState& state, int error) {
  if (state.error == 0) state.error = error;
}

/// Opened, locked, then emptied: never empties a file that another run is writing.
int open_alone(const char* name) {
  const int descriptor = ::open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return -1;
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::ftruncate(descriptor, 0) == 0) return descriptor;
  const int error = errno;
  ::close(descriptor);
  errno = error;
  return -1;
}

H5FD_t* open(const char* name, unsigned, hid_t access, haddr_t) {
  const auto* settings = static_cast<const Settings*>(H5Pget_driver_info(access));
  const int descriptor = open_alone(name);
  if (descriptor < 0) {
    note(*settings->state, errno);
    return nullptr;
  }
  settings->state->opened = true;
  return &std::make_unique<DiskFile>(DiskFile{{}, descriptor, 0, 0, settings->state}).release()->base;
}

herr_t close(H5FD_t* file) {
  const std::unique_ptr<DiskFile> owned{&of(file)};
  if (::close(owned->descriptor) != 0) note(*owned->state, errno);
  return 0;
}

herr_t query(const H5FD_t*, unsigned long* flags) {
  *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
           H5FD_FEAT_AGGREGATE_SMALLDATA;
  return 0;
}

haddr_t allocated(const H5FD_t* file, H5FD_mem_t) { return of(file).allocated; }

herr_t set_allocated(H5FD_t* file, H5FD_mem_t, haddr_t address) {
  of(file).allocated = address;
  return 0;
}

haddr_t end_of(const H5FD_t* file, H5FD_mem_t) { return of(file).end; }

herr_t read(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, void* buffer) {
  auto* bytes = static_cast<char*>(buffer);
  while (size > 0) {
    const ssize_t got = ::pread(of(file).descriptor, bytes, size, static_cast<off_t>(address));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) note(*of(file).state, errno);
    if (got <= 0) break;
    bytes += got;
    address += static_cast<haddr_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  std::memset(bytes, 0, size);  // beyond the end of the file there are zeros
  return 0;
}

herr_t write(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, const void* buffer) {
  DiskFile& disk = of(file);
  disk.end = std::max(disk.end, address + size);
  const auto* bytes = static_cast<const char*>(buffer);
  while (size > 0 && disk.state->error == 0) {
    const ssize_t put = ::pwrite(disk.descriptor, bytes, size, static_cast<off_t>(address));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) {
      note(*disk.state, errno);
      break;
    }
    bytes += put;
    address += static_cast<haddr_t>(put);
    size -= static_cast<std::size_t>(put);
  }
  return 0;
}

/// HDF5 reserves more than it uses; a reader wants the file as long as its superblock says.
herr_t truncate(H5FD_t* file, hid_t, hbool_t) {
  DiskFile& disk = of(file);
  if (disk.end == disk.allocated) return 0;
  if (::ftruncate(disk.descriptor, static_cast<off_t>(disk.allocated)) != 0) note(*disk.state, errno);
  disk.end = disk.allocated;
  return 0;
}

H5FD_class_t make_driver() {
  H5FD_class_t driver{};
  driver.name = "sojourn_disk";
  driver.maxaddr = static_cast<haddr_t>(std::numeric_limits<off_t>::max());
  driver.fc_degree = H5F_CLOSE_WEAK;
  driver.fapl_size = sizeof(Settings);
  driver.open = open;
  driver.close = close;
  driver.query = query;
  driver.get_eoa = allocated;
  driver.set_eoa = set_allocated;
  driver.get_eof = end_of;
  driver.read = read;
  driver.write = write;
  driver.truncate = truncate;
  // As HDF5's own driver: metadata and data in two pools.
  constexpr H5FD_mem_t pools[H5FD_MEM_NTYPES] = H5FD_FLMAP_DICHOTOMY;
  std::ranges::copy(pools, driver.fl_map);
  return driver;
}

}  // namespace

void use_disk_driver(H5::FileAccPropList& access, DiskState& state) {
  static const H5FD_class_t driver = make_driver();
  static const hid_t id = require(H5FDregister(&driver));
  const Settings settings{&state};
  require(H5Pset_driver(access.getId(), id, &settings));
}

}  // namespace sojourn::io::hdf5
