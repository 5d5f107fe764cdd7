#pragma once
// Who a person is before anything happens: traits as pure functions of the person's key (MODEL 5.1).
#include "core/ids.hpp"
#include "core/person.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Persistent taste for going abroad, standard normal: the person's own place inside its quantile of the cell,
/// so that a cell of any size holds the whole range of tastes (stratified; docs/model/people.md, eq. 1).
[[nodiscard]] double taste(RunKey run, PersonId person, std::uint32_t persons_in_slice);

/// What a person can pay with, beside relatives and lenders who depend on the month (finance.hpp).
struct Wealth {
  double own_usd = 0;           ///< liquid wealth
  double pledge_limit_usd = 0;  ///< what a moneylender lends on land; 0 without land
};
/// Log-normal wealth around `wealth_median_home_wages`; land with probability `land_share`.
[[nodiscard]] Wealth wealth(RunKey run, PersonId person, UsdPerMonth home_wage, const Parameters& parameters);

/// Spread of what intermediaries ask of this person: log-normal with mean 1.
[[nodiscard]] double fee_spread(RunKey run, PersonId person, const Parameters& parameters);

/// Factor on an origin's mean wage: elementary, medium, high.
[[nodiscard]] double home_wage_factor(Skill skill, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
