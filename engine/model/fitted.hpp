#pragma once
// Constants of the baseline that no table states and no hand types: made by `sojourn calibrate --base`.
#include <array>
#include <string>
#include <vector>

namespace sojourn::model {

/// Fitted so that a baseline without shocks holds its stocks, flows, tightness and fees (EQUATIONS 5.19).
struct FittedConstants {
  std::vector<std::array<double, 2>> taste_mean;    ///< z-bar by OriginId and Sex, standard deviations of taste
  /// Share of searches that end in an accepted order, by OriginId, Sex and experience: how fast a start's past thinned the willing.
  std::vector<std::array<std::array<double, 2>, 2>> accepted_per_search;
  std::vector<std::array<double, 2>> search_months; ///< mean length of a search, by OriginId and Sex
  std::vector<double> market_constant_usd;          ///< alpha by MarketId, USD: what pay does not explain
  std::vector<double> stay_logit;                   ///< v_regime by MarketId: logit of staying at contract end
  std::vector<std::array<double, 2>> rent_residual; ///< psi_o + psi_d by CorridorId and Sex, logit
  std::vector<std::array<double, 2>> rent_reach;    ///< mean of min(S u, Liq) x repeat factor over S, by CorridorId and Sex
  std::vector<double> order_weight;                 ///< a_o by MarketId: shares of orders at the base cost, times cost^theta
  std::vector<double> desired_stock;                ///< L0 part of this market by MarketId, persons
  std::vector<double> tightness;                    ///< by MarketId, at the fitted state: where a run starts
  std::string made_from;                            ///< sha256 of the base year and parameters that they were fitted to, hex
};

}  // namespace sojourn::model
