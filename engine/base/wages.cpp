// Pay abroad by market: the nearest row that says something about it, by rules in one list (EQUATIONS 5.20).
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/draft.hpp"
#include "base/fitting.hpp"

namespace sojourn::base {
namespace {

constexpr double lowest_wage_usd = 50;

/// How much a kind of row says about what is paid: paid, then agreed or promised, then a legal or referral minimum.
enum class Says : std::uint8_t { paid, agreed, minimum, nothing };

Says says(const io::WageRow& row) {
  if (row.kind == "paid_mean" || row.kind == "paid_median" || row.kind == "paid" || row.kind == "paid_basic") return Says::paid;
  if (row.kind == "contract" || row.kind == "promised" || row.kind == "market_guideline" || row.kind == "paid_range") return Says::agreed;
  return row.kind == "share" ? Says::nothing : Says::minimum;
}

/// USD of 2014 to 2022 stand as they are; older and newer ones only where nothing else is (no price index).
bool in_price_years(const io::WageRow& row) { return row.year >= 2014 && row.year <= 2022; }

struct Pay {
  double usd = 0;
  Grade grade = Grade::model;
  std::string note;
};

class WageBook {
  const Observations& seen_;
  std::vector<std::string> codes_;
  std::map<std::string, std::string> region_of_;
  std::map<std::string, double> region_level_;
  std::array<double, sector_count> factor_{};
  std::array<int, sector_count> factor_from_{};

  [[nodiscard]] bool usable(const io::WageRow& row) const {
    return row.usd_per_month && says(row) != Says::nothing && row.use != io::RowUse::repeat && row.use != io::RowUse::other &&
           seen_.allowed(row.grade);
  }

  /// The best row that `fits` says yes to: price years first, then surveys before single cases, kind, sex, own origin, nearest year.
  template <class Fits>
  [[nodiscard]] const io::WageRow* best(Sex sex, const std::string& origin, Fits fits) const {
    const io::WageRow* chosen = nullptr;
    const auto rank = [&](const io::WageRow& row) {
      const bool own_sex = row.sex == (sex == Sex::women ? io::RowSex::women : io::RowSex::men);
      const int sex_rank = own_sex ? 0 : row.sex == io::RowSex::both ? 1 : 2;
      return std::tuple{!in_price_years(row), row.use == io::RowUse::single, says(row), sex_rank, row.origin != origin, seen_.distance(row.year)};
    };
    for (const io::WageRow& row : seen_.tables().wages) {
      if (usable(row) && fits(row) && (chosen == nullptr || rank(row) < rank(*chosen))) chosen = &row;
    }
    return chosen;
  }

  [[nodiscard]] Pay stated(const io::WageRow& row) const {
    const bool observed = says(row) != Says::minimum;
    return {*row.usd_per_month, row.grade, fmt::format("{} {} {}, {}{}", row.destination, row.origin, row.year, row.kind, observed ? "" : " (a floor)")};
  }

  /// A row that is about other sectors or places, times the sector's factor: an estimate.
  [[nodiscard]] Pay adjusted(double usd, Sector sector, const std::string& what) const {
    return {std::max(lowest_wage_usd, usd * factor_[index(sector)]), Grade::model, fmt::format("{} x sector factor {:.2f}", what, factor_[index(sector)])};
  }

  /// One level for a destination: its rows over all sectors and origins, or the median over those of single sectors but domestic work.
  [[nodiscard]] std::optional<double> general_level(const std::string& destination) const {
    const auto at = [&](const io::WageRow& row, bool all) { return row.destination == destination && row.all_sectors == all; };
    if (const auto* row = best(Sex::men, "ALL", [&](const io::WageRow& r) { return at(r, true) && r.origin == "ALL"; })) return row->usd_per_month;
    std::vector<double> values;
    for (const io::WageRow& row : seen_.tables().wages) {
      const bool domestic_alone = row.sectors == 1U << index(Sector::domestic_work);
      if (usable(row) && row.destination == destination && in_price_years(row) && !domestic_alone && row.kind != "origin_referral") {
        values.push_back(*row.usd_per_month);
      }
    }
    if (values.empty()) return std::nullopt;
    return median(values);
  }

  void learn_regions() {
    std::map<std::string, std::vector<double>> levels;
    std::vector<double> all;
    for (const std::string& code : codes_) {
      if (const auto level = general_level(code)) {
        levels[region_of_[code]].push_back(*level);
        all.push_back(*level);
      }
    }
    for (auto& [region, values] : levels) region_level_[region] = median(values);
    if (all.empty()) {
      throw InputError{Diagnostic{Severity::error, "wages.csv", {}, "no wage abroad of the allowed grades", "", "allow more grades, or add wages", "", "base-wages"}};
    }
    for (const auto& [code, region] : region_of_) region_level_.emplace(region, median(all));
  }

  void learn_factors() {
    for (std::size_t s = 0; s < sector_count; ++s) {
      std::vector<double> ratios;
      for (const std::string& code : codes_) {
        const auto general = general_level(code);
        const auto* row = best(s == 0 ? Sex::women : Sex::men, "ALL", [&](const io::WageRow& r) {
          return r.destination == code && !r.all_sectors && (r.sectors >> s & 1U) != 0 && says(r) != Says::minimum;
        });
        if (general && row != nullptr) ratios.push_back(*row->usd_per_month / *general);
      }
      factor_[s] = ratios.size() >= 2 ? median(ratios) : 1.0;
      factor_from_[s] = static_cast<int>(ratios.size());
    }
  }

 public:
  WageBook(const Observations& seen, const model::BaseYear& base) : seen_{seen} {
    for (const model::Destination& destination : base.destinations) {
      codes_.push_back(destination.code);
      region_of_[destination.code] = destination.region;
    }
    factor_.fill(1.0);
    learn_regions();
    learn_factors();
  }

  [[nodiscard]] Pay pay(const std::string& o, const std::string& d, Sector sector, Sex sex) const {
    const auto has_sector = [&](const io::WageRow& row) { return !row.all_sectors && (row.sectors >> index(sector) & 1U) != 0; };
    const auto ours = [&](const io::WageRow& row) { return row.origin == o || row.origin == "ALL"; };
    // a referral wage over all occupations is what an origin asks for, not what is paid
    const auto asked = [](const io::WageRow& row) { return row.kind == "origin_referral" && row.all_sectors; };
    const auto at = [&](const io::WageRow& row) { return row.destination == d && !asked(row); };
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) { return at(r) && ours(r) && has_sector(r) && in_price_years(r); })) return stated(*row);
    const bool in_gulf = region_of_.at(d) == "gulf";
    // what an origin asks for everywhere in one occupation, and gets in its contracts
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) {
          return (r.destination == "ALL" || (in_gulf && r.destination == "GCC")) && r.origin == o && has_sector(r) && r.year <= seen_.base_year();
        });
        row != nullptr && sector == Sector::domestic_work && region_of_.at(d) != "east_asia") {
      return stated(*row);
    }
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) { return at(r) && ours(r) && r.all_sectors && in_price_years(r) && says(r) != Says::minimum; })) {
      return adjusted(*row->usd_per_month, sector, stated(*row).note);
    }
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) { return r.destination == "ALL" && r.origin == o && r.all_sectors && says(r) == Says::paid; })) {
      const double floor = region_floor(d);
      return adjusted(std::max(*row->usd_per_month, floor), sector, floor > *row->usd_per_month ? "minimum at the destination" : stated(*row).note);
    }
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) { return at(r) && has_sector(r) && says(r) != Says::minimum; })) {
      return {*row->usd_per_month, Grade::model, stated(*row).note + ", another origin's"};
    }
    if (const auto level = general_level(d)) return adjusted(*level, sector, "level of " + d);
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) { return at(r) && ours(r); })) return adjusted(*row->usd_per_month, sector, stated(*row).note);
    return adjusted(region_level_.at(region_of_.at(d)), sector, "median of " + region_of_.at(d));
  }

 private:
  /// The legal minimum for all at the destination, 0 if none is known.
  [[nodiscard]] double region_floor(const std::string& d) const {
    const auto* row = best(Sex::men, "ALL", [&](const io::WageRow& r) {
      return r.destination == d && r.kind == "destination_minimum" && r.origin == "ALL" && r.sectors != 1U << index(Sector::domestic_work);
    });
    return row != nullptr ? *row->usd_per_month : 0;
  }
};

}  // namespace

void fill_wages(Draft& draft) {
  const WageBook book{draft.seen, draft.base};
  for (model::Market& market : draft.base.markets) {
    const model::Corridor& corridor = draft.base.corridor(market.corridor);
    const Pay pay = book.pay(draft.base.origin(corridor.origin).code, draft.base.destination(corridor.destination).code, market.sector, market.sex);
    market.wage_usd_per_month = {pay.usd, pay.grade, pay.note};
  }
}

}  // namespace sojourn::base
