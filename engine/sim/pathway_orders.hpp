#pragma once
// Job orders of ways into a market beside the usual one (model/pathways.hpp), in whole simulated persons.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "model/levers/pathway_terms.hpp"
#include "model/networks.hpp"

namespace sojourn::sim {

/// Orders of one way in one market.
struct PathwayOrders {
  double places = 0;               ///< a month, this market's part; 0: the way is shut
  std::int64_t open = 0;           ///< on offer
  std::int64_t added = 0, withdrawn = 0, filled = 0;  ///< of the month
  double carry = 0, lapse_carry = 0;
  double recent = 0;               ///< placed a month, smoothed over a year
  model::Tightness crowding;
  double surplus_usd = 0;          ///< of the typical worker who comes this way
  double shift_usd = 0;            ///< its difference to the usual way's: what the way pays more
  double cost_usd = 0;             ///< expected, borne by the worker

  /// Chance that an applicant is given a place.
  [[nodiscard]] double chance() const noexcept {
    return crowding.applicants > crowding.orders && crowding.orders > 0 ? crowding.orders / crowding.applicants : 1.0;
  }
  /// Places whole orders out of what is due.
  void add(double due) noexcept {
    carry += due;
    added = static_cast<std::int64_t>(carry);
    carry -= static_cast<double>(added);
    open += added;
    recent += (due - recent) / 12.0;
  }
  void shut() noexcept {
    withdrawn += open;
    open = 0;
    carry = lapse_carry = recent = 0;
    crowding = {};
  }
  /// After matching: `applicants` would have filled an order, `taken` did.
  void match(std::int64_t applicants, std::int64_t taken) noexcept {
    crowding.observe(static_cast<double>(applicants), static_cast<double>(open));
    filled = taken;
    open -= taken;
  }
  /// Orders for which nobody stands lapse like the usual ones.
  void lapse(double per_month) noexcept {
    if (open == 0 || crowding.applicants >= crowding.orders) return;
    lapse_carry += static_cast<double>(open) * per_month;
    const auto lapsed = std::min(open, static_cast<std::int64_t>(lapse_carry));
    lapse_carry -= static_cast<double>(lapsed);
    withdrawn += lapsed;
    open -= lapsed;
  }
};

/// All ways of one market beside the usual one.
struct PathwaysNow {
  bool any = false;                ///< open this month
  bool in_use = false;             ///< this month or last: else all orders are 0, and nobody looks at them
  /// Apart from the market, of which most have no such way.
  std::vector<PathwayOrders> by_place = std::vector<PathwayOrders>(model::pathway_kinds);
  double public_share = 0;         ///< of the market's orders that employers place with a government channel
  double agencies_barred = 0;
  double hires_ceiling = -1;       ///< persons a month, this market's part; negative: none

  [[nodiscard]] const PathwayOrders& of(model::Pathway way) const noexcept { return by_place[model::place_of(way)]; }
  [[nodiscard]] PathwayOrders& of(model::Pathway way) noexcept { return by_place[model::place_of(way)]; }
  template <class Value>
  [[nodiscard]] Value sum(Value PathwayOrders::* member) const noexcept {
    Value total{};
    if (!in_use) return total;
    for (const PathwayOrders& orders : by_place) total += orders.*member;
    return total;
  }
};

}  // namespace sojourn::sim
