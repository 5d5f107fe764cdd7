#pragma once
// Arrival: which employer, which contract is really honoured, who keeps the passport (MODEL 5.8).
#include <array>
#include <cstdint>

#include "core/ids.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "model/base_year.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Workers of an employer: households have one; else 1-9, 10-49, 50-499, 500 and more.
enum class EmployerSize : std::uint8_t { household, small, medium, large, very_large };
inline constexpr std::size_t employer_sizes = 5;
/// Mean workers of an employer of that size; 1 in a household.
[[nodiscard]] double mean_workers(EmployerSize size, const Parameters& parameters) noexcept;
/// Share of a sector's foreign workers at employers of that size: households in domestic work, the others elsewhere.
[[nodiscard]] double share_of_workers(EmployerSize size, Sector sector, const Parameters& parameters) noexcept;

/// The employers of one destination and sector: how many of each size there are, at least `employers_simulated_min`, since the
/// luck of a handful would depend on population.scale.
/// `workers` in simulated persons: at scale k an employer stands for k employers.
struct EmployerCounts {
  std::array<std::uint32_t, employer_sizes> of_size{};
};
[[nodiscard]] EmployerCounts employers_for(double workers, Sector sector, const Parameters& parameters) noexcept;

/// An employer's number within its destination and sector: the size in the top bits, the place below them.
struct EmployerNumber {
  std::uint32_t value = 0;
  [[nodiscard]] EmployerSize size() const noexcept { return static_cast<EmployerSize>(value >> 28U); }
  friend bool operator==(EmployerNumber, EmployerNumber) = default;
};
/// The employer that a worker comes to: by size in proportion to workers, then any of them alike.
[[nodiscard]] EmployerNumber draw_employer(RandomStream& stream, const EmployerCounts& employers, Sector sector,
                                           const Parameters& parameters) noexcept;

/// Quality of an employer, standard normal cut at +-3: procedural, from its number alone.
[[nodiscard]] double employer_quality(RandomStream stream);

/// M_e = exp(sd (-z) - sd^2/2): factor of the employer on hazards of harm, mean 1.
[[nodiscard]] double harm_factor(double quality, const Parameters& parameters);

/// What a worker knows of the contract before leaving.
enum class ContractKnown : std::uint8_t {
  not_at_all,
  told,  ///< by a course: what a contract says and what is due
  seen   ///< the employer's own, before anything was paid: no recruiter can promise another one
};
/// Chance that the contract is replaced by a worse one on arrival. `rule_logit`: of rules against it (conditions.hpp).
[[nodiscard]] double substitution_probability(double quality, bool registered, const Parameters& parameters,
                                              ContractKnown known = ContractKnown::not_at_all, double rule_logit = 0);

/// Cut of pay where it is: beta with the given mean (2 and 2/mean - 2, so a cut of half and more is rare; shape assumed).
[[nodiscard]] double substitution_cut(RandomStream stream, const Parameters& parameters);

/// Chance that the employer takes the worker's passport: sigma(pi_d - q z). pi_d from the destination's known share, else
/// from its sponsorship rule. `rule_logit`: of a ban (conditions.hpp).
[[nodiscard]] double passport_kept_probability(double quality, const Destination& destination, const Parameters& parameters,
                                               double rule_logit = 0);
/// Chance that a worker who lives in the employer's household may not leave it: sigma(c0 - q z); nobody else is confined.
[[nodiscard]] double confined_probability(double quality, const Destination& destination, Sector sector, const Parameters& parameters);

}  // namespace sojourn::model
