#pragma once
// From applicant to job order: ranking, false offers, the time to departure (MODEL 5.7).
#include <cstdint>

#include "core/random.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Place in the line for an order: fit, own gain, what the applicant can pay, and chance (EQUATIONS 5.7). `certified`: with
/// a certificate that the employer reads.
[[nodiscard]] double rank(bool experienced, Usd gain, Usd payable, Usd price, double chance, const Parameters& parameters,
                          bool certified = false);

/// Chance that an offer that is paid for is false: higher at dishonest agencies and through longer chains; 0 without any.
[[nodiscard]] double fraud_probability(double honesty, double links, const Parameters& parameters) noexcept;

/// Months from acceptance to departure: sum of three exponentials (gamma, shape 3 assumed), at least 1 month.
struct Processing {
  std::int32_t months = 1;
  bool drops_out = false;  ///< gives up after `months` instead of leaving
};
[[nodiscard]] Processing processing(RandomStream stream, double mean_months, const Parameters& parameters);

}  // namespace sojourn::model
