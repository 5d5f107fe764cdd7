#include "model/levers/conditions.hpp"

#include "model/households.hpp"
#include "model/parameters.hpp"
#include "model/decision.hpp"

namespace sojourn::model {
namespace {

constexpr int youngest = 15, oldest = 64;  // of working age

bool age_fits(const Conditions& conditions, int age) noexcept {
  return (!conditions.age_min_years || age >= *conditions.age_min_years) &&
         (!conditions.age_max_years || age <= *conditions.age_max_years);
}

bool lies_in(double percent, std::uint64_t key, std::int32_t lever, RunKey run, Draw why) {
  return percent >= 100 || RandomStream{run, key, lever, why}.uniform() * 100.0 < percent;
}

}  // namespace

bool Conditions::any() const noexcept { return !(*this == Conditions{}); }

std::int32_t lever_key(std::string_view id) noexcept {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : id.substr(0, id.find('.'))) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return static_cast<std::int32_t>(hash & 0x7fffffffU);
}

bool meets(const Conditions& conditions, std::int32_t lever, const PersonFacts& person, RunKey run,
           const Parameters& parameters) {
  if (conditions.first_timers && person.spells_before > 0) return false;
  if (conditions.arrived_after && person.arrived <= *conditions.arrived_after) return false;
  if (!age_fits(conditions, person.age_years)) return false;
  if (conditions.children_under_years &&
      !has_child_under(run, person.person, person.age_years, *conditions.children_under_years, parameters)) {
    return false;
  }
  return lies_in(conditions.communities_percent, person.community, lever, run, Draw::pilot_community) &&
         lies_in(conditions.pilot_percent, person.person.key(), lever, run, Draw::pilot);
}

double expected_share(const Conditions& conditions, const ExpectedShares& market, const Parameters& parameters) {
  double share = conditions.communities_percent / 100.0 * (conditions.pilot_percent / 100.0);
  if (conditions.first_timers) share *= market.first_timers;
  if (conditions.arrived_after && market.month <= *conditions.arrived_after) return 0;
  if (!conditions.age_min_years && !conditions.age_max_years && !conditions.children_under_years) return share;
  double all = 0, met = 0;
  for (int age = youngest; age <= oldest; ++age) {
    const double weight = age_factor(age, parameters);
    all += weight;
    if (!age_fits(conditions, age)) continue;
    met += weight * (conditions.children_under_years
                         ? child_under_probability(age, *conditions.children_under_years, parameters) : 1.0);
  }
  return all > 0 ? share * met / all : 0.0;
}

}  // namespace sojourn::model
