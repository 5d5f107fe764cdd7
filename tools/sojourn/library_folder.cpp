#include "library_folder.hpp"

#include <array>
#include <cstdlib>
#include <string>

#include "core/diagnostic.hpp"
#include "version.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

bool is_library(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "reference", ignored);
}

fs::path near_the_program() {
  std::error_code unknown;
  const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  if (unknown) return {};
  for (fs::path folder = program.parent_path(); folder != folder.root_path(); folder = folder.parent_path()) {
    for (const fs::path& candidate : std::array{folder / "share/sojourn/scenarios", folder / "scenarios"}) {
      if (is_library(candidate)) return candidate;
    }
  }
  return {};
}

}  // namespace

fs::path library_folder() {
  if (const char* named = std::getenv("SOJOURN_LIBRARY"); named != nullptr && *named != '\0') {
    if (is_library(named)) return named;
    throw InputError{{Severity::error,
                      "sojourn",
                      {},
                      std::string{"SOJOURN_LIBRARY = \""} + named + "\"",
                      "no library: it holds no folder reference",
                      "name the folder of the shipped scenarios, or unset it",
                      "",
                      "no-library"}};
  }
  fs::path found = near_the_program();
  if (!found.empty()) return found;
  if (is_library(source_library)) return source_library;
  throw InputError{{Severity::error,
                    "sojourn",
                    {},
                    "the shipped scenarios and reference tables were not found",
                    "",
                    "set SOJOURN_LIBRARY to the folder scenarios of the sources or share/sojourn/scenarios",
                    "",
                    "no-library"}};
}

}  // namespace sojourn::cli
