#pragma once
// Where the shipped scenarios and reference tables lie.
#include <filesystem>

namespace sojourn::cli {

/// SOJOURN_LIBRARY; else `share/sojourn/scenarios` or `scenarios` beside or above the program; else the source tree
/// that it was built from. \throws InputError if there is none, or SOJOURN_LIBRARY names no folder
[[nodiscard]] std::filesystem::path library_folder();

}  // namespace sojourn::cli
