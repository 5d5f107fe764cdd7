// Stage 1: what shocks say on each market, corridor and origin this month.
#include <algorithm>

#include "sim/markets.hpp"

namespace sojourn::sim {

void Markets::make_passages() {
  passages_.resize(base_.corridors.size());
  for (const MarketNow& now : now_) {
    if (!now.simulated) continue;
    Passage& passage = passages_[index(now.corridor)];
    passage.out.usual += now.recent_orders;
    passage.home.usual += now.recent_orders;
    passage.back.usual += now.leaves_per_month * base_.markets[static_cast<std::size_t>(&now - now_.data())].workers.value / scale_;
  }
}

// Terms are made anew only while a shock's strength moves: most months have none.
void Markets::update_shocks(Month month) {
  bool changed = !shocks_made_;
  for (std::size_t s = 0; s < policy_.shocks.size(); ++s) {
    const model::ShockSpec& shock = policy_.shocks[s];
    const auto lag = shock.numbers.find("lag_months");
    const double now = lag == shock.numbers.end() ? shock.strength(month)
                                                  : shock.lagged_strength(month, static_cast<int>(lag->second));
    changed = changed || now != shock_strength_[s];
    shock_strength_[s] = now;
  }
  if (changed) {
    shocks_made_ = true;
    any_strike_ = false;
    for (MarketNow& now : now_) {
      now.shock = model::shock_terms(policy_.shocks, month, now.corridor, now.sector, now.sex);
      any_strike_ = any_strike_ || now.shock.expelled > 0 || now.shock.job_loss > 0;
      OriginNow& origin = origins_[index(now.origin)];
      origin.home_value = model::home_value(now.shock);
      origin.wage_factor = now.shock.home_income * now.shock.origin_currency;
      origin.wealth_factor = now.shock.home_wealth / now.shock.home_income;  // means are drawn in home wages
    }
  }
  std::vector<bool> done(passages_.size());
  for (const MarketNow& now : now_) {  // any market of a corridor says the same of its border
    if (done[index(now.corridor)]) continue;
    done[index(now.corridor)] = true;
    Passage& passage = passages_[index(now.corridor)];
    const double evacuation = model::evacuation_places(of_all_levers(now, now.lowest), now.shock) / scale_;
    passage.out.open_to(now.shock.departures_open, parameters_.reopening_capacity, 0);
    passage.home.open_to(now.shock.returns_open, parameters_.reopening_capacity, evacuation);
    const bool shut_before = passage.back.limited;
    passage.back.open_to(now.shock.departures_open, parameters_.reopening_capacity, 0);
    passage.newly_shut = passage.back.limited && !shut_before;
  }
}

bool Markets::any_way_out_limited() const noexcept {
  return std::ranges::any_of(passages_, [](const Passage& passage) { return passage.out.limited; });
}
bool Markets::any_way_back_limited() const noexcept {
  return std::ranges::any_of(passages_, [](const Passage& passage) { return passage.back.limited; });
}
bool Markets::any_way_home_limited() const noexcept {
  return std::ranges::any_of(passages_, [](const Passage& passage) { return passage.home.limited; });
}

}  // namespace sojourn::sim
