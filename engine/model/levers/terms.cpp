#include "model/levers/terms.hpp"

#include <algorithm>

namespace sojourn::model {

LeversOfMonth::LeversOfMonth(std::span<const LeverSpec> levers, Month month) {
  for (std::size_t place = 0; place < levers.size(); ++place) {
    const LeverSpec& lever = levers[place];
    if (!lever.in_months(month)) continue;
    levers_.push_back({&lever, find_lever_kind(lever.kind), place, lever.enforcement(month), {}});
  }
  for (InMonths& one : levers_) {
    for (std::size_t other = 0; other < levers_.size(); ++other) {
      const std::vector<std::string>& replaces = levers_[other].lever->replaces;
      if (std::ranges::find(replaces, one.lever->id) != replaces.end()) one.replaced_by.push_back(other);
    }
  }
}

// `here` are the levers enforced on one market. Of a kind that sets a level, either rules in force hold or levers do.
bool LeversOfMonth::holds(const InMonths& one, const std::vector<const InMonths*>& here) {
  if (!one.kind->sets_a_level) return true;
  double rule = 0, lever = 0;  // the best enforced of each
  for (const InMonths* other : here) {
    if (other->kind != one.kind) continue;
    double& best = other->lever->rule_in_force ? rule : lever;
    best = std::max(best, other->enforcement);
  }
  return one.lever->rule_in_force ? lever < rule : one.enforcement >= rule;
}

MarketTerms LeversOfMonth::terms(CorridorId corridor, Sector sector, Sex sex, Skill skill, double wage_usd_per_month,
                                 const std::vector<bool>& left_out) const {
  const auto reaches = [&](const InMonths& one) {
    return (left_out.empty() || !left_out[one.place]) && one.lever->reach.holds(corridor, sector, sex, skill) &&
           (one.kind->only_sectors >> index(sector) & 1U) != 0 && (one.kind->only_sexes >> index(sex) & 1U) != 0;
  };
  std::vector<const InMonths*> here;
  for (const InMonths& one : levers_) {
    if (one.enforcement <= 0 || !reaches(one)) continue;
    const auto is_here = [&](std::size_t other) { return reaches(levers_[other]); };
    if (std::ranges::none_of(one.replaced_by, is_here)) here.push_back(&one);
  }
  MarketTerms terms;
  for (const InMonths* one : here) {
    if (holds(*one, here)) one->kind->apply(*one->lever, one->enforcement, wage_usd_per_month, terms);
  }
  return terms;
}

MarketTerms terms_of(std::span<const LeverSpec> levers, Month month, CorridorId corridor, Sector sector, Sex sex,
                     Skill skill, double wage_usd_per_month, const std::vector<bool>& left_out) {
  return LeversOfMonth{levers, month}.terms(corridor, sector, sex, skill, wage_usd_per_month, left_out);
}

}  // namespace sojourn::model
