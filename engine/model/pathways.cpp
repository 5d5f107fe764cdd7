#include "model/pathways.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/channels.hpp"
#include "model/decision.hpp"

namespace sojourn::model {

double public_share(UsdPerMonth private_cost, UsdPerMonth public_cost, double agencies_barred, const Parameters& parameters) {
  const double cheaper = private_cost.value() - public_cost.value();
  const double by_choice = logistic(parameters.public_channel_logit + cheaper / parameters.public_channel_scale_usd_per_month);
  return by_choice + agencies_barred * (1.0 - by_choice);
}

double expected_months(const PathwayTerms& terms, double usual_months) noexcept {
  if (terms.stay_months <= 0) return usual_months;
  if (!terms.reentry) return std::min(terms.stay_months, usual_months);
  return usual_months * std::min(1.0, terms.stay_months / 12.0);
}

double cost_weight(const PathwayTerms& terms, double usual_months, const Parameters& parameters) {
  const double months = expected_months(terms, usual_months);
  if (months >= usual_months) return 1;
  return present_value_months(Months{usual_months}, parameters.discount_per_month) /
         present_value_months(Months{months}, parameters.discount_per_month);
}

double pay_share(const PathwayTerms& terms, const Parameters& parameters) noexcept {
  return terms.hours_per_week > 0 ? std::min(1.0, terms.hours_per_week / parameters.standard_hours_per_week) : 1.0;
}

double language_share(std::uint8_t level, const Parameters& parameters) { return std::pow(parameters.language_level_share, level); }

double language_months(std::uint8_t level, const Parameters& parameters) noexcept { return parameters.language_level_months * level; }

Pathway choose_way(const WayViews& ways, RandomStream stream, const Parameters& parameters) {
  double least = std::numeric_limits<double>::infinity();
  for (const WayView& way : ways) {
    if (way.open && way.chance > 0) least = std::min(least, way.burden_usd);
  }
  const double scale = parameters.channel_choice_scale * parameters.search_scale_usd;
  auto first = Pathway::usual;
  double lowest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const double u = stream.uniform();  // one draw a way, open or not
    if (!ways[i].open || ways[i].chance <= 0) continue;
    const double time = -std::log(u) / (ways[i].chance * std::exp((least - ways[i].burden_usd) / scale));
    if (time >= lowest) continue;
    lowest = time;
    first = static_cast<Pathway>(i);
  }
  return first;
}

double programme_rank(Selection selection, double score, int months_waited, double lot, const Parameters& parameters) {
  switch (selection) {
    case Selection::queue: return months_waited + 0.5 * logistic(score);  // who began in one month goes by a chance of their own
    case Selection::lottery: return lot;
    case Selection::test: break;
  }
  return roster_rank(score, months_waited, parameters);
}

double orders_under_ceiling(double wanted, double ceiling, double enforcement) noexcept {
  return wanted - enforcement * std::max(0.0, wanted - ceiling);
}

}  // namespace sojourn::model
