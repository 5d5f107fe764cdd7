#include "model/remittances.hpp"

#include <algorithm>

namespace sojourn::model {

MonthlyBudget monthly_budget(Cents wage, double living_share, Cents service, Sex sex, const Parameters& parameters) noexcept {
  MonthlyBudget budget{.wage = wage};
  budget.living = static_cast<Cents>(static_cast<double>(wage) * living_share);
  budget.service = std::min(service, wage - budget.living);
  const Cents left = wage - budget.living - budget.service;
  const double share = sex == Sex::women ? parameters.remitted_share_women : parameters.remitted_share_men;
  budget.sent = static_cast<Cents>(static_cast<double>(left) * share);
  budget.saved = left - budget.sent;
  return budget;
}

Cents transfer_cost(Cents sent, double cost_percent) noexcept {
  return static_cast<Cents>(static_cast<double>(sent) * cost_percent / 100.0);
}

}  // namespace sojourn::model
