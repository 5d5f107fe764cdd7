#include "model/departure.hpp"

#include <algorithm>

#include "model/households.hpp"

namespace sojourn::model {

Channel channel_of(bool without_papers, double registered_share, double u) noexcept {
  if (without_papers) return Channel::irregular;
  return u < registered_share ? Channel::registered : Channel::unregistered;
}

bool is_barred(const MarketTerms& terms, double u) noexcept { return u < terms.departure_barred; }

bool asks_who_leaves(const MarketTerms& terms) noexcept {
  return terms.age_limit_enforcement > 0 || terms.child_rule_enforcement > 0;
}

bool ask_the_same(const MarketTerms& one, const MarketTerms& other) noexcept {
  return one.age_limit_enforcement == other.age_limit_enforcement && one.youngest_age_years == other.youngest_age_years &&
         one.oldest_age_years == other.oldest_age_years && one.child_rule_enforcement == other.child_rule_enforcement &&
         one.child_rule_years == other.child_rule_years;
}

RuleAnswer answer_to_rule(const MarketTerms& terms, const PersonFacts& person, Sex sex, double u, bool other_occupation_open, RunKey run,
                          const Parameters& parameters) {
  const bool by_age = u < terms.age_limit_enforcement &&
                      (person.age_years < terms.youngest_age_years || person.age_years > terms.oldest_age_years);
  const bool by_child = !by_age && sex == Sex::women && u < terms.child_rule_enforcement &&
                        has_child_under(run, person.person, person.age_years, static_cast<int>(terms.child_rule_years), parameters);
  if (!by_age && !by_child) return RuleAnswer::passes;
  const bool declares = other_occupation_open &&
                        RandomStream{run, person.person.key(), 0, Draw::redeclares}.uniform() < parameters.redeclare_probability;
  return declares ? RuleAnswer::declares_another : RuleAnswer::stopped;
}

bool is_barred_by_rule(const MarketTerms& terms, const PersonFacts& person, Sex sex, double u, bool other_occupation_open, RunKey run,
                       const Parameters& parameters) {
  return answer_to_rule(terms, person, sex, u, other_occupation_open, run, parameters) == RuleAnswer::stopped;
}

Skill declared_skill(Skill own, Skill lowest_of_occupation) noexcept { return std::max(own, lowest_of_occupation); }

}  // namespace sojourn::model
