#pragma once
// What levers say of ways into a market beside its usual recruitment: the terms of each.
#include <cstddef>
#include <cstdint>

namespace sojourn::model {

/// The way by which a worker comes to a job order. `usual`: as the market recruits where no lever opens another way.
enum class Pathway : std::uint8_t {
  usual,
  programme,  ///< a government channel beside agencies: for the jobs that there are
  circular,   ///< places of their own, like all that follow: back and forth, recruited by the two governments
  seasonal,   ///< for a season, recruited as usual
  legal,      ///< a programme with places, cost and language of its own
  student     ///< studies, with work beside them
};
inline constexpr std::size_t pathway_kinds = 5;  ///< beside the usual one
/// Place of a pathway in lists of `pathway_kinds`; not for the usual way.
[[nodiscard]] constexpr std::size_t place_of(Pathway way) noexcept { return static_cast<std::size_t>(way) - 1; }

/// Who goes first among the applicants of a programme. Of several rules on one market the last named here holds.
enum class Selection : std::uint8_t { queue, lottery, test };

/// One way beside the usual one, on one market; without places it does not exist.
struct PathwayTerms {
  std::int64_t places_milli = 0;   ///< thousandths of a place a year in each corridor, so that sums are exact
  double worker_cost_usd = -1;     ///< all that the worker pays; negative: the papers, or what the usual way costs
  double stay_months = 0;          ///< longest; 0: the usual contract, renewed as usual
  double hours_per_week = 0;       ///< of work allowed; 0: no limit
  bool reentry = false;            ///< who goes home in time goes first the next time
  std::uint8_t language = 0;       ///< 0 none, then 1 to 5 for A1 to C1
  Selection selection = Selection::queue;
  friend bool operator==(const PathwayTerms&, const PathwayTerms&) = default;
};

/// Several rules on one way: places add up; the lower cost and language level, the longer stay and hours, a right to come
/// back where one gives it, and the selection named last hold. In any order the same.
constexpr void add_pathway(PathwayTerms& terms, const PathwayTerms& more) noexcept {
  if (more.places_milli <= 0) return;
  if (terms.places_milli <= 0) {
    terms = more;
    return;
  }
  const auto longer = [](double a, double b) { return a <= 0 || b <= 0 ? 0.0 : (a > b ? a : b); };
  terms.places_milli += more.places_milli;
  terms.worker_cost_usd = more.worker_cost_usd < terms.worker_cost_usd ? more.worker_cost_usd : terms.worker_cost_usd;
  terms.stay_months = longer(terms.stay_months, more.stay_months);
  terms.hours_per_week = longer(terms.hours_per_week, more.hours_per_week);
  terms.reentry = terms.reentry || more.reentry;
  terms.language = more.language < terms.language ? more.language : terms.language;
  terms.selection = more.selection > terms.selection ? more.selection : terms.selection;
}

}  // namespace sojourn::model
