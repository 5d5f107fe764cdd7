#include "sim/bounds.hpp"

#include <algorithm>
#include <cmath>

#include "model/decision.hpp"

namespace sojourn::sim {
namespace {

const std::array<double, population::strata>& taste_ceilings() {
  static const auto all = [] {
    std::array<double, population::strata> ceilings{};
    for (std::size_t s = 0; s < population::strata; ++s) ceilings[s] = population::stratum_taste_ceiling(s);
    return ceilings;
  }();
  return all;
}

double band_factor(const Markets& markets, int band, bool any_age) {
  if (any_age) return 1;
  double highest = 0;
  for (int age = population::Candidates::band_age(band); age < population::Candidates::band_age(band) + population::band_years; ++age) {
    highest = std::max(highest, markets.age_factor(age));
  }
  return highest;
}

}  // namespace

void bound_hazards(const Markets& markets, const population::Candidates& candidates, OriginId origin, Sex sex,
                   double taste_shift, bool any_age, double network, population::Candidates::Rungs& rungs) {
  const model::Parameters& parameters = markets.parameters();
  const double taste_mean = markets.fitted().taste_mean[index(origin)][index(sex)] - taste_shift;
  std::array<double, population::age_bands> factors{};
  for (int band = 0; band < population::age_bands; ++band) factors[static_cast<std::size_t>(band)] = band_factor(markets, band, any_age);
  for (std::size_t skill = 0; skill < skill_count; ++skill) {
    const double gain = markets.best_gain(origin, sex, static_cast<Skill>(skill), false) +
                        markets.highest_belief_shift(origin, sex, static_cast<Skill>(skill));
    std::array<double, population::strata> hazards{};
    for (std::size_t s = 0; s < population::strata; ++s) {
      hazards[s] = model::search_hazard(Usd{gain}, taste_ceilings()[s], taste_mean, network, 1.0, parameters).value();
    }
    for (int band = 0; band < population::age_bands; ++band) {
      const double factor = factors[static_cast<std::size_t>(band)];
      auto& row = rungs[candidates.group(origin, sex, static_cast<Skill>(skill), band)];
      for (std::size_t s = 0; s < population::strata; ++s) {
        row[s] = static_cast<std::uint8_t>(population::rung_for(hazards[s] * factor));
      }
    }
  }
}

}  // namespace sojourn::sim
