#pragma once
// What beliefs that differ from the common ones are worth, by profile.

namespace sojourn::sim {

/// What beliefs move in G*, first order: means over the markets of a profile, weighted as they are chosen.
struct BeliefSlopes {
  double pay_usd = 0;    ///< of a bias on pay higher by 1
  double death_usd = 0;  ///< what the believed risk of death weighs: lost where it doubles
};
/// One destination in the choice of a profile.
struct DestinationRisk {
  double share = 0;      ///< of the choice
  double death_usd = 0;  ///< as in BeliefSlopes
};

}  // namespace sojourn::sim
