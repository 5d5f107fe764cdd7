#include "model/irregular_entry.hpp"

#include <algorithm>
#include <cmath>

#include "model/decision.hpp"

namespace sojourn::model {
namespace {

// Odds times a factor, as a share again.
double with_odds_times(double share, double factor) { return share * factor / (1.0 - share + share * factor); }

}  // namespace

Usd regular_burden(const RegularWay& way, const Parameters& parameters) noexcept {
  return Usd{way.cost.value() * cost_with_interest(parameters) + way.waiting.value() * std::max(0.0, way.gained_a_month.value())};
}

double irregular_share(double base_share, Usd burden_now, Usd burden_then, const Parameters& parameters) {
  if (burden_now.value() == burden_then.value()) return base_share;
  const double scale = parameters.channel_choice_scale * parameters.search_scale_usd;
  const double dearer = std::clamp((burden_now.value() - burden_then.value()) / scale, -50.0, 50.0);
  return with_odds_times(base_share, std::exp(dearer));
}

double share_of_seekers(double share_of_entries, Months regular_waiting, const Parameters& parameters) {
  const double longer = regular_waiting.value() - parameters.border_crossing_months;
  return with_odds_times(share_of_entries, std::pow(1.0 - parameters.drop_out_per_month, longer));
}

PerMonth removal_where_crossed(Months mean_stay, PerMonth other_exits, PerMonth exits_by_harm,
                               const Parameters& parameters) noexcept {
  const double left = 1.0 / mean_stay.value() - other_exits.value() - parameters.harm_irregular_factor * exits_by_harm.value();
  return PerMonth{std::clamp(left, 0.0, parameters.removal_per_year / 12.0)};
}

}  // namespace sojourn::model
