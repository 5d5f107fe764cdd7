#include "base/stay.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::base {

double mean_contract_months(double contract_months, double early_exit) {
  return early_exit > 0 ? -std::expm1(-early_exit * contract_months) / early_exit : contract_months;
}

double mean_stay_months(double contract_months, double renewal, double early_exit) {
  return mean_contract_months(contract_months, early_exit) / (1 - renewal * std::exp(-early_exit * contract_months));
}

double renewal_probability(double contract_months, double stay_months, double early_exit) {
  return (1 - mean_contract_months(contract_months, early_exit) / stay_months) * std::exp(early_exit * contract_months);
}

double renewals_per_hire(double contract_months, double stay_months, double early_exit) {
  // one stay is 1 / (1 - q) contracts, q the chance that a contract is served out and renewed
  return std::max(0.0, stay_months / mean_contract_months(contract_months, early_exit) - 1);
}

}  // namespace sojourn::base
