#include "base/base_year.hpp"

#include <fmt/format.h>

#include "base/draft.hpp"

namespace sojourn::base {
namespace {

void store_corridors(Draft& draft) {
  for (const CorridorDraft& from : draft.corridors) {
    model::Corridor to;
    to.origin = static_cast<OriginId>(from.origin);
    to.destination = static_cast<DestinationId>(from.destination);
    to.workers = from.workers;
    to.mean_stay_months = from.stay_months;
    const bool observed_flow = from.entries || (from.cell && from.registered >= from.true_flow * (1 - 1e-9));
    const Grade flow_grade = from.entries ? from.entries->grade : from.registered_grade;
    to.new_hires_per_year = {from.true_flow, observed_flow ? flow_grade : Grade::model, from.flow_note};
    to.registered_per_year = {from.registered, from.registered_grade, from.flow_note};
    to.registered_share = from.true_flow > 0 ? std::min(1.0, from.registered / from.true_flow) : 0;
    if (from.rule != nullptr) {
      to.open_border = from.rule->treatment == "open_border";
      to.irregular_entry_share = from.rule->irregular_share;
      to.irregular_cost_usd = from.rule->irregular_cost_usd;
    }
    const auto& target = from.cell ? from.cell : from.entries;
    if (target && (target->grade == Grade::a || target->grade == Grade::b)) {
      to.is_target = true;
      to.target_per_year = target->value;
      to.target_counts_entries = !from.cell.has_value();
    }
    draft.base.corridors.push_back(std::move(to));
  }
}

}  // namespace

model::BaseYear build_base_year(const io::ReferenceTables& tables, const BaseYearOptions& options) {
  const Observations seen{tables, options};
  Draft draft{seen, {}, {}};
  draft.base.year = options.year;
  fill_origins(draft);
  fill_destinations(draft);
  fill_corridor_stocks(draft);
  fill_corridor_flows(draft);
  if (draft.corridors.empty()) {
    throw InputError{Diagnostic{Severity::error,
                                "stocks.csv",
                                {},
                                "no corridor can be filled from rows of the allowed grades",
                                "",
                                "allow more grades, or add rows",
                                "",
                                "base-corridors"}};
  }
  store_corridors(draft);
  fill_markets(draft);
  fill_wages(draft);
  fill_costs(draft);
  draft.base.sha256 = io::sha256_hex(fmt::format("{} year {} grades {}", tables.sha256, options.year, options.grades));
  return std::move(draft.base);
}

}  // namespace sojourn::base
