// Which corridors there are and how many work in each: the precedence of sources of EQUATIONS 5.0.
#include <fmt/format.h>

#include <algorithm>

#include "base/draft.hpp"

namespace sojourn::base {
namespace {

using io::StockKind;

/// A count of workers this many years from the base year still counts as one; older ones compete with the census by
/// nearness.
constexpr int reach_of_counts = 5;
/// Corridors with fewer workers are left out unless a flow is known (assumed: one person at scale 100).
constexpr double smallest_corridor = 100;

struct Stock {
  StockSource source = StockSource::none;
  model::Level level;
};

Stock as_counted(const Observation& row, StockSource source) { return {source, {row.value, row.grade, row.source}}; }

/// A count times an assumed share is an estimate: graded `model`, whatever the count.
Stock times_share(const Observation& row, double share, StockSource source) {
  if (share == 1) return as_counted(row, source);
  return {source, {row.value * share, Grade::model, fmt::format("{} x worker share {:.2f}", row.source, share)}};
}

/// Precedence 1: workers by nationality, counted where they work.
Stock destination_count(const Observations& seen, const std::string& o, const std::string& d, double share) {
  if (const auto row = seen.stock(o, d, StockKind::workers, reach_of_counts))
    return as_counted(*row, StockSource::destination_count);
  if (const auto row = seen.stock(o, d, StockKind::workers_without_domestic, reach_of_counts)) {
    Stock stock = as_counted(*row, StockSource::destination_count);
    if (const auto domestic = seen.stock(o, d, StockKind::domestic_workers, reach_of_counts)) {
      stock.level.value += domestic->value;
      stock.level.grade = std::max(stock.level.grade, domestic->grade);
      stock.level.note += " + " + domestic->source;
    }
    return stock;
  }
  if (const auto row = seen.stock(o, d, StockKind::domestic_only, reach_of_counts))
    return as_counted(*row, StockSource::destination_count);
  if (const auto row = seen.stock(o, d, StockKind::workers_all_visas, reach_of_counts)) {
    return times_share(*row, share, StockSource::destination_count);
  }
  return {};
}

/// Precedence 2: census, register of residents or a published estimate, times the share that works; or an old count of
/// workers.
Stock residents(const Observations& seen, const std::string& o, const std::string& d, double share) {
  const auto census = seen.stock(o, d, StockKind::residents);
  const auto old_count = seen.stock(o, d, StockKind::workers);
  if (old_count && (!census || seen.distance(old_count->year) < seen.distance(census->year))) {
    return as_counted(*old_count, StockSource::residents);
  }
  if (census) return times_share(*census, share, StockSource::residents);
  if (const auto row = seen.stock(o, d, StockKind::residents_secondary))
    return times_share(*row, share, StockSource::residents);
  return {};
}

Stock choose_stock(const Observations& seen, const std::string& o, const std::string& d, bool complete_list) {
  const double share = seen.region(d).worker_share;
  const auto origin_side = seen.stock(o, d, StockKind::origin_side);
  if (complete_list) return origin_side ? as_counted(*origin_side, StockSource::origin_count) : Stock{};
  if (Stock stock = destination_count(seen, o, d, share); stock.source != StockSource::none) return stock;
  Stock living_there = residents(seen, o, d, share);
  if (const auto domestic = seen.stock(o, d, StockKind::domestic_workers)) {
    // only the domestic workers are counted: they are a lower bound
    if (domestic->value > living_there.level.value) return as_counted(*domestic, StockSource::residents);
  }
  if (living_there.source != StockSource::none) return living_there;
  if (origin_side) return as_counted(*origin_side, StockSource::origin_count);
  if (const auto row = seen.stock(o, d, StockKind::un_desa)) return times_share(*row, share, StockSource::un_desa);
  return {};
}

/// The lump of all destinations: the origin's own count of its workers abroad.
Stock lump_stock(const Observations& seen, const std::string& o) {
  const auto row = seen.stock(o, "WLD", StockKind::origin_side);
  return row ? as_counted(*row, StockSource::origin_count) : Stock{};
}

CorridorDraft start_corridor(const Draft& draft, std::size_t o, std::size_t d) {
  const std::string& origin = draft.base.origins[o].code;
  const std::string& destination = draft.base.destinations[d].code;
  const io::RegionRow& region = draft.seen.region(destination);
  CorridorDraft corridor;
  corridor.origin = o;
  corridor.destination = d;
  corridor.rule = draft.seen.rule(origin, destination);
  corridor.contract_months = region.contract_months;
  corridor.regime_stay_months = region.believed_stay_months;
  corridor.cell = draft.seen.flow_cell(origin, destination, io::Counts::new_hires);
  corridor.entries = draft.seen.flow_cell(origin, destination, io::Counts::entries);
  const auto* reg = draft.seen.register_of(origin);
  const io::Counts counts = reg != nullptr ? reg->counts : io::Counts::new_hires;
  corridor.seen_by_register = counts != io::Counts::none &&
                              (counts != io::Counts::clearances || region.india_clearance) &&
                              !(corridor.rule != nullptr && corridor.rule->treatment == "open_border");
  return corridor;
}

bool keeps(const CorridorDraft& corridor) {
  if (corridor.cell || corridor.entries) return true;
  if (corridor.rule != nullptr && (corridor.rule->treatment == "lump" || corridor.rule->treatment == "seafarers"))
    return true;
  return corridor.workers.value >= smallest_corridor;
}

}  // namespace

void fill_corridor_stocks(Draft& draft) {
  for (std::size_t o = 0; o < draft.base.origins.size(); ++o) {
    const std::string& origin = draft.base.origins[o].code;
    const auto* reg = draft.seen.register_of(origin);
    const bool complete_list = reg != nullptr && reg->complete_stock_list;
    for (std::size_t d = 0; d < draft.base.destinations.size(); ++d) {
      const std::string& destination = draft.base.destinations[d].code;
      if (origin == destination) continue;
      CorridorDraft corridor = start_corridor(draft, o, d);
      const std::string treatment = corridor.rule != nullptr ? corridor.rule->treatment : "";
      if (treatment == "none") continue;
      Stock stock;
      if (treatment == "lump") {
        stock = lump_stock(draft.seen, origin);
      } else if (treatment != "flow_only" && treatment != "seafarers" &&
                 (!draft.seen.region(destination).settled_stock || complete_list)) {
        stock = choose_stock(draft.seen, origin, destination, complete_list);
      }
      corridor.stock_source = stock.source;
      corridor.workers = stock.level;
      if (keeps(corridor)) draft.corridors.push_back(std::move(corridor));
    }
  }
}

}  // namespace sojourn::base
