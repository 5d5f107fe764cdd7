#include "model/contract_end.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {

EndChoice end_choice(const RenewalTerms& terms, const Parameters& parameters) {
  const double pay = parameters.pay_response * std::log(terms.wage_offered.value() / terms.wage_reference.value());
  const double stay = terms.regime_logit + pay +
                      parameters.debt_stay_logit * std::clamp(terms.debt_over_half_year_wage, 0.0, 2.0) +
                      parameters.unfilled_orders_stay_logit * (1.0 - terms.fill_of_orders * terms.way_open) +
                      (terms.target_reached ? parameters.savings_target_stay_logit : 0.0) -
                      (terms.harmed_within_year ? parameters.harm_stay_logit : 0.0);
  const double wanted = 1.0 - terms.layoff_hazard / std::max(parameters.layoff_hazard_max_per_month, 1e-9);
  const EndChoice tied{.stays = logistic(stay) * wanted, .moves = 0};
  if (terms.may_move <= 0) return tied;
  const double stays = std::exp(stay), moves = std::exp(stay - parameters.moving_logit);
  const EndChoice free{.stays = stays / (1.0 + stays + moves) * wanted, .moves = moves / (1.0 + stays + moves) * wanted};
  if (terms.may_move >= 1) return free;
  return {.stays = terms.may_move * free.stays + (1.0 - terms.may_move) * tied.stays, .moves = terms.may_move * free.moves};
}

double stay_probability(const RenewalTerms& terms, const Parameters& parameters) { return end_choice(terms, parameters).stays; }

Months mean_stay(Months contract, PerMonth early_exit, double renewal_probability) {
  const double h = early_exit.value();
  const double survival = std::exp(-h * contract.value());
  const double first = h > 0 ? (1.0 - survival) / h : contract.value();
  return Months{first / (1.0 - renewal_probability * survival)};
}

double renewal_for(Months contract, PerMonth early_exit, Months stay) {
  const double h = early_exit.value();
  const double survival = std::exp(-h * contract.value());
  const double first = h > 0 ? (1.0 - survival) / h : contract.value();
  return std::clamp((1.0 - first / stay.value()) / survival, 0.0, 0.98);
}

}  // namespace sojourn::model
