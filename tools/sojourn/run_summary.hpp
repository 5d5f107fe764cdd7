#pragma once
// The end of a run: effects with intervals, notes, where the file is; as text or as one JSON object.
#include <filesystem>
#include <string>

#include "inputs.hpp"
#include "study/outcome.hpp"

namespace sojourn::cli {

class Terminal;

struct FinishedRun {
  const LoadedStudy& loaded;
  const study::Outcome& outcome;
  std::filesystem::path file;
  double seconds = 0;
  bool gaps = false;  ///< also women, men and the gap between them under every scenario
};

/// What goes to stdout when a run is done.
[[nodiscard]] std::string summary(const FinishedRun& run, const Terminal& terminal);

/// Processors, free memory and free disk, before anything is written.
[[nodiscard]] std::string preflight_line(const std::filesystem::path& output);

}  // namespace sojourn::cli
