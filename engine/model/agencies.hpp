#pragma once
// Recruitment agencies of an origin: licence, honesty, screening, reputation, inspection, exit and entry (MODEL 5.15).
#include <cstdint>

#include "core/random.hpp"
#include "core/units.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// One agency as it stands this month. A slot of the origin's table; at coarse scale it stands for several.
struct Agency {
  float honesty = 0.5F;              ///< 0 to 1
  float effort_logit = 0;            ///< own part of its screening effort
  float effort = 0.5F;               ///< in screening employers, 0 to 1
  float capacity = 1;                ///< over the largest's, (0, 1]
  float reputation = 0.8F;           ///< share of its cases without fraud or complaint, smoothed
  float margin_usd_per_month = 0;    ///< smoothed over a year
  float complaints_per_year = 0;     ///< of workers it placed, smoothed over a year
  std::int32_t suspended_until = 0;  ///< month count in which the licence is valid again
  std::uint16_t months_of_loss = 0;  ///< in a row
  std::uint16_t generation = 0;      ///< how many agencies held this slot before
  std::uint8_t violations = 0;       ///< found since the start or the last suspension
  std::uint8_t suspensions = 0;
  bool open = true;                  ///< false: closed or without licence, until another enters

  [[nodiscard]] bool licensed(std::int32_t month) const noexcept { return open && month >= suspended_until; }
};

/// What all blocks together report of one agency in a month: whole numbers.
struct AgencyMonth {
  std::int64_t placements = 0, false_offers = 0, complaints = 0;  ///< simulated cases
  std::int64_t rent_cents = 0;                                    ///< kept by the agency
  std::int64_t found_millionths = 0;  ///< chances of being found, summed over cases that broke a rule

  void add(const AgencyMonth& other) noexcept {
    placements += other.placements;
    false_offers += other.false_offers;
    complaints += other.complaints;
    rent_cents += other.rent_cents;
    found_millionths += other.found_millionths;
  }
};

/// What levers say on agencies. Defaults: no rule beyond the base.
struct AgencyRules {
  double rating_expected = 0;   ///< chance that ratings are published within the planning horizon of 36 months
  double rating_published = 0;  ///< 1 once they are
  double joint_liability = 0;   ///< share of workers' claims on employers that the agency answers for
  // licensing: means over the origin's registered departures
  double licensing = 0;              ///< share of departures times enforcement, 0 to 1
  double licence_found = 0;          ///< chance that an inspection of licences finds a case
  double licence_penalty_usd = 0;    ///< fine, and bond at risk, of a case found so, times that chance
  double bond_usd = 0;               ///< deposited by who enters
  double violations_before_suspension = 0, suspension_months = 0;  ///< of the rule, where `licensing` > 0

  friend bool operator==(const AgencyRules&, const AgencyRules&) = default;
};

/// What the terms of one market say on its agencies in a month (counted as Month::count). Ratings that will be public within
/// the planning horizon are expected; those that are announced for later, not.
[[nodiscard]] AgencyRules agency_rules(const MarketTerms& terms, std::int32_t month, const Parameters& parameters);
/// Means of rules over the markets of an origin: agencies serve all of them, and heed a rule as far as it reaches their
/// placements. `share` of the origin's registered departures, all together 1.
class AgencyRulesMean {
 public:
  void add(const AgencyRules& rules, double share) noexcept;
  [[nodiscard]] AgencyRules mean() const noexcept;

 private:
  AgencyRules sum_;
  double violations_ = 0, months_ = 0;  // weighted by licensing
};
/// Violations that suspend a licence, and for how many months: between the usual and the rule's, by how far it holds.
[[nodiscard]] double violations_allowed(const AgencyRules& rules, const Parameters& parameters) noexcept;
[[nodiscard]] double months_of_suspension(const AgencyRules& rules, const Parameters& parameters) noexcept;

/// Agencies of a short list: `slots` of the origin's first by lot; a share of searches keeps to them. Default: no list.
struct ShortList {
  std::uint32_t slots = 0;
  double enforcement = 0;
};
/// The list that the terms of a market make among an origin's `slots`, which stand for `agencies` real ones: none where it
/// would hold them all, one slot at the least.
[[nodiscard]] ShortList short_list(const MarketTerms& terms, std::uint32_t slots, double agencies) noexcept;

/// Where an agency stands among the others of its origin.
struct AgencyPlace {
  RunKey run;
  std::uint32_t origin = 0, slot = 0;
  double cases_per_simulated = 1;  ///< cases of one real agency that a simulated case stands for
  double mean_reputation = 0.8;    ///< of the origin's agencies
};

/// Slots of an origin: one per `registered_hires_per_agency`, at coarse scale one per `simulated_hires_per_agency`; at least 1.
[[nodiscard]] std::uint32_t agency_slots(double registered_hires_per_year, int scale, const Parameters& parameters);
/// Cases of one real agency that a simulated case stands for: scale over the real agencies behind one slot.
[[nodiscard]] double cases_per_simulated(double registered_hires_per_year, int scale, std::uint32_t slots,
                                         const Parameters& parameters);

/// The agency that holds a slot at the start. Honesties are stratified over the `slots`, so that few slots hold the whole range.
[[nodiscard]] Agency first_agency(const AgencyPlace& place, std::uint32_t slots, const Parameters& parameters);
/// The agency that enters a slot which `before` has left.
[[nodiscard]] Agency next_agency(const AgencyPlace& place, const Agency& before, const Parameters& parameters);

/// Place in applicants' choice, (0, 1]: capacity times an answer to reputation; 0 without a licence (docs/model/agencies.md, eq. 1).
[[nodiscard]] double agency_weight(const Agency& agency, double mean_reputation, std::int32_t month, const AgencyRules& rules,
                                   const Parameters& parameters);
/// What careful screening is worth, thousand USD a month (EQUATIONS 5.15).
[[nodiscard]] double agency_stake_kusd(const Agency& agency, const AgencyRules& rules, const Parameters& parameters);
/// Where effort settles: logistic(e0 + own part + e1 stake).
[[nodiscard]] double settled_effort(const Agency& agency, double stake_kusd, const Parameters& parameters);
/// What a month leaves to the agency, USD: fees and employers' service, less cost of placing and overhead.
[[nodiscard]] double agency_margin_usd(const AgencyMonth& month, double cases_per_simulated, const Parameters& parameters);

/// One month: effort, reputation and margin move; violations are found; the licence may be suspended or lost, or the
/// agency closes after two years of loss. `month` counts the month that ends.
void end_agency_month(Agency& agency, const AgencyMonth& report, const AgencyPlace& place, std::int32_t month,
                      const AgencyRules& rules, const Parameters& parameters);
/// Whether another agency enters an empty slot: the origin's mean margin of a year exceeds the cost of entry.
[[nodiscard]] bool agency_enters(double mean_margin_usd_per_year, const Parameters& parameters, double bond_usd = 0) noexcept;

/// Shift of an employer's quality by the screening of the agency that placed the worker, standard deviations (EQUATIONS 5.8).
/// 0 at the effort of a usual agency without further rules: hazards of harm are measured where agencies are as they are.
[[nodiscard]] double screening_shift(double effort, const Parameters& parameters);

}  // namespace sojourn::model
