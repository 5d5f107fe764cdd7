#pragma once
// Upper bounds of the search hazard per stratum of taste, for the thinning of candidates.
#include "population/candidates.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

/// Fills the rungs of one origin and sex. Each bound takes the best gain, the index `network` and the upper end of the
/// stratum, so that nobody with that network or less has a higher hazard. `taste_shift` raises everybody's taste (a start
/// that must find more people); `any_age` ignores the factor of age (a start looks at the age of departure).
void bound_hazards(const Markets& markets, const population::Candidates& candidates, OriginId origin, Sex sex,
                   double taste_shift, bool any_age, double network, population::Candidates::Rungs& rungs);

}  // namespace sojourn::sim
