#pragma once
// Levers made by hand, as the scenario reader would make them.
#include <map>
#include <string>
#include <vector>

#include "model/levers/lever.hpp"

namespace sojourn::model::test {

inline constexpr Month start{2026, 7};

/// A lever of `kind` on corridors 0 and 1, all sectors, sexes and skills, from `start`, at one level.
inline LeverSpec lever_of(const std::string& kind, double level, std::map<std::string, double> numbers = {}) {
  LeverSpec lever;
  lever.kind = kind;
  lever.id = kind;
  lever.reach.corridors = {true, true, false};
  lever.start = start;
  lever.implementation = {{start, level}};
  lever.numbers = std::move(numbers);
  return lever;
}

inline LeverSpec fee_cap(double level, double cap_usd, double fine_usd = 2000) {
  LeverSpec lever = lever_of("fee_cap", level, {{"cap_usd", cap_usd}, {"fine_usd", fine_usd}, {"refund_percent", 0}});
  lever.words["counts"] = {"all_costs"};
  return lever;
}

inline LeverSpec employer_pays(double level, std::vector<std::string> items) {
  LeverSpec lever = lever_of("employer_pays", level, {{"fine_usd", 2000}});
  lever.words["items"] = std::move(items);
  return lever;
}

inline LeverSpec wage_floor(double level, double floor) {
  return lever_of("wage_floor", level, {{"floor_usd_per_month", floor}});
}

inline LeverSpec named(LeverSpec lever, std::string id, std::vector<std::string> replaces = {}) {
  lever.id = std::move(id);
  lever.replaces = std::move(replaces);
  return lever;
}

}  // namespace sojourn::model::test
