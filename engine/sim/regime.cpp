#include "sim/regime.hpp"

#include "model/contract_end.hpp"
#include "model/employment.hpp"

namespace sojourn::sim {
namespace {

constexpr double least_renewal = 0.02;
constexpr double most_renewal = 0.95;

double stay_of(double contract, double exits, double renewal) {
  return model::mean_stay(Months{contract}, PerMonth{exits}, renewal).value();
}

}  // namespace

Regime regime_of(const model::Corridor& corridor, const model::Destination& destination, Sex sex,
                 const model::Parameters& parameters) {
  const double stay = corridor.mean_stay_months;
  const double death = model::death_hazard(sex, parameters);
  Regime regime{.contract_months = destination.contract_months, .early_exit = parameters.early_exit_per_month};
  while (regime.contract_months > 3 && stay_of(regime.contract_months, regime.early_exit + death, least_renewal) > stay) {
    regime.contract_months -= 1;
  }
  while (regime.early_exit > 1e-5 && stay_of(regime.contract_months, regime.early_exit + death, most_renewal) < stay) {
    regime.early_exit *= 0.95;
  }
  regime.renewal = model::renewal_for(Months{regime.contract_months}, PerMonth{regime.early_exit + death}, Months{stay});
  return regime;
}

}  // namespace sojourn::sim
