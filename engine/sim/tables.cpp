#include "sim/tables.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "core/units.hpp"

namespace sojourn::sim {
namespace {

// A lead count as fold_month asks for it.
struct Lead {
  std::size_t kind = 0;
  std::int64_t unit = 1;  // cents are kept as whole dollars
};

std::vector<Lead> make_leads() {
  std::vector<Lead> leads;
  for (const model::Count kind : lead_counts()) leads.push_back({model::index(kind), is_money(kind) ? 100 : 1});
  return leads;
}

void add(Counts& sum, const Counts& more) {
  for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += more[k];
}

}  // namespace

std::span<const model::Count> lead_counts() {
  using C = model::Count;
  static constexpr std::array all{C::deployments, C::irregular_departures, C::stock_abroad, C::cost_cents, C::cost_millimonths,
                                  C::debt_at_departure_cents, C::wages_in_force, C::withheld_cents, C::forced_labour_stock, C::violence_events, C::complaints_resolved,
                                  C::returns_crisis, C::returns_deportation, C::returns_violation, C::returns_health,
                                  C::returns_job_loss, C::returns_family, C::sent_in_force, C::withheld_sent_cents, C::fees_in_force, C::withheld_fees_cents};
  return all;
}

bool is_money(model::Count kind) {
  using C = model::Count;
  static constexpr std::array money{C::cost_cents, C::debt_at_departure_cents, C::wages_in_force, C::withheld_cents,
                                    C::sent_in_force, C::withheld_sent_cents, C::fees_in_force, C::withheld_fees_cents};
  return std::find(money.begin(), money.end(), kind) != money.end();
}

RunTables::RunTables(const model::BaseYear& base, int month_count, int first, int last)
    : months{month_count}, years{last - first + 1}, first_year{first}, origins{base.origins.size()}, corridors{base.corridors.size()} {
  const auto m = static_cast<std::size_t>(months);
  const auto y = static_cast<std::size_t>(years);
  monthly_origin.resize(m * origins * 2);
  monthly_corridor.resize(m * corridors * 2 * lead_counts().size());
  annual_corridor.resize(y * corridors * 2);
  annual_sector.resize(y * origins * sector_count * 2);
  annual_skill.resize(y * origins * skill_count * 2);
  cost_origin_month.resize(m * origins * 2 * model::all_bins);
  cost_corridor_year.resize(y * corridors * 2 * model::all_bins);
}

void fold_month(RunTables& tables, const model::BaseYear& base, int month, int year, std::span<const Counts> counts,
                std::span<const Lines> lines, std::span<const Counts> skill_counts, std::span<const CostRecord> costs) {
  const auto m = static_cast<std::size_t>(month);
  const auto y = static_cast<std::size_t>(year - tables.first_year);
  static const std::vector<Lead> leads = make_leads();
  for (std::size_t k = 0; k < base.markets.size(); ++k) {
    if (lines[k] == 0) continue;  // at a coarse scale many a market has nobody
    const model::Market& market = base.markets[k];
    const std::size_t corridor = index(market.corridor), sex = index(market.sex);
    const std::size_t origin = index(base.corridors[corridor].origin);
    Counts& of_month = tables.origin_month(month, origin, sex);
    Counts& of_corridor = tables.annual_corridor[(y * tables.corridors + corridor) * 2 + sex];
    Counts& of_sector = tables.annual_sector[((y * tables.origins + origin) * sector_count + index(market.sector)) * 2 + sex];
    each_line(lines[k], [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        of_month[i] += counts[k][i];
        of_corridor[i] += counts[k][i];
        of_sector[i] += counts[k][i];
      }
    });
    std::int32_t* lead = &tables.monthly_corridor[((m * tables.corridors + corridor) * 2 + sex) * leads.size()];
    for (std::size_t i = 0; i < leads.size(); ++i) {
      const std::int64_t value = counts[k][leads[i].kind];
      if (value != 0) lead[i] += static_cast<std::int32_t>(leads[i].unit == 100 ? value / 100 : value);
    }
  }
  for (std::size_t i = 0; i < skill_counts.size(); ++i) add(tables.annual_skill[y * skill_counts.size() + i], skill_counts[i]);
  for (const CostRecord& record : costs) {
    const model::Market& market = base.markets[record.market];
    const std::size_t corridor = index(market.corridor), sex = index(market.sex);
    const std::size_t origin = index(base.corridors[corridor].origin);
    std::int32_t* month_bins = &tables.cost_origin_month[((m * tables.origins + origin) * 2 + sex) * model::all_bins];
    std::int32_t* year_bins =
        &tables.cost_corridor_year[((y * tables.corridors + corridor) * 2 + sex) * model::all_bins];
    const std::array<double, model::distribution_count> values{static_cast<double>(record.months), to_usd(record.cents),
                                                               to_usd(record.official_cents)};
    for (std::size_t d = 0; d < model::distribution_count; ++d) {
      const model::Bins& bins = model::distribution_bins[d];
      const std::size_t place = bins.begin + bins.bin(values[d]);
      ++month_bins[place];
      ++year_bins[place];
    }
  }
}

std::uint64_t chain_digest(std::uint64_t digest, std::span<const Counts> counts, std::span<const Lines> lines) {
  std::vector<std::int64_t> told;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    each_line(lines[k], [&](std::size_t begin, std::size_t end) {
      if (std::all_of(&counts[k][begin], counts[k].data() + end, [](std::int64_t n) { return n == 0; })) return;
      told.push_back(static_cast<std::int64_t>(k * model::count_kinds + begin));
      told.insert(told.end(), counts[k].begin() + static_cast<std::ptrdiff_t>(begin), counts[k].begin() + static_cast<std::ptrdiff_t>(end));
    });
  }
  return XXH3_64bits_withSeed(told.data(), told.size() * sizeof(std::int64_t), digest);
}

}  // namespace sojourn::sim
