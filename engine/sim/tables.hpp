#pragma once
// What a run records: monthly counts folded into the tables that results are made of, and the digest of all of it.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/base_year.hpp"
#include "model/indicators.hpp"

namespace sojourn::sim {

using Counts = std::array<std::int64_t, model::count_kinds>;

/// Which lines of a market's counts, eight kinds each, may hold other than 0: bit by bit from the lowest kinds. At a coarse
/// scale most hold nothing, and then nobody adds, clears or folds them.
using Lines = std::uint32_t;
inline constexpr std::size_t kinds_per_line = 8;
static_assert(model::count_kinds < 32 * kinds_per_line);
inline constexpr Lines every_line = (Lines{1} << ((model::count_kinds + kinds_per_line - 1) / kinds_per_line)) - 1;
[[nodiscard]] constexpr Lines line_of(model::Count kind) noexcept { return Lines{1} << (model::index(kind) / kinds_per_line); }
/// Calls visit(begin, end) with the kinds of each line, in their order.
template <class Visit>
void each_line(Lines lines, Visit&& visit) {
  for (; lines != 0; lines &= lines - 1) {
    const std::size_t begin = static_cast<std::size_t>(std::countr_zero(lines)) * kinds_per_line;
    visit(begin, std::min(begin + kinds_per_line, model::count_kinds));
  }
}

/// One worker's recruitment cost at departure, for the distributions.
struct CostRecord {
  std::uint16_t market = 0;
  float months = 0;        ///< borne by the worker, over the first monthly wage
  std::int64_t cents = 0;  ///< borne by the worker
  std::int64_t official_cents = 0;
};

/// The tables of one run (scenario x replicate). Simulated persons and cents; `population.scale` is applied by readers.
struct RunTables {
  int months = 0, years = 0, first_year = 0;
  std::size_t origins = 0, corridors = 0;
  std::vector<Counts> monthly_origin;          ///< month, origin, sex
  std::vector<std::int32_t> monthly_corridor;  ///< month, corridor, sex, lead count (money in whole dollars)
  std::vector<Counts> annual_corridor;         ///< year, corridor, sex
  std::vector<Counts> annual_sector;           ///< year, origin, sector, sex
  std::vector<Counts> annual_skill;            ///< year, origin, skill, sex: only events of persons whose skill is at hand
  std::vector<std::int32_t> cost_origin_month;   ///< month, origin, sex, bins of all distributions
  std::vector<std::int32_t> cost_corridor_year;  ///< year, corridor, sex, bins of all distributions
  std::uint64_t digest = 0;                    ///< XXH3 over every month's counts of every market

  RunTables() = default;
  RunTables(const model::BaseYear& base, int months, int first_year, int last_year);

  [[nodiscard]] Counts& origin_month(int month, std::size_t origin, std::size_t sex) {
    return monthly_origin[(static_cast<std::size_t>(month) * origins + origin) * 2 + sex];
  }
  [[nodiscard]] const Counts& origin_month(int month, std::size_t origin, std::size_t sex) const {
    return monthly_origin[(static_cast<std::size_t>(month) * origins + origin) * 2 + sex];
  }
  /// Bins of all distributions, one after the other (model::distribution_bins).
  [[nodiscard]] std::span<const std::int32_t> origin_month_costs(int month, std::size_t origin, std::size_t sex) const {
    return {&cost_origin_month[((static_cast<std::size_t>(month) * origins + origin) * 2 + sex) * model::all_bins],
            model::all_bins};
  }
  [[nodiscard]] std::span<const std::int32_t> corridor_year_costs(int year, std::size_t corridor, std::size_t sex) const {
    return {&cost_corridor_year[((static_cast<std::size_t>(year) * corridors + corridor) * 2 + sex) * model::all_bins],
            model::all_bins};
  }
};

/// Counts that `/monthly/corridor` needs for the lead indicators.
[[nodiscard]] std::span<const model::Count> lead_counts();
/// Whether a lead count is money, kept in whole dollars there.
[[nodiscard]] bool is_money(model::Count kind);

/// Adds one month. `counts` by market, of which `lines` tells what there is to add; `skill_counts` by origin, skill, sex.
void fold_month(RunTables& tables, const model::BaseYear& base, int month, int year, std::span<const Counts> counts,
                std::span<const Lines> lines, std::span<const Counts> skill_counts, std::span<const CostRecord> costs);

/// Chains a month's counts into the digest: each line that holds other than 0, and where it stands. Lines that are looked
/// at in vain change nothing.
[[nodiscard]] std::uint64_t chain_digest(std::uint64_t digest, std::span<const Counts> counts, std::span<const Lines> lines);

}  // namespace sojourn::sim
