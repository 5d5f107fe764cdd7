// What levers say of persons, prices and programmes, resolved by market once a month.
#include <algorithm>
#include <map>
#include <tuple>

#include "model/regularisation.hpp"
#include "model/remittances.hpp"
#include "model/social_protection.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

// Whom rules on age and on mothers concern, and where another occupation of the same corridor is free of them.
void Markets::find_rules_on_persons() {
  any_rule_on_persons_ = false;
  rules_on_persons_.assign(largest_ban_.size(), false);
  const auto asks = [&](const MarketNow& now, Skill skill) {
    return widest(now, skill, &model::MarketTerms::age_limit_enforcement) > 0 ||
           widest(now, skill, &model::MarketTerms::child_rule_enforcement) > 0;
  };
  std::vector<bool> open(base_.corridors.size() * 2 * skill_count);
  for (const MarketNow& now : now_) {
    for (std::size_t s = index(now.lowest); s < skill_count; ++s) {
      const auto skill = static_cast<Skill>(s);
      if (asks(now, skill)) {
        any_rule_on_persons_ = rules_on_persons_[profile(now.origin, now.sex, skill)] = true;
      } else {
        open[(index(now.corridor) * 2 + index(now.sex)) * skill_count + s] = true;
      }
    }
  }
  if (!any_rule_on_persons_) return;
  for (MarketNow& now : now_) {
    for (std::size_t s = 0; s < skill_count; ++s) {
      now.other_occupation_open[s] = open[(index(now.corridor) * 2 + index(now.sex)) * skill_count + s];
    }
  }
}

// What senders pay: a cap and a subsidy act on the corridor's price of the base year.
void Markets::update_remittance_prices() {
  for (MarketNow& now : now_) {
    now.remittance_cost_percent = model::price_of_sending(now.base_remittance_cost_percent, now.terms[index(now.lowest)]);
  }
}

// Loans and seats go to all who may ask for them alike; one programme is that of an origin with the same terms.
void Markets::update_programmes() {
  using Programme = std::tuple<std::size_t, std::int64_t, double, double>;
  const auto loans = [](const MarketNow& now, const model::MarketTerms& terms) {
    return Programme{index(now.origin), terms.loans_per_year_milli, terms.loan_limit_usd, terms.loan_rate_per_year};
  };
  const auto seats = [](const MarketNow& now, const model::MarketTerms& terms) {
    return Programme{index(now.origin), terms.reintegration_seats_milli, terms.reintegration_grant_usd,
                     terms.reintegration_parts * 8.0 + terms.reintegration_reasons};
  };
  std::map<Programme, double> borrowers, returnees;
  for (MarketNow& now : now_) {
    now.loans_granted = {};
    now.seats_granted = {};
    if (!now.any_rule || !now.simulated) continue;
    const model::MarketTerms& terms = now.terms[index(now.lowest)];
    if (terms.loans_per_year_milli > 0) borrowers[loans(now, terms)] += now.recent_orders;
    if (terms.reintegration_seats_milli <= 0) continue;
    for (std::size_t kind = 0; kind < now.returned.size(); ++kind) {
      const bool eligible = (terms.reintegration_reasons >> kind & 1U) != 0;
      returnees[seats(now, terms)] += eligible ? static_cast<double>(now.returned[kind]) : 0.0;
    }
  }
  if (borrowers.empty() && returnees.empty()) return;
  for (MarketNow& now : now_) {
    if (!now.any_rule || !now.simulated) continue;
    for (std::size_t s = 0; s < skill_count; ++s) {
      const model::MarketTerms& terms = now.terms[s];
      if (const auto asked = borrowers.find(loans(now, terms)); asked != borrowers.end()) {
        now.loans_granted[s] = model::granted_share(static_cast<double>(terms.loans_per_year_milli) / 12'000.0 / scale_, asked->second);
      }
      if (const auto asked = returnees.find(seats(now, terms)); asked != returnees.end()) {
        now.seats_granted[s] = model::granted_share(static_cast<double>(terms.reintegration_seats_milli) / 1'000.0 / scale_, asked->second);
      }
    }
  }
}

// Papers and flights, and insurance that workers must bring.
double Markets::documented_under_clauses(const MarketNow& now) const {
  const double insured = mean(now, now.lowest, &model::MarketTerms::insured_by_worker);
  return now.base_documented_usd + model::insurance_of_workers(insured, Months{now.contract_months}, parameters_).value();
}

// What agreements put on the employer beside wage and recruitment, USD a month.
double Markets::cost_of_clauses(const MarketNow& now) const {
  const model::EmployerClauses clauses{.insured = mean(now, now.lowest, &model::MarketTerms::insured_by_employer),
                                       .contributions = mean(now, now.lowest, &model::MarketTerms::social_security_cost),
                                       .tickets = mean(now, now.lowest, &model::MarketTerms::tickets_by_employer)};
  return model::clause_cost(clauses, UsdPerMonth{now.posted_wage}, Months{now.contract_months}, PerMonth{now.early_exit},
                            parameters_).value();
}

}  // namespace sojourn::sim
