#include <fmt/format.h>

#include <string>

#include "base/base_year.hpp"
#include "base/stay.hpp"

namespace sojourn::base {
namespace {

std::string_view grade(const model::Level& level) { return grade_names[index(level.grade)]; }

struct Sums {
  double workers = 0, hires = 0, registered = 0, renewals = 0, rehires = 0;
};

Sums sums_of(const model::BaseYear& base, std::size_t o) {
  const model::Origin& origin = base.origins[o];
  Sums sums;
  for (const model::Corridor& corridor : base.corridors) {
    if (index(corridor.origin) != o) continue;
    const model::Destination& destination = base.destination(corridor.destination);
    sums.workers += corridor.workers.value;
    sums.hires += corridor.new_hires_per_year.value;
    sums.registered += corridor.registered_per_year.value;
    if (corridor.registered_share <= 0 || destination.code == "SEA") continue;
    sums.rehires += origin.home_leave_per_worker_year * corridor.workers.value;
    sums.renewals += origin.renewals_counted_share * corridor.new_hires_per_year.value *
                     renewals_per_hire(destination.contract_months, corridor.mean_stay_months);
  }
  return sums;
}

std::string origin_table(const model::BaseYear& base) {
  std::string text =
      fmt::format("{:<6}{:>12}{:>11}{:>12}{:>11}{:>11}{:>12}  {:<6}{}\n", "origin", "workers", "new hires",
                  "registered", "renewals", "rehires", "as counted", "grade", "total in the tables");
  Sums all;
  for (std::size_t o = 0; o < base.origins.size(); ++o) {
    const model::Origin& origin = base.origins[o];
    const Sums sums = sums_of(base, o);
    all.workers += sums.workers;
    all.hires += sums.hires;
    text += fmt::format("{:<6}{:>12.0f}{:>11.0f}{:>12.0f}{:>11.0f}{:>11.0f}{:>12.0f}  {:<6}", origin.code, sums.workers,
                        sums.hires, sums.registered, sums.renewals, sums.rehires,
                        sums.registered + sums.renewals + sums.rehires, grade(origin.registered_target));
    text += origin.registered_target_year == 0
                ? std::string{"none\n"}
                : fmt::format("{:.0f} of {} ({})\n", origin.registered_target.value, origin.registered_target_year,
                              origin.registered_target.note);
  }
  return text + fmt::format("{:<6}{:>12.0f}{:>11.0f}\n", "sum", all.workers, all.hires);
}

std::string corridor_table(const model::BaseYear& base) {
  std::string text =
      fmt::format("{:<9}{:>11}  {:<6}{:>9}{:>11}  {:<6}{:>6}{:>7}{:>10}  {}\n", "corridor", "workers", "grade",
                  "new hires", "registered", "grade", "share", "stay", "target", "workers from; flow from");
  for (std::size_t c = 0; c < base.corridors.size(); ++c) {
    const model::Corridor& corridor = base.corridors[c];
    const std::string target = corridor.is_target ? fmt::format("{:.0f}{}", corridor.target_per_year,
                                                                corridor.target_counts_entries ? "e" : "")
                                                  : "-";
    text += fmt::format("{:<9}{:>11.0f}  {:<6}{:>9.0f}{:>11.0f}  {:<6}{:>6.2f}{:>7.1f}{:>10}  {}; {}\n",
                        base.corridor_code(static_cast<CorridorId>(c)), corridor.workers.value, grade(corridor.workers),
                        corridor.new_hires_per_year.value, corridor.registered_per_year.value,
                        grade(corridor.registered_per_year), corridor.registered_share, corridor.mean_stay_months,
                        target, corridor.workers.note, corridor.new_hires_per_year.note);
  }
  return text;
}

}  // namespace

std::string describe(const model::BaseYear& base) {
  return fmt::format(
      "Base year {}: {} corridors, {} markets. Persons; a year; stay in months; e = all entries at the "
      "destination.\n\n{}\n{}",
      base.year, base.corridors.size(), base.markets.size(), origin_table(base), corridor_table(base));
}

}  // namespace sojourn::base
