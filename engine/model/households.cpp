#include "model/households.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::model {
namespace {

constexpr double smallest_share = -0.9;  // of an inflow, so that the logarithm exists

}  // namespace

Household household_of(RunKey run, PersonId person, UsdPerMonth home_wage, const Parameters& parameters) {
  RandomStream stream{run, person.key(), 0, Draw::household};
  const double earner = stream.uniform();
  const double spread = stream.normal();
  Household household{.members = 1 + static_cast<int>(stream.poisson(parameters.household_dependants_mean - 1.0)), .earnings_usd = 0};
  const double sd = parameters.household_earnings_log_sd;
  if (earner < parameters.household_earner_share) household.earnings_usd = home_wage.value() * std::exp(sd * spread - 0.5 * sd * sd);
  return household;
}

double income_per_head_usd(const Household& household, const HouseholdMoney& money) noexcept {
  return std::max(0.0, household.earnings_usd + money.received_usd - money.debt_service_usd) / household.members;
}

double poverty_line_usd(UsdPerMonth mean_home_wage, const Parameters& parameters) noexcept {
  return parameters.poverty_line_wage_share * mean_home_wage.value();
}

PovertyStatus poverty_status(const Household& household, const HouseholdMoney& money, double line_usd) noexcept {
  const bool poor = income_per_head_usd(household, money) < line_usd;
  const bool without = income_per_head_usd(household, {.received_usd = 0, .debt_service_usd = money.debt_service_usd}) < line_usd;
  return {.poor = poor, .out_of_poverty = without && !poor};
}

double young_child_probability(double age_years, const Parameters& parameters) {
  const double z = (age_years - parameters.mother_peak_age_years) / parameters.mother_age_spread_years;
  return parameters.mother_of_young_child_share * std::exp(-0.5 * z * z);
}

double child_under_probability(double age_years, int years, const Parameters& parameters) {
  constexpr int span = 5;
  if (years == span) return young_child_probability(age_years, parameters);
  double none = 1;
  for (int before = 0; before < years; before += span) {
    const double part = static_cast<double>(std::min(span, years - before)) / span;
    none *= std::pow(1.0 - young_child_probability(age_years - before, parameters), part);
  }
  return 1.0 - none;
}

bool has_child_under(RunKey run, PersonId person, double age_years, int years, const Parameters& parameters) {
  return RandomStream{run, person.key(), 0, Draw::care}.uniform() < child_under_probability(age_years, years, parameters);
}

Care care_left_behind(RunKey run, PersonId person, double age_years, const Parameters& parameters) {
  RandomStream stream{run, person.key(), 0, Draw::care};
  const bool child = stream.uniform() < young_child_probability(age_years, parameters);
  return {.young_child = child, .without_carer = child && stream.uniform() >= parameters.carer_probability};
}

double outflow_wage_factor(double net_outflow_share, const Parameters& parameters) {
  if (parameters.home_wage_outflow_elasticity == 0) return 1;
  return std::pow(1.0 + std::max(smallest_share, net_outflow_share), parameters.home_wage_outflow_elasticity);
}

}  // namespace sojourn::model
