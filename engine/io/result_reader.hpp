#pragma once
// Reads result files back: whole groups, or what `sojourn info` tells.
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/dataset.hpp"

namespace sojourn::io {

/// The whole file, or one group of it by its path (`annual/corridor`, with or without a leading slash), with the root's
/// attributes. Groups come as written, each group before those within; one that only holds others is left out.
/// \throws InputError if the file is missing, not a result, of another major format, damaged, or lacks that group.
[[nodiscard]] ResultFile read_results(const std::filesystem::path& path, const std::optional<std::string>& group = {});

/// What is in a result file and how it was made.
struct ResultInfo {
  std::array<std::int32_t, 2> format_version{};
  std::int32_t semantics_version = 0;
  std::string engine_version, commit, status, last_complete_month, digest, file_digest, title, question, history;
  std::string record;  ///< of the provenance, JSON
  std::int64_t seed = 0;
  std::vector<std::string> scenarios;  ///< baseline first
  std::int32_t replicates = 0;
  std::int32_t months = 0;      ///< of the longest `month` axis; without one, twelve for each `year`
  std::int32_t indicators = 0;  ///< distinct ones of /monthly and /annual, `NAME_both` counted as NAME
};

/// \throws InputError as read_results does.
[[nodiscard]] ResultInfo read_result_info(const std::filesystem::path& path);

}  // namespace sojourn::io
