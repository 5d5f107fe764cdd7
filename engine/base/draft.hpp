#pragma once
// The base year while it is being filled. Internal to engine/base.
#include <optional>
#include <string>
#include <vector>

#include "base/observations.hpp"

namespace sojourn::base {

/// Where a corridor's stock comes from; the order of EQUATIONS 5.0.
enum class StockSource : std::uint8_t { destination_count, residents, origin_count, un_desa, flow, none };

struct CorridorDraft {
  std::size_t origin = 0, destination = 0;
  StockSource stock_source = StockSource::none;
  model::Level workers;
  std::optional<Observation> cell;     ///< new hires that the origin's register saw in the base year
  std::optional<Observation> entries;  ///< all arrivals that the destination counted in the base year
  const io::CorridorRuleRow* rule = nullptr;
  double contract_months = 24;
  double regime_stay_months = 48;
  bool seen_by_register = true;  ///< false: no new hire is registered at all
  double stay_months = 48;
  double true_flow = 0;   ///< persons a year
  double registered = 0;  ///< persons a year
  Grade registered_grade = Grade::model;
  std::string flow_note;
};

struct Draft {
  const Observations& seen;
  model::BaseYear base;
  std::vector<CorridorDraft> corridors;

  [[nodiscard]] const std::string& origin_code(const CorridorDraft& corridor) const {
    return base.origins[corridor.origin].code;
  }
  [[nodiscard]] const std::string& destination_code(const CorridorDraft& corridor) const {
    return base.destinations[corridor.destination].code;
  }
};

void fill_origins(Draft& draft);  ///< people, ages, skills, home wages
void fill_destinations(Draft& draft);
void fill_corridor_stocks(Draft& draft);  ///< which corridors there are, and their workers
void fill_corridor_flows(Draft& draft);   ///< stay, true and registered flows, what each register counts
void fill_markets(Draft& draft);          ///< sectors and sexes of each corridor's workers
void fill_wages(Draft& draft);
void fill_costs(Draft& draft);  ///< documented cost, remittance cost, recruitment-cost targets

}  // namespace sojourn::base
