#pragma once
// A run of a result file, made ready to be lived again: everything is inside, and is checked to be what it was.
#include <cstdint>
#include <optional>
#include <string>

#include "inputs.hpp"

namespace sojourn::cli {

struct RecordedRun {
  LoadedStudy loaded;  ///< the one scenario that was asked for
  std::string digest;  ///< of the run, as recorded
};

/// \param scenario its name; nothing: the one that the file is called after, else the one beside the baseline
/// \throws InputError if the file is no result or was made by other rules, reference tables or fitted constants than
/// those at hand (says which and what to try), or has no such scenario or replicate
[[nodiscard]] RecordedRun load_recorded_run(const std::string& file, const std::optional<std::string>& scenario,
                                            std::uint32_t replicate);

/// Refuses a life of another run: what was lived again must have the recorded digest.
/// \throws InputError
void check_same_run(const std::string& file, const std::string& recorded, const std::string& lived);

}  // namespace sojourn::cli
