#include "model/shocks.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sojourn::model {

double ShockSpec::strength(Month month) const {
  if (month < start) return 0;
  if (!end || month <= *end) return 1;
  const int months_after = month - *end;
  return months_after < recovery_months ? 1.0 - static_cast<double>(months_after) / recovery_months : 0.0;
}

double ShockSpec::lagged_strength(Month month, int lag_months) const {
  if (lag_months <= 1) return strength(month);
  double sum = 0;
  for (int i = 0; i < lag_months; ++i) sum += strength(month + -i);
  return sum / lag_months;
}

bool same_shock(const ShockSpec& a, const ShockSpec& b) {
  return a.kind == b.kind && a.id == b.id && a.reach.corridors == b.reach.corridors &&
         a.reach.sectors == b.reach.sectors && a.reach.sexes == b.reach.sexes && a.reach.skills == b.reach.skills &&
         a.start == b.start && a.end == b.end && a.recovery_months == b.recovery_months && a.numbers == b.numbers;
}

ShockTerms shock_terms(std::span<const ShockSpec> shocks, Month month, CorridorId corridor, Sector sector, Sex sex) {
  std::vector<const ShockSpec*> reaching;
  for (const ShockSpec& shock : shocks) {
    const bool here = shock.reach.corridors[index(corridor)] && (shock.reach.sectors >> index(sector) & 1U) != 0 &&
                      (shock.reach.sexes >> index(sex) & 1U) != 0;
    if (here) reaching.push_back(&shock);
  }
  std::ranges::sort(reaching, {}, &ShockSpec::id);
  ShockTerms terms;
  for (const ShockSpec* shock : reaching) find_shock_kind(shock->kind)->apply(*shock, month, terms);
  return terms;
}

double activity_factor(const ShockTerms& terms, bool oil_economy, const Parameters& parameters) {
  const double activity = std::pow(terms.activity, parameters.demand_income_elasticity);
  return oil_economy ? activity * std::pow(terms.oil_price, parameters.oil_price_activity_elasticity) : activity;
}

double home_value(const ShockTerms& terms) noexcept { return 1.0 / terms.origin_currency; }

double evacuation_places(const MarketTerms& rules, const ShockTerms& terms) noexcept {
  return rules.evacuation_seats_per_month + terms.returns_open * rules.evacuation_seats_without_corridor;
}

}  // namespace sojourn::model
