#include "world.hpp"

#include <filesystem>

#include "base/base_year.hpp"
#include "core/diagnostic.hpp"
#include "io/fitted_constants.hpp"
#include "io/reference_tables.hpp"
#include "study/calibration.hpp"

namespace sojourn::bench {
namespace {

const std::filesystem::path tables_folder = std::filesystem::path{SOJOURN_SOURCE_DIR} / "scenarios" / "reference";

model::BaseYear shipped_base() {
  return base::build_base_year(io::read_reference_tables({.library = tables_folder}), {});
}

}  // namespace

World::World() : base_{shipped_base()} {
  try {
    const auto path = io::fitted_constants_path(tables_folder, base::BaseYearOptions{}.grades);
    fitted_ = io::read_fitted_constants(path, base_, study::calibration_key(base_));
    constants_ = "fitted";
  } catch (const InputError&) {
    fitted_ = study::unfitted_constants(base_, parameters_);
    constants_ = "unfitted: no table of fitted constants belongs to these tables and parameters";
  }
}

sim::RunInput World::input(int scale, int years, int burn_in_months, std::uint32_t replicate) const {
  const Month start{2026, 1};
  sim::Policy policy;
  policy.demand_growth_percent.assign(base_.destinations.size() * sector_count, 0);
  policy.home_wage_growth_percent.assign(base_.origins.size(), 0);
  policy.growth_start = start;
  return {base_,
          fitted_,
          parameters_,
          policy,
          start,
          start + (years * 12 - 1),
          burn_in_months,
          scale,
          std::vector<bool>(base_.origins.size(), true),
          std::vector<bool>(base_.destinations.size(), true),
          run_key(1, replicate)};
}

}  // namespace sojourn::bench
