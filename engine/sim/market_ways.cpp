// Ways into a market beside the regular one, out of irregular status and to a certificate, as they stand this month.
#include <algorithm>

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
  any_regularisation_ = false;
  for (const MarketNow& now : now_) {
    for (std::size_t s = 0; s < skill_count; ++s) {
      const auto skill = static_cast<Skill>(s);
      any_regularisation_ = any_regularisation_ || widest(now, skill, &model::MarketTerms::regularisation_reached) > 0 ||
                            widest(now, skill, &model::MarketTerms::flexi_permits_per_month) > 0;
    }
  }
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

// Seats for certificates are an origin's: the most that the terms of any of its markets say. They are whole simulated
// persons, what is rounded off is carried.
void Markets::update_certification() {
  std::vector<double> seats(base_.origins.size());
  any_certification_ = false;
  for (const MarketNow& now : now_) {
    for (std::size_t s = 0; s < skill_count; ++s) {
      const double here = widest(now, static_cast<Skill>(s), &model::MarketTerms::certification_seats_per_month);
      double& of_origin = seats[index(now.origin)];
      of_origin = std::max(of_origin, here);
      any_certification_ = any_certification_ || here > 0;
    }
  }
  if (!any_certification_) return;
  certification_.resize(seats.size());
  for (std::size_t o = 0; o < seats.size(); ++o) certification_[o].open_to(0, 1, seats[o] / scale_);
}

}  // namespace sojourn::sim
