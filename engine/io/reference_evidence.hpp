#pragma once
// The evidence tables: what parameters and levers cite. Nothing here reaches a run; they are held to the same care.
#include <filesystem>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/reference_row.hpp"

namespace sojourn::io {

/// Names of the tables in the folder `evidence` of the library.
[[nodiscard]] std::vector<std::string> evidence_table_names();

/// Adds every defect of every evidence table in `folder`: unknown or missing columns, numbers, years, codes and choices
/// that cannot be, rows without source or grade, two rows of one key, files that are none of these tables. A table that
/// is not there is passed over: no run reads it.
void check_evidence(const std::filesystem::path& folder, const CountryCodes& codes, std::vector<Diagnostic>& findings);

}  // namespace sojourn::io
