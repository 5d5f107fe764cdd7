// Ways into a market beside the regular one, out of irregular status and to a certificate, as they stand this month.
#include <algorithm>
#include <array>

#include "model/fees.hpp"
#include "model/irregular_entry.hpp"
#include "model/people.hpp"
#include "model/regularisation.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

// The regular way now against the base year's, at the fitted crowding and without rules.
double Markets::irregular_share_of(const MarketNow& now) const {
  const auto k = static_cast<std::size_t>(&now - now_.data());
  const std::size_t c = index(now.corridor), x = index(now.sex);
  const double home = base_.origins[index(now.origin)].home_wage_usd_per_month[x].value * model::home_wage_factor(now.lowest, parameters_);
  const Usd surplus = model::typical_surplus(UsdPerMonth{now.reference_wage}, now.living_share, UsdPerMonth{home},
                                             now.present_value, parameters_);
  const double tightness = fitted_.tightness[k];
  const double rent = now.regime == model::RecruitmentRegime::government ? 0.0
      : model::rent_share(fitted_.rent_residual[c][x], tightness, 0, parameters_) * surplus.value() * fitted_.rent_reach[c][x] -
        model::incentive(tightness, Usd{now.employer_budget_usd}, parameters_).value();
  const auto burden = [&](double cost, double gained_by_going) {
    return model::regular_burden({.cost = Usd{cost}, .waiting = Months{now.processing_months},
                                  .gained_a_month = UsdPerMonth{gained_by_going / now.present_value}}, parameters_);
  };
  return model::irregular_share(now.irregular_share_base, burden(now.expected_cost, now.surplus),
                                burden(now.documented_usd + rent, surplus.value()), parameters_);
}

// Permits of a destination go to all who may ask there alike.
void Markets::update_regularisation() {
  any_regularisation_ = seen_.permits;
  if (!any_regularisation_) return;
  std::vector<double> may_ask(base_.destinations.size()), may_buy(base_.destinations.size());
  for (const MarketNow& now : now_) {
    if (const double buyers = share_served(now, &model::MarketTerms::flexi_permits_per_month); buyers > 0) {
      may_buy[index(now.destination)] += parameters_.flexi_considered_per_month * static_cast<double>(now.irregular_stock) * buyers;
    }
    may_ask[index(now.destination)] +=
        mean(now, now.lowest, &model::MarketTerms::regularisation_reached) * static_cast<double>(now.irregular_stock);
  }
  for (MarketNow& now : now_) {
    now.permits_granted = model::granted_share(of_all_levers(now, now.lowest).regularisation_places_per_month / scale_,
                                               may_ask[index(now.destination)]);
    now.flexi_granted = model::granted_share(of_all_levers(now, now.lowest).flexi_permits_per_month / scale_,
                                             may_buy[index(now.destination)]);
  }
}

// Seats of programmes are an origin's: the most that the terms of any of its markets say. They are whole simulated
// persons, what is rounded off is carried.
void Markets::update_seats() {
  any_seats_ = {};
  if (!seen_.seats) return;
  std::vector<std::array<double, seats_kinds>> of_origin(base_.origins.size());
  for (const MarketNow& now : now_) {
    for (std::size_t s = 0; s < skill_count; ++s) {
      for (std::size_t kind = 0; kind < seats_kinds; ++kind) {
        double& most = of_origin[index(now.origin)][kind];
        most = std::max(most, widest(now, static_cast<Skill>(s), terms_of_seats[kind]));
        any_seats_[kind] = any_seats_[kind] || most > 0;
      }
    }
  }
  for (std::size_t kind = 0; kind < seats_kinds; ++kind) {
    if (!any_seats_[kind]) continue;
    seats_[kind].resize(of_origin.size());
    for (std::size_t o = 0; o < of_origin.size(); ++o) seats_[kind][o].open_to(0, 1, of_origin[o][kind] / scale_);
  }
}

}  // namespace sojourn::sim
