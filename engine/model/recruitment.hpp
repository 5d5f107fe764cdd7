#pragma once
// From applicant to job order: ranking, the agency, false offers, the time to departure (MODEL 5.7, 5.15).
#include <cstdint>

#include "core/random.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Place in the line for an order: fit, own gain, what the applicant can pay, and chance (EQUATIONS 5.7).
[[nodiscard]] double rank(bool experienced, Usd gain, Usd payable, Usd price, double chance, const Parameters& parameters);

/// An agency is procedural: a number out of as many as the origin's registered hires feed.
struct Agency {
  std::uint32_t number = 0;
  double honesty = 0.5;  ///< 0 to 1, uniform
};
/// The agency that serves this applicant's spell.
[[nodiscard]] Agency agency_of(RunKey run, std::uint64_t person_key, std::int32_t month, std::uint8_t origin,
                               double registered_hires_per_year, const Parameters& parameters);

/// Chance that an offer that is paid for is false: higher at dishonest agencies and through longer chains.
[[nodiscard]] double fraud_probability(double honesty, const Parameters& parameters) noexcept;

/// Months from acceptance to departure: sum of three exponentials (gamma, shape 3 assumed), at least 1 month.
struct Processing {
  std::int32_t months = 1;
  bool drops_out = false;  ///< gives up after `months` instead of leaving
};
[[nodiscard]] Processing processing(RandomStream stream, double mean_months, const Parameters& parameters);

}  // namespace sojourn::model
