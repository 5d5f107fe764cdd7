#pragma once
// How a result file was made: what it takes to live one of its runs again.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sojourn::io {

struct ResultRecord {
  struct Scenario {
    std::string name;
    std::string effective;             ///< every key with its value, as TOML
    std::vector<std::string> digests;  ///< of its runs, by replicate
  };
  struct Input {
    std::string path, sha256;
  };
  std::int32_t semantics_version = 0;
  std::string engine_version, commit;
  std::vector<Scenario> scenarios;  ///< baseline first
  std::vector<Input> inputs;        ///< files that the study read
};

/// Whether a file is meant as a result: it is called so, or begins as HDF5 does. A missing file is meant by its name
/// alone.
[[nodiscard]] bool looks_like_result(const std::filesystem::path& path);

/// \throws InputError as read_results does, and for a file that does not hold the scenarios that it was made from.
[[nodiscard]] ResultRecord read_result_record(const std::filesystem::path& path);

}  // namespace sojourn::io
