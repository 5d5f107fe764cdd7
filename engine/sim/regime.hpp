#pragma once
// Contract length, early exits and renewal that together give a corridor's mean stay (EQUATIONS 5.0).
#include "core/ids.hpp"
#include "model/base_year.hpp"
#include "model/parameters.hpp"

namespace sojourn::sim {

struct Regime {
  double contract_months = 24;
  double early_exit = 0.008;   ///< per month
  double renewal = 0.6;        ///< probability of another contract
};
/// Where the usual contract and hazard cannot give the stay with a renewal between 0.02 and 0.95, the contract is
/// shortened or the early exits are lowered until they can.
[[nodiscard]] Regime regime_of(const model::Corridor& corridor, const model::Destination& destination, Sex sex,
                               const model::Parameters& parameters);

}  // namespace sojourn::sim
