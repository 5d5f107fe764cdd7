#pragma once
// What all levers of a scenario together say on one market.
#include <cstddef>
#include <span>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// The levers of a scenario that are in their months in `month`, with how far each is enforced: made once, then asked for
/// every market.
///
/// A lever whose enforcement is 0 is skipped whole. One that another `replaces` is ignored where and when the other's
/// reach and months hold, at any level of the other's enforcement. Of several levers of one kind the lowest cap, the
/// highest floor, the largest ban and the employer-pays rule that moves most hold, each with its own enforcement.
/// A rule in force and a lever of its kind, where the kind sets a level, never hold both on one market: the lever takes
/// over where it is enforced at least as well as every rule in force there, else it says nothing. The order of levers does
/// not matter.
class LeversOfMonth {
 public:
  /// `levers` must have been read and checked (their kinds and ids exist), and outlive this.
  LeversOfMonth(std::span<const LeverSpec> levers, Month month);
  /// The terms of one market and skill. Levers that `left_out` marks, by place, do not exist for the persons whose terms
  /// these are, and replace nothing.
  [[nodiscard]] MarketTerms terms(CorridorId corridor, Sector sector, Sex sex, Skill skill, double wage_usd_per_month,
                                  const std::vector<bool>& left_out = {}) const;

 private:
  struct InMonths {
    const LeverSpec* lever;
    const LeverKind* kind;
    std::size_t place;                 ///< among all levers
    double enforcement;
    std::vector<std::size_t> replaced_by;  ///< places in `levers_`
  };
  [[nodiscard]] static bool holds(const InMonths& one, const std::vector<const InMonths*>& here);

  std::vector<InMonths> levers_;
};

/// The same of one market alone.
[[nodiscard]] MarketTerms terms_of(std::span<const LeverSpec> levers, Month month, CorridorId corridor, Sector sector,
                                   Sex sex, Skill skill, double wage_usd_per_month,
                                   const std::vector<bool>& left_out = {});

}  // namespace sojourn::model
