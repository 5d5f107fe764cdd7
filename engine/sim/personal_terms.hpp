#pragma once
// Terms of a market for those whom levers with conditions reach (docs/developers/levers-for-some.md).
#include <array>
#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "model/conditions.hpp"
#include "model/levers/conditions.hpp"
#include "model/levers/lever.hpp"
#include "model/mobility.hpp"

namespace sojourn::sim {

/// One lever of the month that reaches only some persons.
struct PersonalLever {
  std::size_t place = 0;  ///< among the policy's levers
  std::int32_t key = 0;
  model::Conditions only;
};

/// What a market's rules on mobility mean for a worker.
struct MobilityNow {
  model::MobilityRule rule;
  double leaving_factor = 1;  ///< on going home for harm
  double entry_pay = 1;       ///< pay of newcomers over the going wage
};
/// What sending money costs a worker, and how much of it goes informal ways.
struct SendingNow {
  double cost_percent = 0, informal_share = 0;
};

/// A market that such levers reach. A mask has bit i set if the person meets the conditions of `levers[i]`.
struct PersonalTerms {
  std::vector<std::uint32_t> levers;  ///< into the list of the month's PersonalLevers
  std::vector<double> shares;         ///< by mask: expected, of new hires; they add up to 1
  std::array<std::vector<model::MarketTerms>, skill_count> terms;                     ///< by mask
  std::array<std::vector<std::array<double, 2>>, skill_count> campaign_usd;  ///< by mask and experience; empty without one
  std::array<std::vector<model::ConditionFactors>, skill_count> conditions;  ///< by mask
  std::vector<MobilityNow> mobility;                                         ///< by mask
  std::vector<double> remittance_cost_percent;                               ///< by mask
  std::array<std::vector<double>, skill_count> loans_granted, seats_granted; ///< by mask, as those of MarketNow
};

/// Wage floors above the going wage: for which share of a market's workers, and their means.
struct FloorMean {
  double share = 0, usd_per_month = 0, enforcement = 0;
};
/// Costs that employers and those who choose expect: means over persons who are reached and others, USD.
struct ExpectedCosts {
  double borne_by_worker = 0, paid_by_employer = 0, rent_to_employer = 0;
  double departure_barred = 0;  ///< share of departures
};

}  // namespace sojourn::sim
