#pragma once
// From a scenario of a study to what one run of it needs.
#include <cstdint>
#include <string>

#include "sim/run.hpp"
#include "study/scenario.hpp"

namespace sojourn::study {

/// What a run of that scenario and replicate starts from; refers to `base`, `fitted` and `study`.
[[nodiscard]] sim::RunInput run_input(const Study& study, const model::BaseYear& base,
                                      const model::FittedConstants& fitted, std::size_t scenario,
                                      std::uint32_t replicate);

/// First month that a scenario does not share with the first one of the study: until then both have one past. The first month
/// of the burn-in if they share none.
[[nodiscard]] Month parting_month(const Study& study, std::size_t scenario);

/// `sj1:...` of a run's digest, as files record it.
[[nodiscard]] std::string digest_text(std::uint64_t digest);

}  // namespace sojourn::study
