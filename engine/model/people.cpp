#include "model/people.hpp"

#include <cmath>

namespace sojourn::model {

double taste(RunKey run, PersonId person, std::uint32_t persons_in_slice) {
  RandomStream stream{run, person.key(), 0, Draw::taste};
  return normal_quantile((person.index() + stream.uniform()) / persons_in_slice);
}

Wealth wealth(RunKey run, PersonId person, UsdPerMonth home_wage, const Parameters& parameters) {
  RandomStream own{run, person.key(), 0, Draw::wealth};
  RandomStream land{run, person.key(), 0, Draw::land};
  Wealth result;
  result.own_usd = parameters.wealth_median_home_wages * home_wage.value() * std::exp(parameters.wealth_log_sd * own.normal());
  if (land.uniform() < parameters.land_share) {
    result.pledge_limit_usd = parameters.lender_limit_home_wages * home_wage.value() *
                              std::exp(parameters.lender_limit_log_sd * land.normal());
  }
  return result;
}

double fee_spread(RunKey run, PersonId person, const Parameters& parameters) {
  RandomStream stream{run, person.key(), 0, Draw::fee_spread};
  const double sd = parameters.fee_spread_sd;
  return std::exp(sd * stream.normal() - 0.5 * sd * sd);
}

double home_wage_factor(Skill skill, const Parameters& parameters) noexcept {
  switch (skill) {
    case Skill::elementary: return parameters.home_wage_factor_elementary;
    case Skill::medium: return parameters.home_wage_factor_medium;
    case Skill::high: return parameters.home_wage_factor_high;
  }
  return parameters.home_wage_factor_medium;
}

}  // namespace sojourn::model
