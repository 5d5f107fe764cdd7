// What both backends share; parallel_tbb.cpp and parallel_std.cpp hold the rest.
#include "sim/parallel.hpp"

#include <stdexcept>
#include <string>

namespace sojourn {

int Parallel::checked(int threads) {
  if (threads < 1 || threads > 1024) {
    throw std::invalid_argument{"threads = " + std::to_string(threads) + ": must be 1 to 1024"};
  }
  return threads;
}

}  // namespace sojourn
