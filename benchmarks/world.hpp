#pragma once
// What every timing needs before the clock starts: the base year of the shipped tables and its fitted constants.
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "model/parameters.hpp"
#include "sim/run.hpp"

namespace sojourn::bench {

/// The baseline of the shipped tables.
class World {
 public:
  /// Reads the tables of the source tree and their fitted constants; unfitted ones stand in where none fit.
  World();

  [[nodiscard]] const model::BaseYear& base() const noexcept { return base_; }
  [[nodiscard]] const model::FittedConstants& fitted() const noexcept { return fitted_; }
  [[nodiscard]] const model::Parameters& parameters() const noexcept { return parameters_; }
  /// "fitted", or why they are not.
  [[nodiscard]] const std::string& constants() const noexcept { return constants_; }
  [[nodiscard]] bool is_fitted() const noexcept { return constants_ == "fitted"; }

  /// A baseline of everybody everywhere from January 2026, without growth. Refers to this world.
  [[nodiscard]] sim::RunInput input(int scale, int years, int burn_in_months, std::uint32_t replicate) const;

 private:
  model::BaseYear base_;
  model::Parameters parameters_;
  model::FittedConstants fitted_;
  std::string constants_;
};

}  // namespace sojourn::bench
