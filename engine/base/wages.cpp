// Pay abroad by market: the nearest row that says something about it, by rules in one list (EQUATIONS 5.20).
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/draft.hpp"
#include "base/fitting.hpp"
#include "model/decision.hpp"

namespace sojourn::base {
namespace {

constexpr double lowest_wage_usd = 50;

/// How much a kind of row says about what is paid: paid, then agreed or promised, then a legal or referral minimum.
enum class Says : std::uint8_t { paid, agreed, minimum, nothing };

Says says(const io::WageRow& row) {
  if (row.kind == "paid_mean" || row.kind == "paid_median" || row.kind == "paid" || row.kind == "paid_basic")
    return Says::paid;
  if (row.kind == "contract" || row.kind == "promised" || row.kind == "market_guideline" || row.kind == "paid_range")
    return Says::agreed;
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

  [[nodiscard]] bool usable(const io::WageRow& row, bool with_single_cases = false) const {
    return row.usd_per_month && says(row) != Says::nothing && row.use != io::RowUse::repeat &&
           row.use != io::RowUse::other && (with_single_cases || row.use != io::RowUse::single) &&
           seen_.allowed(row.grade);
  }

  /// The best row that `fits` says yes to: price years first, surveys before single cases, then kind, sex, own origin,
  /// nearest year.
  template <class Fits>
  [[nodiscard]] const io::WageRow* best(Sex sex, const std::string& origin, Fits fits,
                                        bool with_single_cases = false) const {
    const io::WageRow* chosen = nullptr;
    const auto rank = [&](const io::WageRow& row) {
      const bool own_sex = row.sex == (sex == Sex::women ? io::RowSex::women : io::RowSex::men);
      const int sex_rank = own_sex ? 0 : row.sex == io::RowSex::both ? 1 : 2;
      return std::tuple{!in_price_years(row), row.use == io::RowUse::single, says(row), sex_rank,
                        row.origin != origin, seen_.distance(row.year)};
    };
    for (const io::WageRow& row : seen_.tables().wages) {
      if (usable(row, with_single_cases) && fits(row) && (chosen == nullptr || rank(row) < rank(*chosen)))
        chosen = &row;
    }
    return chosen;
  }

  [[nodiscard]] Pay stated(const io::WageRow& row) const {
    const bool observed = says(row) != Says::minimum;
    return {
        *row.usd_per_month, row.grade,
        fmt::format("{} {} {}, {}{}", row.destination, row.origin, row.year, row.kind, observed ? "" : ", a floor")};
  }

  /// A row that is about other sectors or places, times the sector's factor: an estimate.
  [[nodiscard]] Pay adjusted(double usd, Sector sector, const std::string& what) const {
    return {std::max(lowest_wage_usd, usd * factor_[index(sector)]), Grade::model,
            fmt::format("{} x sector factor {:.2f}", what, factor_[index(sector)])};
  }

  /// One level for a destination: its rows over all sectors and origins, or the median over those of single sectors but
  /// domestic work.
  [[nodiscard]] std::optional<double> general_level(const std::string& destination) const {
    const auto at = [&](const io::WageRow& row, bool all) {
      return row.destination == destination && row.all_sectors == all;
    };
    if (const auto* row = best(Sex::men, "ALL", [&](const io::WageRow& r) { return at(r, true) && r.origin == "ALL"; }))
      return row->usd_per_month;
    std::vector<double> values;
    for (const io::WageRow& row : seen_.tables().wages) {
      const bool domestic_alone = row.sectors == 1U << index(Sector::domestic_work);
      if (usable(row) && row.destination == destination && in_price_years(row) && !domestic_alone &&
          row.kind != "origin_referral") {
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
      throw InputError{Diagnostic{Severity::error,
                                  "wages.csv",
                                  {},
                                  "no wage abroad of the allowed grades",
                                  "",
                                  "allow more grades, or add wages",
                                  "",
                                  "base-wages"}};
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
      factor_[s] = ratios.size() >= 3 ? median(ratios) : 1.0;  // one or two destinations are an anecdote
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

  /// The first of these that exists: what is paid or agreed in this sector there, for this origin or all; the floor
  /// there, or more if the origin's workers earn more everywhere; what is paid there over all sectors; what the
  /// origin's workers earn everywhere; what another origin's are paid there; the level there; the level of the region.
  [[nodiscard]] Pay pay(const std::string& o, const std::string& d, Sector sector, Sex sex) const {
    const Market market{o, d, sector, sex};
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) {
          return at(r, market) && ours(r, market) && about(r, sector) && says(r) != Says::minimum;
        })) {
      return stated(*row);
    }
    const Pay least = floor(market), everywhere = origin_mean(market);
    if (least.usd > 0) return everywhere.usd > least.usd ? everywhere : least;
    if (const auto* row = best(sex, o, [&](const io::WageRow& r) {
          return at(r, market) && ours(r, market) && r.all_sectors && says(r) != Says::minimum;
        })) {
      return adjusted(*row->usd_per_month, sector, stated(*row).note);
    }
    if (everywhere.usd > 0) return everywhere;
    return estimate(market);
  }

 private:
  struct Market {
    const std::string& origin;
    const std::string& destination;
    Sector sector;
    Sex sex;
  };

  static bool about(const io::WageRow& row, Sector sector) {
    return !row.all_sectors && (row.sectors >> index(sector) & 1U) != 0;
  }
  static bool ours(const io::WageRow& row, const Market& market) {
    return row.origin == market.origin || row.origin == "ALL";
  }
  /// A referral wage over all occupations is what an origin asks for, not a level.
  static bool asked(const io::WageRow& row) { return row.kind == "origin_referral" && row.all_sectors; }
  /// At the destination; a row of the six Gulf states together says less than one of the state, and only where it names
  /// the origin.
  [[nodiscard]] bool at(const io::WageRow& row, const Market& market) const {
    if (asked(row)) return false;
    return row.destination == market.destination ||
           (row.destination == "GCC" && row.origin == market.origin && region_of_.at(market.destination) == "gulf" &&
            in_price_years(row));
  }

  /// The highest legal or asked minimum of that sector in force in the base year; 0 if none. Pay is taken to stand at
  /// it.
  [[nodiscard]] Pay floor(const Market& market) const {
    std::map<std::tuple<std::string, std::string, std::uint32_t>, const io::WageRow*> in_force;
    for (const io::WageRow& row : seen_.tables().wages) {
      const bool here =
          row.destination == market.destination || (row.destination == "ALL" && row.origin == market.origin);
      const bool for_all = row.kind == "destination_minimum" && row.all_sectors;
      if (!usable(row) || asked(row) || says(row) != Says::minimum || !here || !ours(row, market)) continue;
      if (!(about(row, market.sector) || (for_all && market.sector != Sector::domestic_work))) continue;
      const io::WageRow*& rule = in_force[{row.origin, row.kind, row.sectors}];
      if (rule == nullptr || holds_rather(row, *rule)) rule = &row;
    }
    const io::WageRow* highest = nullptr;
    for (const auto& [key, row] : in_force) {
      if (highest == nullptr || *row->usd_per_month > *highest->usd_per_month) highest = row;
    }
    if (highest == nullptr) return {};
    Pay pay = stated(*highest);
    pay.grade = Grade::model;
    return pay;
  }

  /// A minimum holds from its year on: the latest up to the base year; if all are later, the earliest.
  [[nodiscard]] bool holds_rather(const io::WageRow& row, const io::WageRow& than) const {
    const bool begun = row.year <= seen_.base_year(), other_begun = than.year <= seen_.base_year();
    if (begun != other_begun) return begun;
    return begun ? row.year > than.year : row.year < than.year;
  }

  /// What the origin's workers are paid over all destinations and sectors; says nothing of domestic work.
  [[nodiscard]] Pay origin_mean(const Market& market) const {
    if (market.sector == Sector::domestic_work) return {};
    const auto* row = best(market.sex, market.origin, [&](const io::WageRow& r) {
      return r.destination == "ALL" && r.origin == market.origin && r.all_sectors && says(r) == Says::paid;
    });
    return row != nullptr ? adjusted(*row->usd_per_month, market.sector, stated(*row).note) : Pay{};
  }

  [[nodiscard]] Pay estimate(const Market& market) const {
    const std::string& region = region_of_.at(market.destination);
    if (const auto* row = best(
            market.sex, market.origin,
            [&](const io::WageRow& r) { return at(r, market) && about(r, market.sector) && says(r) != Says::minimum; },
            true)) {
      return {*row->usd_per_month, Grade::model,
              stated(*row).note + (row->use == io::RowUse::single ? ", a single case" : ", another origin's")};
    }
    if (const auto level = general_level(market.destination))
      return adjusted(*level, market.sector, "level of " + market.destination);
    if (region == "other") {
      std::vector<double> own;
      for (const io::WageRow& row : seen_.tables().wages) {
        if (usable(row) && row.origin == market.origin && says(row) != Says::minimum) own.push_back(*row.usd_per_month);
      }
      if (!own.empty())
        return adjusted(median(own), market.sector,
                        fmt::format("median of {} rows of {} anywhere", own.size(), market.origin));
    }
    return adjusted(region_level_.at(region), market.sector, "median of " + region);
  }
};

}  // namespace

void fill_wages(Draft& draft) {
  const WageBook book{draft.seen, draft.base};
  for (model::Market& market : draft.base.markets) {
    const model::Corridor& corridor = draft.base.corridor(market.corridor);
    const Pay pay = book.pay(draft.base.origin(corridor.origin).code, draft.base.destination(corridor.destination).code,
                             market.sector, market.sex);
    market.wage_usd_per_month = {pay.usd, pay.grade, pay.note};
    const double as_trainee = draft.base.destination(corridor.destination).trainee_pay_share;
    if (as_trainee >= 1 || model::lowest_skill(market.sector) != Skill::elementary) continue;
    market.trainee_pay_share = as_trainee;
    market.wage_usd_per_month = {pay.usd * as_trainee, Grade::model, fmt::format("{}, of which trainees get {:.2f}", pay.note, as_trainee)};
  }
}

}  // namespace sojourn::base
