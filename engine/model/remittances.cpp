#include "model/remittances.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {
namespace {

constexpr double smallest_price_ratio = 1.0 / 16.0;  // a free service is used four times as often at an elasticity of 0.5
constexpr double usual_price = 0.03;                 // EQUATIONS 5.13: the goal of SDG 10.c, from which the logit is counted

}  // namespace

MonthlyBudget monthly_budget(Cents wage, double living_share, Cents service, Sex sex, const Parameters& parameters,
                             double transfers) noexcept {
  MonthlyBudget budget{.wage = wage};
  budget.living = static_cast<Cents>(static_cast<double>(wage) * living_share);
  budget.service = std::min(service, wage - budget.living);
  const Cents left = wage - budget.living - budget.service;
  const double share = sex == Sex::women ? parameters.remitted_share_women : parameters.remitted_share_men;
  budget.sent = std::min(left, static_cast<Cents>(static_cast<double>(left) * share * transfers));
  budget.saved = left - budget.sent;
  return budget;
}

double transfers_per_month(double cost_percent, double base_cost_percent, const Parameters& parameters) {
  if (cost_percent == base_cost_percent || base_cost_percent <= 0) return 1;
  return std::pow(std::max(smallest_price_ratio, cost_percent / base_cost_percent), -parameters.transfer_cost_elasticity);
}

double price_of_sending(double base_cost_percent, const MarketTerms& terms) noexcept {
  double price = base_cost_percent;
  const double above = price - terms.remittance_cap_percent;
  if (terms.remittance_cap_enforcement > 0 && above > 0) price -= terms.remittance_cap_enforcement * above;
  return terms.remittance_subsidy_percent > 0 ? std::max(0.0, price - terms.remittance_subsidy_percent) : price;
}

double informal_share(double cost_percent, const Parameters& parameters) {
  return logistic(parameters.informal_base_logit + parameters.informal_cost_logit * (cost_percent / 100.0 - usual_price));
}

Cents transfer_cost(Cents sent, double cost_percent) noexcept {
  return static_cast<Cents>(static_cast<double>(sent) * cost_percent / 100.0);
}

Transfer transfer(Cents sent, double cost_percent, double informal_share, const Parameters& parameters) noexcept {
  Transfer way;
  way.informal = static_cast<Cents>(static_cast<double>(sent) * informal_share);
  way.fee = transfer_cost(sent - way.informal, cost_percent) + transfer_cost(way.informal, parameters.informal_cost_percent);
  return way;
}

}  // namespace sojourn::model
