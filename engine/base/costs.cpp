// What a worker pays by the book, what sending money home costs, and what surveys say is paid in all
// (EQUATIONS 5.4, 5.20).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "base/draft.hpp"

namespace sojourn::base {
namespace {

/// Training and orientation before women's domestic work where the employer pays the flight (assumed, so that the sum
/// of papers and training is the 350 USD of EQUATIONS 5.4, BGD-SAU).
constexpr double domestic_training_usd = 200;
/// A survey further than this from the base year is no target.
constexpr int reach_of_surveys = 10;

using SectorShares = std::array<double, sector_count>;

class CostBook {
  const Observations& seen_;

  [[nodiscard]] std::optional<Observation> component(const std::string& o, const std::string& d,
                                                     const std::string& item) const {
    std::optional<Observation> best;
    for (const io::CostComponentRow& row : seen_.tables().cost_components) {
      if (row.origin != o || row.destination != d || row.item != item || !row.usd || !seen_.allowed(row.grade))
        continue;
      const Observation found{*row.usd, row.year, row.grade,
                              fmt::format("{} {} {}", row.origin, row.destination, row.year)};
      if (best && best->year == found.year && item == "all_documented") {
        best->value += found.value;  // parts of one official price
      } else if (!best || seen_.distance(found.year) < seen_.distance(best->year)) {
        best = found;
      }
    }
    return best;
  }

  /// The first row of that item that any origin or destination has: it stands for all.
  [[nodiscard]] std::optional<Observation> anywhere(const std::string& item, const std::string& d) const {
    for (const io::CostComponentRow& row : seen_.tables().cost_components) {
      if (row.item == item && row.usd && seen_.allowed(row.grade) && (d.empty() || row.destination == d)) {
        return component(row.origin, row.destination, item);
      }
    }
    return std::nullopt;
  }

 public:
  explicit CostBook(const Observations& seen) : seen_{seen} {}

  /// `domestic_share`: share of these workers in domestic work; `employer_flies_them`: their flight is the employer's.
  [[nodiscard]] model::Level documented(const std::string& o, const std::string& d, double domestic_share,
                                        bool employer_flies_them) const {
    if (const auto* rule = seen_.rule(o, d);
        rule != nullptr && rule->value && (rule->treatment == "open_border" || rule->treatment == "land_border")) {
      return {*rule->value, Grade::model, rule->reason};
    }
    if (const auto all = component(o, d, "all_documented")) return {all->value, all->grade, all->source};
    if (const auto all = component(o, "ALL", "all_documented")) return {all->value, all->grade, all->source};
    if (const auto there = anywhere("all_documented", d))
      return {there->value, Grade::model, there->source + ", another origin's"};
    const auto papers = anywhere("papers", ""), flight = anywhere("flight", "");
    const double own_papers = papers ? papers->value : 150, own_flight = flight ? flight->value : 350;  // EQUATIONS 5.4
    const double housemaid =
        employer_flies_them ? own_papers + domestic_training_usd : own_papers + own_flight + domestic_training_usd;
    const double usd = domestic_share * housemaid + (1 - domestic_share) * (own_papers + own_flight);
    return {usd, Grade::model, "papers and flight, training for domestic work"};
  }

  [[nodiscard]] std::optional<Observation> sending(const std::string& type, const std::string& o,
                                                   const std::string& d) const {
    std::map<int, std::pair<double, int>> years;
    for (const io::RemittanceRow& row : seen_.tables().remittances) {
      if (row.record_type != type || row.origin != o || !row.cost_percent || !seen_.allowed(row.grade)) continue;
      if (type == "corridor_cost" && row.destination != d) continue;
      years[row.year].first += *row.cost_percent;
      years[row.year].second += 1;
    }
    std::optional<Observation> best;
    for (const auto& [year, sum] : years) {
      const Observation found{sum.first / sum.second, year, Grade::a,
                              fmt::format("mean of {} quarters of {}", sum.second, year)};
      if (!best || seen_.distance(year) < seen_.distance(best->year)) best = found;
    }
    return best;
  }

  /// Own corridor; else the mean of the origin's corridors in the region; else the origin's mean over all corridors.
  [[nodiscard]] model::Level remittance(const model::BaseYear& base, const std::string& o,
                                        const model::Destination& d) const {
    if (const auto own = sending("corridor_cost", o, d.code)) return {own->value, own->grade, own->source};
    double sum = 0;
    int corridors = 0;
    for (const model::Destination& other : base.destinations) {
      if (other.region != d.region || other.region == "other") continue;
      if (const auto near = sending("corridor_cost", o, other.code)) {
        sum += near->value;
        ++corridors;
      }
    }
    if (corridors > 0)
      return {sum / corridors, Grade::model, fmt::format("mean of {} corridors to {}", corridors, d.region)};
    if (const auto all = sending("receiving_cost", o, ""))
      return {all->value, Grade::model, fmt::format("receiving mean of {}", all->year)};
    double world = 0;
    int known = 0;
    for (const model::Origin& origin : base.origins) {
      if (const auto all = sending("receiving_cost", origin.code, "")) {
        world += all->value;
        ++known;
      }
    }
    return {known > 0 ? world / known : 6.0, Grade::model, known > 0 ? "mean over the origins" : "assumed"};
  }

  /// Months of earnings that workers of that sex say they paid: surveys of grade A and B only, the corridor's before
  /// the origin's before the destination's; there the row whose sectors hold most of them, then of their sex alone,
  /// then the nearest year.
  [[nodiscard]] model::Level months(const std::string& o, const std::string& d, Sex sex,
                                    const SectorShares& shares) const {
    const std::array<std::pair<std::string, std::string>, 3> places{std::pair{o, d}, std::pair{o, std::string{"ALL"}},
                                                                    std::pair{std::string{"ALL"}, d}};
    for (const auto& [from, to] : places) {
      const io::RecruitmentCostRow* best = nullptr;
      const auto rank = [&](const io::RecruitmentCostRow& row) {
        return std::tuple{-covered(row.sectors, shares), row.sex == io::RowSex::both, seen_.distance(row.year)};
      };
      for (const io::RecruitmentCostRow& row : seen_.tables().recruitment_costs) {
        if (row.origin == from && row.destination == to && is_survey_of(row, sex) &&
            (best == nullptr || rank(row) < rank(*best)))
          best = &row;
      }
      if (best != nullptr) return {*best->months, best->grade, fmt::format("{} {} {}", from, to, best->year)};
    }
    return {0, Grade::model, "no survey"};
  }

 private:
  [[nodiscard]] bool is_survey_of(const io::RecruitmentCostRow& row, Sex sex) const {
    const io::RowSex own = sex == Sex::women ? io::RowSex::women : io::RowSex::men;
    return (row.sex == own || row.sex == io::RowSex::both) && row.months && row.use == io::RowUse::survey &&
           row.grade != Grade::c && seen_.allowed(row.grade) && seen_.distance(row.year) <= reach_of_surveys;
  }
  static double covered(std::uint32_t sectors, const SectorShares& shares) {
    double sum = 0;
    for (std::size_t s = 0; s < sector_count; ++s) sum += (sectors >> s & 1U) != 0 ? shares[s] : 0;
    return std::round(sum * 1000) / 1000;
  }
};

/// Shares of sectors among the women and among the men of each corridor.
std::vector<std::array<SectorShares, 2>> sector_shares(const model::BaseYear& base) {
  std::vector<std::array<SectorShares, 2>> shares(base.corridors.size());
  for (const model::Market& market : base.markets) {
    shares[index(market.corridor)][index(market.sex)][index(market.sector)] += market.workers.value;
  }
  for (auto& corridor : shares) {
    for (SectorShares& sex : corridor) {
      const double all = std::accumulate(sex.begin(), sex.end(), 0.0);
      for (double& share : sex) share = all > 0 ? share / all : 0;
    }
  }
  return shares;
}

}  // namespace

void fill_costs(Draft& draft) {
  const CostBook book{draft.seen};
  const auto shares = sector_shares(draft.base);
  for (std::size_t c = 0; c < draft.base.corridors.size(); ++c) {
    model::Corridor& corridor = draft.base.corridors[c];
    const std::string& o = draft.base.origin(corridor.origin).code;
    const model::Destination& d = draft.base.destination(corridor.destination);
    const bool employer_flies_them = d.region == "gulf" || d.region == "middle_east";
    corridor.remittance_cost_percent = book.remittance(draft.base, o, d);
    for (const Sex sex : all_sexes) {
      const SectorShares& ours = shares[c][index(sex)];
      const bool flown = employer_flies_them && sex == Sex::women;
      corridor.documented_cost_usd[index(sex)] = book.documented(o, d.code, ours[index(Sector::domestic_work)], flown);
      corridor.recruitment_cost_months[index(sex)] = book.months(o, d.code, sex, ours);
    }
  }
}

}  // namespace sojourn::base
