#include <gnu/libc-version.h>
#include <sched.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <fstream>

#include "io/result_provenance.hpp"

namespace sojourn::io {
namespace {

/// The value of the first line `key : value` of /proc/cpuinfo; empty where there is none.
std::string processor_entry(const std::string& key) {
  std::ifstream file{"/proc/cpuinfo"};
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.rfind(key, 0) == 0 && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "";
}

std::int32_t usable_cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
}

}  // namespace

HostFacts this_host() {
  HostFacts host;
  host.processor = processor_entry("model name");
  host.fma = (" " + processor_entry("flags") + " ").find(" fma ") != std::string::npos;
  utsname system{};
  if (uname(&system) == 0)
    host.operating_system = std::string{system.sysname} + " " + system.release + " " + system.machine;
  host.c_library = std::string{"glibc "} + gnu_get_libc_version();
  host.cores = usable_cores();
  host.memory_bytes = std::int64_t{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGESIZE);
  return host;
}

}  // namespace sojourn::io
