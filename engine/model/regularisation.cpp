#include "model/regularisation.hpp"

#include <algorithm>

#include "core/random.hpp"
#include "model/decision.hpp"

namespace sojourn::model {

UsdPerMonth regular_wage(UsdPerMonth wage, const Parameters& parameters) noexcept {
  return UsdPerMonth{wage.value() / parameters.irregular_wage_share};
}

Usd permit_gain(const PermitTerms& terms, const Parameters& parameters) {
  const double more = regular_wage(terms.wage, parameters).value() - terms.wage.value();
  return Usd{more * (1.0 - terms.living_share) * present_value_months(terms.contract, parameters.discount_per_month) - terms.fee.value()};
}

double permit_probability(const PermitTerms& terms, const Parameters& parameters) {
  if (terms.saved.value() < terms.fee.value()) return 0;
  return logistic(permit_gain(terms, parameters).value() / parameters.accept_scale_usd);
}

WindowChoice window_choice(double permit_probability, double granted, double u, double v, double w,
                           const Parameters& parameters) noexcept {
  if (u < parameters.amnesty_home_share) return WindowChoice::goes_home;
  return v < permit_probability && w < granted ? WindowChoice::becomes_regular : WindowChoice::stays_irregular;
}

double granted_share(double places_per_month, double may_ask) noexcept {
  if (places_per_month < 0 || may_ask <= places_per_month) return 1;
  return std::clamp(places_per_month / may_ask, 0.0, 1.0);
}

}  // namespace sojourn::model
