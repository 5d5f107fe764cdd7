#pragma once
// What is said about a study before it runs.
#include <string>
#include <vector>

#include "model/base_year.hpp"
#include "study/scenario.hpp"

namespace sojourn::cli {

/// `npl-fee-cap: 2 scenarios (baseline, npl-fee-cap), 32 replicates, central parameters, seed 1` and the line below it.
[[nodiscard]] std::string study_lines(const study::Study& study);

/// Percent of the input levels behind the simulated origins by where they come from. Sums to 100 but for rounding.
struct GradeShares {
  double observed = 0;  ///< grade A or B
  double recalled = 0;  ///< grade C
  double filled = 0;    ///< by a stated method
};
/// Stocks, flows, wages and costs of the corridors and markets from `origins` (by OriginId), each weighted by its
/// workers.
[[nodiscard]] GradeShares grade_shares(const model::BaseYear& base, const std::vector<bool>& origins);

/// `62 % of the levels behind NPL rest on grade A or B, 30 % on C, 8 % are filled by method (sojourn check --data)`
[[nodiscard]] std::string data_line(const study::Study& study, const model::BaseYear& base);

/// Origins that the study simulates, or those that its levers tell apart: `NPL`, `BGD, NPL`, `12 origins`.
[[nodiscard]] std::string origins_text(const std::vector<bool>& origins, const model::BaseYear& base);
/// The origins that levers and shocks reach in some scenario and not in all; every simulated one if none is told apart.
[[nodiscard]] std::vector<bool> origins_in_question(const study::Study& study, const model::BaseYear& base);

/// `scenario` or `scenarios`, after a number.
[[nodiscard]] std::string counted(std::size_t number, const std::string& one, const std::string& many = "");

}  // namespace sojourn::cli
