#pragma once
// A CSV file as text fields with their positions; what the fields mean is the schema's matter.
#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"

namespace sojourn::io {

struct CsvRow {
  std::uint32_t line = 0;  ///< 1-based; the header is line 1
  std::vector<std::string> fields;
};

struct CsvTable {
  std::string file;  ///< as messages name it
  std::vector<std::string> header;
  std::vector<CsvRow> rows;  ///< only rows as long as the header
};

/// Splits `bytes`: commas, fields optionally in double quotes with `""` for a quote, LF or CRLF, UTF-8.
/// Adds a finding for each line that is not UTF-8, leaves a quote open, or is shorter or longer than the header.
[[nodiscard]] CsvTable parse_csv(const std::string& file, const std::string& bytes, std::vector<Diagnostic>& findings);

}  // namespace sojourn::io
