#pragma once
// Ways into a market beside its usual recruitment: who offers them, who takes them, and how places are given (MODEL 5.2,
// 5.3, 5.7; levers of the theme pathways, and the government channel).
#include <array>

#include "core/random.hpp"
#include "core/units.hpp"
#include "model/levers/pathway_terms.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Whether the places of a way are jobs beside those that employers want anyway.
[[nodiscard]] constexpr bool adds_jobs(Pathway way) noexcept { return way != Pathway::usual && way != Pathway::programme; }
/// Whether agencies, sub-agents and relatives place workers there, as in the usual way.
[[nodiscard]] constexpr bool through_intermediaries(Pathway way) noexcept {
  return way == Pathway::usual || way == Pathway::seasonal;
}

/// Share of a market's orders that employers place with a government channel: sigma(b + (c_private - c_public) / scale), and
/// all of them as far as agencies are barred (EQUATIONS 5.3, channel).
[[nodiscard]] double public_share(UsdPerMonth private_cost, UsdPerMonth public_cost, double agencies_barred, const Parameters& parameters);

/// Months abroad that a way is expected to give: the usual ones, at most a limited stay; with a right to come back the usual
/// ones less the months of each year at home.
[[nodiscard]] double expected_months(const PathwayTerms& terms, double usual_months) noexcept;
/// What a dollar of cost weighs on a way with a limited stay: who has to pay again for the next one, D(T) / D(months expected).
[[nodiscard]] double cost_weight(const PathwayTerms& terms, double usual_months, const Parameters& parameters);
/// Share of a full week's pay that hours of work allow.
[[nodiscard]] double pay_share(const PathwayTerms& terms, const Parameters& parameters) noexcept;

/// Share of people who reach a language level, and months until they have: 1 and 0 without one.
[[nodiscard]] double language_share(std::uint8_t level, const Parameters& parameters);
[[nodiscard]] double language_months(std::uint8_t level, const Parameters& parameters) noexcept;

/// One way as a person sees it.
struct WayView {
  bool open = false;
  double burden_usd = 0;  ///< cost with interest and effort, less what it pays more; only differences count
  double chance = 1;      ///< of a place: orders over applicants, at most 1
};
using WayViews = std::array<WayView, pathway_kinds + 1>;
/// The way that a person takes: drawn in proportion to chance x exp(-burden / scale), by a race of exponential times, so
/// that somebody's way changes only where the winner's own weight does. `usual` where none is open.
[[nodiscard]] Pathway choose_way(const WayViews& ways, RandomStream stream, const Parameters& parameters);

/// Place among a programme's applicants. `score` is standard normal, `lot` uniform in (0, 1) and new each month.
[[nodiscard]] double programme_rank(Selection selection, double score, int months_waited, double lot, const Parameters& parameters);

/// Orders that a ceiling leaves of those wanted, where a share `enforcement` of employers heeds it.
[[nodiscard]] double orders_under_ceiling(double wanted, double ceiling, double enforcement) noexcept;

}  // namespace sojourn::model
