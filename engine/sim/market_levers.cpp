// What levers say of persons, prices and programmes, resolved by market once a month.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "model/departure.hpp"
#include "model/reintegration.hpp"
#include "model/remittances.hpp"
#include "model/social_protection.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

// Whom rules on age and on mothers concern, and where another occupation of the same corridor is free of them.
void Markets::find_rules_on_persons() {
  any_rule_on_persons_ = false;
  rules_on_persons_.assign(largest_ban_.size(), false);
  person_rules_.assign(largest_ban_.size(), {});
  plainly_banned_.assign(largest_ban_.size(), false);
  const auto asks = [&](const MarketNow& now, Skill skill) {
    return widest(now, skill, &model::MarketTerms::age_limit_enforcement) > 0 ||
           widest(now, skill, &model::MarketTerms::child_rule_enforcement) > 0;
  };
  std::vector<bool> open(base_.corridors.size() * 2 * skill_count);
  for (MarketNow& now : now_) {
    for (std::size_t s = index(now.lowest); s < skill_count; ++s) {
      const auto skill = static_cast<Skill>(s);
      if (now.terms[s].departure_barred > 0) plainly_banned_[profile(now.origin, now.sex, skill)] = true;
      now.free_of_rules[s] = !asks(now, skill);
      if (!now.free_of_rules[s]) {
        const std::size_t place = profile(now.origin, now.sex, skill);
        any_rule_on_persons_ = rules_on_persons_[place] = true;
        const auto asks_the_same = [&](const model::MarketTerms& other) { return model::ask_the_same(other, now.terms[s]); };
        if (std::ranges::none_of(person_rules_[place], asks_the_same)) person_rules_[place].push_back(now.terms[s]);
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

// Nobody tests what is declared: it may be an occupation that asks for more than the own skill.
std::uint16_t Markets::declared_market(std::size_t market, Skill skill, double u) const {
  const MarketNow& done = now_[market];
  double sum = 0;
  std::vector<std::pair<std::uint32_t, double>> occupations;
  for (const std::uint32_t k : of(done.origin, done.sex)) {
    const MarketNow& occupation = now_[k];
    const bool free = occupation.free_of_rules[index(model::declared_skill(skill, occupation.lowest))];
    if (occupation.corridor != done.corridor || !free) continue;
    sum += std::max(0.0, occupation.recent_orders);
    occupations.emplace_back(k, sum);
  }
  if (occupations.empty()) return static_cast<std::uint16_t>(market);
  const auto reached = [&](const auto& occupation) { return occupation.second > u * sum; };
  const auto found = std::ranges::find_if(occupations, reached);
  return static_cast<std::uint16_t>(found == occupations.end() ? occupations.front().first : found->first);
}

bool Markets::passes_all_rules(OriginId origin, Sex sex, Skill skill, const model::PersonFacts& person, double u) const {
  const std::size_t place = profile(origin, sex, skill);
  if (!personal_.empty() || plainly_banned_[place]) return false;
  return std::ranges::none_of(person_rules_[place], [&](const model::MarketTerms& rule) {
    return model::is_barred_by_rule(rule, person, sex, u, false, run_, parameters_);
  });
}

// What senders pay: a cap and a subsidy act on the corridor's price of the base year.
void Markets::update_remittance_prices() {
  for (MarketNow& now : now_) {
    const auto price = [&](const model::MarketTerms& terms) { return model::price_of_sending(now.base_remittance_cost_percent, terms); };
    now.remittance_cost_percent = price(now.terms[index(now.lowest)]);
    std::array<double, 2> span{now.remittance_cost_percent, now.remittance_cost_percent};
    if (now.personal >= 0) {
      PersonalTerms& own = personal_[static_cast<std::size_t>(now.personal)];
      for (const model::MarketTerms& terms : own.terms[index(now.lowest)]) {
        const double cost = price(terms);
        own.remittance_cost_percent.push_back(cost);
        span = {std::min(span[0], cost), std::max(span[1], cost)};
      }
    }
    // Who is reached may have changed where not all pay the same: budgets of others keep as they are.
    now.repriced_for_some = span != now.sending_span || span[0] < span[1];
    now.sending_span = span;
  }
}

namespace {

/// A programme: an origin, the lever if it is for some persons only, how much it has, what it offers, and the share of it kept
/// for women.
using Programme = std::tuple<std::size_t, std::size_t, std::int64_t, double, double, double>;

constexpr std::size_t for_all = 0;

/// One market's part in a programme.
struct Part {
  Programme programme;
  std::int64_t milli = 0;   ///< thousandths of what the programme has
  double share = 1;         ///< expected, of persons to whom it is open
  unsigned reasons = 0;     ///< of a return, for which it is open
  std::uint32_t mask = 0;   ///< whom it is open to: the bit of its lever; 0: everybody
};

Programme loans_of(std::size_t origin, std::size_t lever, std::int64_t milli, const model::MarketTerms& terms) {
  return {origin, lever, milli, terms.loan_limit_usd, terms.loan_rate_per_year, 0};
}
Programme seats_of(std::size_t origin, std::size_t lever, std::int64_t milli, const model::MarketTerms& terms) {
  return {origin, lever, milli, terms.reintegration_grant_usd, terms.reintegration_parts * 8.0 + terms.reintegration_reasons,
          terms.reintegration_women_min};
}

/// The programmes that reach a market and skill. What one for some persons adds to those for all is a programme of its own.
template <class Of>
std::vector<Part> parts_of(const MarketNow& now, std::size_t skill, const PersonalTerms* own,
                           std::int64_t model::MarketTerms::* capacity, const Of& of) {
  std::vector<Part> parts;
  const model::MarketTerms& common = now.terms[skill];
  if (common.*capacity > 0) {
    parts.push_back({of(index(now.origin), for_all, common.*capacity, common), common.*capacity, 1, common.reintegration_reasons, 0});
  }
  for (std::size_t i = 0; own != nullptr && i < own->levers.size(); ++i) {
    const std::uint32_t bit = 1U << i;
    const model::MarketTerms& alone = own->terms[skill][bit];
    const std::int64_t more = alone.*capacity - common.*capacity;
    if (more <= 0) continue;
    double share = 0;
    for (std::size_t mask = 0; mask < own->shares.size(); ++mask) share += (mask & bit) != 0 ? own->shares[mask] : 0.0;
    parts.push_back({of(index(now.origin), 1U + own->levers[i], more, alone), more, share, alone.reintegration_reasons, bit});
  }
  return parts;
}

using Asked = std::map<Programme, model::SeatsAsked>;

void add(model::SeatsAsked& asked, Sex sex, double persons) {
  asked.all += persons;
  if (sex == Sex::women) asked.women += persons;
}

/// Share of those of a sex with this mask who are granted what they ask for.
double granted(const std::vector<Part>& parts, const Asked& asked, double milli_a_month, int scale, Sex sex, std::size_t mask) {
  double share = 0;
  for (const Part& part : parts) {
    if (part.mask != 0 && (mask & part.mask) == 0) continue;
    const auto found = asked.find(part.programme);
    if (found == asked.end()) continue;
    const double places = static_cast<double>(part.milli) / milli_a_month / scale;
    const model::SeatsGranted of_part = model::seats_granted(places, found->second, std::get<5>(part.programme));
    share += sex == Sex::women ? of_part.women : of_part.men;
  }
  return std::min(1.0, share);
}

}  // namespace

// Loans and seats go to all who may ask for them alike, women and men apart where seats are kept; one programme is that of an
// origin with the same terms.
void Markets::update_programmes() {
  constexpr double a_year = 12'000, a_month = 1'000;  // thousandths of one a month
  constexpr auto loans = &model::MarketTerms::loans_per_year_milli;
  constexpr auto seats = &model::MarketTerms::reintegration_seats_milli;
  const auto own_of = [&](const MarketNow& now) {
    return now.personal < 0 ? nullptr : &personal_[static_cast<std::size_t>(now.personal)];
  };
  Asked borrowers, returnees;
  for (MarketNow& now : now_) {
    now.loans_granted = {};
    now.seats_granted = {};
    if (!now.any_rule || !now.simulated) continue;
    for (const Part& part : parts_of(now, index(now.lowest), own_of(now), loans, loans_of)) {
      add(borrowers[part.programme], now.sex, now.recent_orders * part.share);
    }
    for (const Part& part : parts_of(now, index(now.lowest), own_of(now), seats, seats_of)) {
      for (std::size_t kind = 0; kind < now.returned.size(); ++kind) {
        const bool eligible = (part.reasons >> kind & 1U) != 0;
        add(returnees[part.programme], now.sex, eligible ? static_cast<double>(now.returned[kind]) * part.share : 0.0);
      }
    }
  }
  if (borrowers.empty() && returnees.empty() && personal_.empty()) return;
  for (MarketNow& now : now_) {
    PersonalTerms* own = own_of(now);
    const std::size_t masks = own == nullptr ? 0 : own->shares.size();
    const bool none = !now.any_rule || !now.simulated || (borrowers.empty() && returnees.empty());
    for (std::size_t s = 0; s < skill_count; ++s) {
      const auto lent = none ? std::vector<Part>{} : parts_of(now, s, own, loans, loans_of);
      const auto offered = none ? std::vector<Part>{} : parts_of(now, s, own, seats, seats_of);
      now.loans_granted[s] = granted(lent, borrowers, a_year, scale_, now.sex, 0);
      now.seats_granted[s] = granted(offered, returnees, a_month, scale_, now.sex, 0);
      if (own == nullptr) continue;
      own->loans_granted[s].assign(masks, 0.0);
      own->seats_granted[s].assign(masks, 0.0);
      for (std::size_t mask = 0; mask < masks; ++mask) {
        own->loans_granted[s][mask] = granted(lent, borrowers, a_year, scale_, now.sex, mask);
        own->seats_granted[s][mask] = granted(offered, returnees, a_month, scale_, now.sex, mask);
      }
    }
  }
}

// Papers and flights, and insurance that workers must bring.
double Markets::documented_under_clauses(const MarketNow& now) const {
  if (!now.any_clause) return now.base_documented_usd;
  const double insured = mean(now, now.lowest, &model::MarketTerms::insured_by_worker);
  return now.base_documented_usd + model::insurance_of_workers(insured, Months{now.contract_months}, parameters_).value();
}

// What agreements put on the employer beside wage and recruitment, USD a month.
double Markets::cost_of_clauses(const MarketNow& now) const {
  if (!now.any_clause) return 0;
  const model::EmployerClauses clauses{.insured = mean(now, now.lowest, &model::MarketTerms::insured_by_employer),
                                       .contributions = mean(now, now.lowest, &model::MarketTerms::social_security_cost),
                                       .tickets = mean(now, now.lowest, &model::MarketTerms::tickets_by_employer),
                                       .end_of_service = mean(now, now.lowest, &model::MarketTerms::end_of_service)};
  return model::clause_cost(clauses, UsdPerMonth{now.posted_wage}, Months{now.contract_months}, PerMonth{now.early_exit},
                            parameters_).value();
}

}  // namespace sojourn::sim
