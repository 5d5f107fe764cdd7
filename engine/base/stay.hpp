#pragma once
// Contract arithmetic of EQUATIONS 5.0: how renewal turns contracts into a stay.

namespace sojourn::base {

/// Early return before a contract's end, per month (assumed; EQUATIONS 6: 0.004 to 0.015).
inline constexpr double early_exit_per_month = 0.008;

/// Mean months served of one contract of `contract_months`: (1 - exp(-hL)) / h.
[[nodiscard]] double mean_contract_months(double contract_months, double early_exit = early_exit_per_month);
/// Mean stay over all contracts when a share `renewal` of finished contracts is renewed (below 1).
[[nodiscard]] double mean_stay_months(double contract_months, double renewal, double early_exit = early_exit_per_month);
/// The share of finished contracts renewed that gives `stay_months`; negative if one contract is longer than that.
[[nodiscard]] double renewal_probability(double contract_months, double stay_months,
                                         double early_exit = early_exit_per_month);
/// Renewals that one hire brings over a whole stay: rho exp(-hL) / (1 - rho exp(-hL)).
[[nodiscard]] double renewals_per_hire(double contract_months, double stay_months,
                                       double early_exit = early_exit_per_month);

}  // namespace sojourn::base
