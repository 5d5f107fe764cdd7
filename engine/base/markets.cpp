// Sectors and sexes of each corridor's workers, by iterative proportional fitting to what the tables know
// (EQUATIONS 5.20).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/draft.hpp"
#include "base/fitting.hpp"

namespace sojourn::base {
namespace {

constexpr std::size_t cells_per_corridor = 2 * sector_count;
/// The women among registered departures speak for the stock only where the register sees this share of hires
/// (assumed).
constexpr double enough_registered = 0.5;
constexpr double smallest_share = 1.0 / 1000,
                 smallest_persons = 200;  ///< a market below both joins the corridor's largest of that sex

std::size_t cell(std::size_t corridor, Sex sex, std::size_t sector) {
  return corridor * cells_per_corridor + index(sex) * sector_count + sector;
}

void append_sex(std::vector<std::size_t>& cells, std::size_t corridor, Sex sex) {
  for (std::size_t s = 0; s < sector_count; ++s) cells.push_back(cell(corridor, sex, s));
}

class SectorFit {
  Draft& draft_;
  std::vector<double> cells_;
  std::vector<Margin> margins_;

  [[nodiscard]] const model::Corridor& corridor(std::size_t c) const { return draft_.base.corridors[c]; }
  [[nodiscard]] const std::string& origin(std::size_t c) const { return draft_.base.origin(corridor(c).origin).code; }
  [[nodiscard]] const std::string& destination(std::size_t c) const {
    return draft_.base.destination(corridor(c).destination).code;
  }

  void start_from_priors() {
    cells_.assign(draft_.base.corridors.size() * cells_per_corridor, 0);
    for (std::size_t c = 0; c < draft_.base.corridors.size(); ++c) {
      const std::string& region = draft_.base.destination(corridor(c).destination).region;
      for (const io::SectorPriorRow& row : draft_.seen.tables().sector_priors) {
        if (row.region == region) cells_[cell(c, row.sex, index(row.sector))] = corridor(c).workers.value * row.share;
      }
    }
  }

  void add_women_of_origins() {
    for (std::size_t o = 0; o < draft_.base.origins.size(); ++o) {
      const auto share = draft_.seen.women_share(draft_.base.origins[o].code, "WLD");
      if (!share) continue;
      Margin women, men;
      for (std::size_t c = 0; c < draft_.base.corridors.size(); ++c) {
        if (index(corridor(c).origin) != o || destination(c) == "IND") continue;  // the open border is in no register
        append_sex(women.cells, c, Sex::women);
        append_sex(men.cells, c, Sex::men);
        women.sum += corridor(c).workers.value * share->value;
        men.sum += corridor(c).workers.value * (1 - share->value);
      }
      if (women.cells.empty()) continue;
      margins_.push_back(std::move(women));
      margins_.push_back(std::move(men));
    }
  }

  void add_destination_shares() {
    for (std::size_t d = 0; d < draft_.base.destinations.size(); ++d) {
      const io::RegionRow& region = draft_.seen.region(draft_.base.destinations[d].code);
      Margin women, men, domestic, other;
      double workers = 0;
      for (std::size_t c = 0; c < draft_.base.corridors.size(); ++c) {
        if (index(corridor(c).destination) != d) continue;
        workers += corridor(c).workers.value;
        append_sex(women.cells, c, Sex::women);
        append_sex(men.cells, c, Sex::men);
        for (const Sex sex : all_sexes) {
          for (std::size_t s = 0; s < sector_count; ++s) {
            (s == index(Sector::domestic_work) ? domestic : other).cells.push_back(cell(c, sex, s));
          }
        }
      }
      if (workers > 0 && region.women_share) add_pair(std::move(women), std::move(men), workers, *region.women_share);
      if (workers > 0 && region.domestic_share)
        add_pair(std::move(domestic), std::move(other), workers, *region.domestic_share);
    }
  }

  void add_pair(Margin first, Margin second, double all, double share) {
    first.sum = all * share;
    second.sum = all * (1 - share);
    margins_.push_back(std::move(first));
    margins_.push_back(std::move(second));
  }

  void add_corridor_cells() {
    for (std::size_t c = 0; c < draft_.base.corridors.size(); ++c) {
      const double workers = corridor(c).workers.value;
      std::optional<Observation> share =
          draft_.seen.women_share(origin(c), destination(c), corridor(c).registered_share >= enough_registered);
      if (!share) share = draft_.seen.women_share("ALL", destination(c));
      if (share) {
        Margin women, men;
        append_sex(women.cells, c, Sex::women);
        append_sex(men.cells, c, Sex::men);
        add_pair(std::move(women), std::move(men), workers, share->value);
      }
      add_domestic_counts(c, workers);
      Margin all;
      append_sex(all.cells, c, Sex::women);
      append_sex(all.cells, c, Sex::men);
      all.sum = workers;
      margins_.push_back(std::move(all));
    }
  }

  /// Domestic workers by sex where the destination counts them (KWT, BHR).
  void add_domestic_counts(std::size_t c, double workers) {
    double counted = 0;
    for (const Sex sex : all_sexes) {
      const auto row = draft_.seen.stock_of(origin(c), destination(c), io::StockKind::domestic_workers,
                                            sex == Sex::women ? io::RowSex::women : io::RowSex::men);
      if (!row || counted + row->value > workers * (1 + 1e-9)) continue;
      counted += row->value;
      margins_.push_back({{cell(c, sex, index(Sector::domestic_work))}, row->value});
    }
  }

 public:
  explicit SectorFit(Draft& draft) : draft_{draft} {
    start_from_priors();
    add_women_of_origins();
    add_destination_shares();
    add_corridor_cells();
    fit_proportionally(cells_, margins_, 400, 1e-6);
  }

  /// Small markets join the largest of their corridor and sex; then what is left is stored, scaled to the corridor's
  /// workers.
  void store() {
    for (std::size_t c = 0; c < draft_.base.corridors.size(); ++c) {
      const double workers = corridor(c).workers.value;
      double sum = 0;
      for (std::size_t i = 0; i < cells_per_corridor; ++i) sum += cells_[c * cells_per_corridor + i];
      for (std::size_t i = 0; i < cells_per_corridor; ++i) cells_[c * cells_per_corridor + i] *= workers / sum;
      for (const Sex sex : all_sexes) merge_small(c, sex, workers);
      for (std::size_t s = 0; s < sector_count; ++s) {
        for (const Sex sex : all_sexes) store_market(c, sex, s);
      }
    }
  }

 private:
  void merge_small(std::size_t c, Sex sex, double workers) {
    std::size_t largest = 0;
    for (std::size_t s = 1; s < sector_count; ++s) {
      if (cells_[cell(c, sex, s)] > cells_[cell(c, sex, largest)]) largest = s;
    }
    for (std::size_t s = 0; s < sector_count; ++s) {
      double& small = cells_[cell(c, sex, s)];
      if (s == largest || small >= smallest_share * workers || small >= smallest_persons) continue;
      cells_[cell(c, sex, largest)] += small;
      small = 0;
    }
  }

  void store_market(std::size_t c, Sex sex, std::size_t s) {
    const double persons = cells_[cell(c, sex, s)];
    if (persons <= 0) return;
    const std::string& to = destination(c);
    const bool counted =
        s == index(Sector::domestic_work) && draft_.seen
                                                 .stock_of(origin(c), to, io::StockKind::domestic_workers,
                                                           sex == Sex::women ? io::RowSex::women : io::RowSex::men)
                                                 .has_value();
    const std::string note =
        counted ? "domestic workers counted at the destination" : "fitted to known sums; sector prior of the region";
    draft_.base.markets.push_back({static_cast<CorridorId>(c),
                                   static_cast<Sector>(s),
                                   sex,
                                   {persons, counted ? corridor(c).workers.grade : Grade::model, note},
                                   {}});
  }
};

}  // namespace

void fill_markets(Draft& draft) {
  SectorFit fit{draft};
  fit.store();
}

}  // namespace sojourn::base
