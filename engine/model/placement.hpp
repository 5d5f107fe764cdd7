#pragma once
// Arrival: which employer, which contract is really honoured (MODEL 5.8).
#include "core/random.hpp"
#include "core/units.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Employer quality, standard normal cut at +-3: procedural, from the employer drawn for this worker.
[[nodiscard]] double employer_quality(RandomStream stream);

/// M_e = exp(sd (-z) - sd^2/2): factor of the employer on hazards of harm, mean 1.
[[nodiscard]] double harm_factor(double quality, const Parameters& parameters);

/// Chance that the contract is replaced by a worse one on arrival.
[[nodiscard]] double substitution_probability(double quality, bool registered, const Parameters& parameters);

/// Cut of pay where it is: beta with the given mean (2 and 2/mean - 2, so a cut of half and more is rare; shape assumed).
[[nodiscard]] double substitution_cut(RandomStream stream, const Parameters& parameters);

}  // namespace sojourn::model
