// Stay, true flow and registered flow of each corridor, so that stock, flow and stay agree (EQUATIONS 5.0, 5.19).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/draft.hpp"
#include "base/stay.hpp"

namespace sojourn::base {
namespace {

constexpr double shortest_stay_months = 18, longest_stay_months = 100;  ///< what a corridor may hold, assumed
constexpr double shortest_ratio_months = 18,
                 longest_ratio_months = 144;   ///< EQUATIONS 5.0: T < 1.5 or > 12 years is no duration
constexpr double longest_limited_months = 60;  ///< where stay is limited by rule a longer ratio counts families

double lowest_stay(const CorridorDraft& corridor) {
  return std::max(shortest_stay_months, std::ceil(10 * mean_contract_months(corridor.contract_months)) / 10);
}

/// Precedence 4: the stock that the flow fills at the believed stay.
void stock_from_flow(CorridorDraft& corridor, double true_flow, double stay, const std::string& why) {
  corridor.true_flow = true_flow;
  corridor.stay_months = stay;
  corridor.workers = {true_flow * stay / 12, Grade::model, fmt::format("flow x stay of {:.0f} months: {}", stay, why)};
  corridor.flow_note = "registered new hires";
  corridor.stock_source = StockSource::flow;
}

void set_stay(CorridorDraft& corridor, double stay) {
  corridor.stay_months = stay;
  corridor.true_flow = corridor.workers.value * 12 / stay;
}

/// A corridor whose true flow is seen: by the origin's register, or by the destination at entry.
void settle_with_flow(CorridorDraft& corridor, double flow, bool complete, bool limited) {
  const double low = lowest_stay(corridor);
  const double regime = std::clamp(corridor.regime_stay_months, low, longest_stay_months);
  if (corridor.workers.value <= 0) return stock_from_flow(corridor, flow, regime, "no stock is known");
  const double ratio = corridor.workers.value * 12 / flow;
  const bool families = corridor.stock_source == StockSource::un_desa;
  if (families && limited && ratio > longest_limited_months) {
    return stock_from_flow(corridor, flow, regime,
                           fmt::format("UN stock over flow is {:.0f} months where stay is limited", ratio));
  }
  if (families && (ratio < shortest_ratio_months || ratio > longest_ratio_months) && complete) {
    return stock_from_flow(corridor, flow, regime,
                           fmt::format("UN stock over flow is {:.0f} months, no duration", ratio));
  }
  if (complete && ratio >= shortest_ratio_months && ratio <= longest_ratio_months) {
    if (ratio < low)
      return stock_from_flow(corridor, flow, low,
                             fmt::format("stock over flow is {:.0f} months, less than one contract", ratio));
    corridor.flow_note = ratio > longest_stay_months ? fmt::format("stock over flow is {:.0f} months, cut to {:.0f}",
                                                                   ratio, longest_stay_months)
                                                     : fmt::format("stay is stock over flow, {:.0f} months", ratio);
    return set_stay(corridor, std::min(ratio, longest_stay_months));
  }
  if (ratio < regime)
    return stock_from_flow(corridor, flow, regime, fmt::format("stock over flow is {:.0f} months, too short", ratio));
  corridor.flow_note = fmt::format("register sees {:.0f} % of the hires that hold the stock at {:.0f} months",
                                   100 * regime / ratio, regime);
  set_stay(corridor, regime);
}

void settle_entries(CorridorDraft& corridor) {
  const double low = lowest_stay(corridor), flow = corridor.entries->value;
  const double ratio = corridor.workers.value * 12 / flow;
  if (corridor.workers.value <= 0) {
    stock_from_flow(corridor, flow, std::clamp(corridor.regime_stay_months, low, longest_stay_months),
                    "no stock is known");
  } else if (ratio < low || ratio > longest_stay_months) {
    stock_from_flow(corridor, flow, std::clamp(ratio, low, longest_stay_months),
                    fmt::format("stock over entries is {:.0f} months", ratio));
  } else {
    set_stay(corridor, ratio);
  }
  corridor.flow_note = "all entries, counted by the destination";
}

void settle_corridor(CorridorDraft& corridor, bool limited, bool partial_register) {
  if (corridor.entries) {
    settle_entries(corridor);
  } else if (corridor.cell && corridor.cell->value > 0) {
    settle_with_flow(corridor, corridor.cell->value, !partial_register, limited);
  } else {
    set_stay(corridor, std::clamp(corridor.regime_stay_months, lowest_stay(corridor), longest_stay_months));
    corridor.flow_note = fmt::format("stock over stay of {:.0f} months", corridor.stay_months);
  }
}

/// The origin's registered total and the year that it belongs to.
struct Total {
  model::Level level;
  int year = 0;
};

/// The base year's total of grade A or B; else the nearest year's that is not less than the base year's known cells
/// (a total cannot be less than its parts); nothing if there is none.
std::optional<Total> registered_total(const Observations& seen, const std::string& origin, io::Counts counts,
                                      double known_cells) {
  const io::Counts measure = counts == io::Counts::clearances ? io::Counts::new_hires : counts;
  std::optional<Observation> best;
  for (const Observation& row : seen.totals(origin, measure)) {
    if (row.grade == Grade::c || (row.year != seen.base_year() && row.value < known_cells)) continue;
    const int distance = seen.distance(row.year);
    if (!best || distance < seen.distance(best->year) ||
        (distance == seen.distance(best->year) && row.grade < best->grade))
      best = row;
  }
  if (!best) return std::nullopt;
  return Total{{best->value, best->grade, best->source}, best->year};
}

/// Share of new approvals in all, of cells that print both (NPL); the C total of the base year first where C is
/// allowed.
double new_share(const Observations& seen, const std::string& origin, double total) {
  for (const Observation& row : seen.totals(origin, io::Counts::new_hires)) {
    if (row.year == seen.base_year()) return std::min(1.0, row.value / total);
  }
  double fresh = 0, all = 0;
  for (const io::DeploymentRow& row : seen.tables().deployments) {
    if (row.origin != origin || row.counts != io::Counts::new_hires || !row.annual || row.sex != io::RowSex::both ||
        !seen.allowed(row.grade))
      continue;
    for (const io::DeploymentRow& both : seen.tables().deployments) {
      if (both.origin != origin || both.destination != row.destination || both.year != row.year ||
          both.period != row.period)
        continue;
      if (both.counts != io::Counts::new_and_renewed || both.sex != io::RowSex::both || row.destination == "WLD")
        continue;
      fresh += row.persons;
      all += both.persons;
    }
  }
  return all > 0 ? fresh / all : 1.0;
}

class OriginFlows {
  Draft& draft_;
  std::size_t origin_;
  io::Counts counts_;
  std::vector<CorridorDraft*> corridors_;

  [[nodiscard]] double known(bool targets_only) const {
    double sum = 0;
    for (const CorridorDraft* corridor : corridors_) {
      if (corridor->cell && corridor->seen_by_register && (!targets_only || corridor->cell->grade != Grade::c))
        sum += corridor->cell->value;
    }
    return sum;
  }

  /// Known cells first; grade C gives way where it says more than the total leaves.
  double register_known_cells(double total) {
    const double firm = known(true), recalled = known(false) - firm;
    const double shrink = recalled > 0 ? std::min(1.0, std::max(0.0, total - firm) / recalled) : 1.0;
    double sum = 0;
    for (CorridorDraft* corridor : corridors_) {
      if (!corridor->cell || !corridor->seen_by_register) continue;
      corridor->registered = corridor->cell->value * (corridor->cell->grade == Grade::c ? shrink : 1.0);
      corridor->registered = std::min(corridor->registered, corridor->true_flow);
      corridor->registered_grade =
          shrink < 1 && corridor->cell->grade == Grade::c ? Grade::model : corridor->cell->grade;
      sum += corridor->registered;
    }
    return sum;
  }

  [[nodiscard]] bool is_open(const CorridorDraft& corridor) const {
    return !corridor.cell && corridor.seen_by_register;
  }

  /// The rest of the total goes to corridors without a cell, in proportion to their true flows, at most all of them.
  double register_open_cells(double rest) {
    double prior = 0;
    for (const CorridorDraft* corridor : corridors_) prior += is_open(*corridor) ? corridor->true_flow : 0;
    const double share = prior > 0 ? std::clamp(rest / prior, 0.0, 1.0) : 0;
    for (CorridorDraft* corridor : corridors_) {
      if (is_open(*corridor)) corridor->registered = corridor->true_flow * share;
    }
    return prior * share;
  }

  /// What no destination of the tables explains: the rest of the world.
  void add_rest_of_world(double rest) {
    std::size_t row = draft_.base.destinations.size() - 1;
    CorridorDraft corridor;
    corridor.origin = origin_;
    corridor.destination = row;
    const io::RegionRow& region = draft_.seen.region("ROW");
    corridor.contract_months = region.contract_months;
    stock_from_flow(corridor, rest, region.believed_stay_months, "what the total leaves");
    corridor.registered = rest;
    corridor.flow_note = "the origin's total less all destinations";
    extra.push_back(std::move(corridor));
  }

 public:
  std::vector<CorridorDraft> extra;

  OriginFlows(Draft& draft, std::size_t origin, io::Counts counts) : draft_{draft}, origin_{origin}, counts_{counts} {
    for (CorridorDraft& corridor : draft.corridors) {
      if (corridor.origin == origin) corridors_.push_back(&corridor);
    }
  }

  /// SEA: a share of all registered contracts; at sea for one contract at a time, each registered again.
  void fill_seafarers(double total) {
    for (CorridorDraft* corridor : corridors_) {
      if (corridor->rule == nullptr || corridor->rule->treatment != "seafarers") continue;
      const double flow = total * corridor->rule->value.value_or(0);
      stock_from_flow(*corridor, flow, mean_contract_months(corridor->contract_months),
                      "contracts at sea, " + corridor->rule->reason);
      corridor->registered = flow;
      corridor->seen_by_register = false;  // settled here: nothing left to fit
      corridor->flow_note = "every contract is counted; no home leave is told apart";
    }
  }

  /// CHN: the lump takes what the single known cells leave of stock and flow.
  void fill_lump(double total) {
    for (CorridorDraft* corridor : corridors_) {
      if (corridor->rule == nullptr || corridor->rule->treatment != "lump") continue;
      double others = 0, flows = 0;
      for (const CorridorDraft* other : corridors_) {
        if (other == corridor) continue;
        others += other->workers.value;
        flows += other->true_flow;
      }
      const double stock = corridor->workers.value - others;
      corridor->cell.reset();
      if (corridor->workers.value <= 0) {
        stock_from_flow(*corridor, total - flows, corridor->regime_stay_months, "no stock is known");
      } else {
        corridor->workers.value = stock;
        settle_with_flow(*corridor, total - flows, true, false);
      }
    }
  }

  void fill() {
    model::Origin& origin = draft_.base.origins[origin_];
    if (counts_ == io::Counts::none) return;
    const auto total = registered_total(draft_.seen, origin.code, counts_, known(true));
    if (!total) return fill_without_total();
    origin.registered_target = total->level;
    origin.registered_target_year = total->year;
    fill_lump(total->level.value);
    fill_seafarers(total->level.value);
    double fresh = total->level.value;
    if (counts_ == io::Counts::new_and_renewed) fresh *= new_share(draft_.seen, origin.code, fresh);
    double sea = 0;
    for (const CorridorDraft* corridor : corridors_) {
      if (!corridor->seen_by_register) sea += corridor->registered;
    }
    const double placed = register_known_cells(fresh - sea);
    const double rest = fresh - sea - placed;
    const double filled = register_open_cells(rest);
    close(total->level.value, total->level.value - sea - placed - filled);
  }

  /// No total of any year: what the stock needs at the believed stay, all of it registered.
  void fill_without_total() {
    model::Origin& origin = draft_.base.origins[origin_];
    const double placed = register_known_cells(known(false));
    const double filled = register_open_cells(1e12);
    origin.registered_target = {placed + filled, Grade::model, "stock over stay: no total of grade A or B"};
    origin.registered_target_year = draft_.seen.base_year();
  }

  /// What is left of the total: renewals, rehires, or other destinations, as the register counts.
  void close(double total, double left) {
    model::Origin& origin = draft_.base.origins[origin_];
    if (counts_ == io::Counts::new_and_renewed) {
      double renewals = 0;
      for (const CorridorDraft* corridor : corridors_) {
        if (corridor->seen_by_register)
          renewals += corridor->true_flow * renewals_per_hire(corridor->contract_months, corridor->stay_months);
      }
      origin.renewals_counted_share = renewals > 0 ? std::clamp(left / renewals, 0.0, 1.0) : 0;
      left -= origin.renewals_counted_share * renewals;
    } else if (counts_ == io::Counts::new_and_rehires) {
      double stock = 0;
      for (const CorridorDraft* corridor : corridors_)
        stock += corridor->seen_by_register ? corridor->workers.value : 0;
      origin.home_leave_per_worker_year = stock > 0 ? std::max(0.0, left) / stock : 0;
      left = stock > 0 ? 0 : left;
    }
    if (left > 1e-6 * total) add_rest_of_world(left);
  }
};

}  // namespace

void fill_corridor_flows(Draft& draft) {
  for (CorridorDraft& corridor : draft.corridors) {
    const io::RegionRow& region = draft.seen.region(draft.destination_code(corridor));
    const auto* reg = draft.seen.register_of(draft.origin_code(corridor));
    const bool special =
        corridor.rule != nullptr && (corridor.rule->treatment == "lump" || corridor.rule->treatment == "seafarers");
    if (!special)
      settle_corridor(corridor, region.limited_stay, reg != nullptr && reg->counts == io::Counts::clearances);
  }
  std::vector<CorridorDraft> extra;
  for (std::size_t o = 0; o < draft.base.origins.size(); ++o) {
    const auto* reg = draft.seen.register_of(draft.base.origins[o].code);
    OriginFlows flows{draft, o, reg != nullptr ? reg->counts : io::Counts::new_hires};
    flows.fill();
    extra.insert(extra.end(), flows.extra.begin(), flows.extra.end());
  }
  draft.corridors.insert(draft.corridors.end(), extra.begin(), extra.end());
  std::erase_if(draft.corridors, [](const CorridorDraft& corridor) { return corridor.workers.value <= 0; });
  std::sort(draft.corridors.begin(), draft.corridors.end(), [](const CorridorDraft& a, const CorridorDraft& b) {
    return a.origin != b.origin ? a.origin < b.origin : a.destination < b.destination;
  });
}

}  // namespace sojourn::base
