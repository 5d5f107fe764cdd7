#pragma once
// Files of a folder of tables. Internal to the table readers.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"

namespace sojourn::io {

/// The bytes of a regular file; nothing if it cannot be read.
[[nodiscard]] std::optional<std::string> bytes_of(const std::filesystem::path& path);

/// What to say of a CSV file `shown` that is none of the tables `names`: it would be passed over in silence.
[[nodiscard]] Diagnostic unknown_table(const std::string& shown, const std::vector<std::string>& names);

/// Orders the findings from `begin` on by line.
void order_by_line(std::vector<Diagnostic>& findings, std::ptrdiff_t begin);

}  // namespace sojourn::io
