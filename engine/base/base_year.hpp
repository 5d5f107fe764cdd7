#pragma once
// From the reference tables to the world of the base year (EQUATIONS 5.0, 5.1, 5.19, 5.20;
// docs/model/reference-data.md).
#include <cstdint>
#include <string>

#include "io/reference_tables.hpp"
#include "model/base_year.hpp"

namespace sojourn::base {

struct BaseYearOptions {
  int year = 2019;             ///< year of the levels; rows of the nearest year stand in
  std::uint32_t grades = 0x7;  ///< bit per Grade A, B, C: rows of other grades are not read
};

/// Fills every cell that a run needs: read where a table has it, by a stated method elsewhere, each with its grade and
/// source. \throws InputError if no table of the allowed grades can start an origin (no people, no wage at all).
[[nodiscard]] model::BaseYear build_base_year(const io::ReferenceTables& tables, const BaseYearOptions& options);

/// What `sojourn check --data` prints: one line an origin, one a corridor, with grades and sources.
[[nodiscard]] std::string describe(const model::BaseYear& base);

}  // namespace sojourn::base
