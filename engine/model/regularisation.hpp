#pragma once
// An open window in which workers in irregular status get a permit or go home without penalty (MODEL 5.12).
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// What a permit is worth to one irregular worker, and what it takes.
struct PermitTerms {
  UsdPerMonth wage;        ///< as paid without papers
  double living_share = 0.2;
  Months contract;         ///< that comes with the permit
  Usd fee;
  Usd saved;               ///< what the worker holds: who has not saved the fee cannot pay it
};
/// Pay in regular status of who earns `wage` without papers: what `irregular_wage_share` took comes back.
[[nodiscard]] UsdPerMonth regular_wage(UsdPerMonth wage, const Parameters& parameters) noexcept;
/// Gain of a permit, USD: the pay that comes back over the contract, less living cost, discounted, less the fee.
[[nodiscard]] Usd permit_gain(const PermitTerms& terms, const Parameters& parameters);
/// Chance that who is reached and stays asks for a permit: logistic(gain / accept_scale_usd); 0 where the fee is not saved.
[[nodiscard]] double permit_probability(const PermitTerms& terms, const Parameters& parameters);

enum class WindowChoice { stays_irregular, becomes_regular, goes_home };
/// What a worker whom an open window reaches does: `amnesty_home_share` go home without penalty; of the others those who ask
/// for a permit get one with chance `granted`. `u`, `v`, `w` uniform in (0, 1).
[[nodiscard]] WindowChoice window_choice(double permit_probability, double granted, double u, double v, double w,
                                         const Parameters& parameters) noexcept;

/// Share of requests granted where permits are limited: places over those who may ask, at most 1; 1 without a limit (negative).
[[nodiscard]] double granted_share(double places_per_month, double may_ask) noexcept;

}  // namespace sojourn::model
