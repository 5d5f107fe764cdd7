#pragma once
// The table of fitted constants: written by `sojourn calibrate --base`, read by every run.
#include <filesystem>
#include <string>

#include "model/base_year.hpp"
#include "model/fitted.hpp"

namespace sojourn::io {

/// Writes the table, one constant a line, under its keys; replaces an older one whole.
void write_fitted_constants(const std::filesystem::path& path, const model::BaseYear& base, const model::FittedConstants& fitted);

/// Reads it back for the same base year.
/// \throws InputError, naming the command that makes it anew, if it is missing, was made from other tables or parameters
/// than `key` (study::calibration_key), or lacks a constant.
[[nodiscard]] model::FittedConstants read_fitted_constants(const std::filesystem::path& path, const model::BaseYear& base,
                                                           const std::string& key);

/// Where the constants of a set of grades ship, inside the folder of the reference tables: `fitted/base-ABC.csv`.
[[nodiscard]] std::filesystem::path fitted_constants_path(const std::filesystem::path& tables, std::uint32_t grades);

}  // namespace sojourn::io
