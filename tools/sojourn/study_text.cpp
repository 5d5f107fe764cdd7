#include "study_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "number_text.hpp"

namespace sojourn::cli {
namespace {

class GradeCount {
  double observed_ = 0, recalled_ = 0, filled_ = 0;

 public:
  /// `workers` who stand behind the level: a level that concerns few counts little.
  void add(const model::Level& level, double workers) {
    if (level.grade == Grade::a || level.grade == Grade::b)
      observed_ += workers;
    else if (level.grade == Grade::c)
      recalled_ += workers;
    else
      filled_ += workers;
  }
  void add_corridor(const model::Corridor& corridor) {
    const double workers = corridor.workers.value;
    add(corridor.workers, workers);
    add(corridor.new_hires_per_year, workers);
    add(corridor.remittance_cost_percent, workers);
    for (const model::Level& cost : corridor.documented_cost_usd) add(cost, workers / 2);
    for (const model::Level& cost : corridor.recruitment_cost_months) {
      if (cost.value > 0) add(cost, workers / 2);  // 0: no target, so no level
    }
  }
  void add_market(const model::Market& market) {
    add(market.workers, market.workers.value);
    add(market.wage_usd_per_month, market.workers.value);
  }
  [[nodiscard]] GradeShares shares() const {
    const double all = observed_ + recalled_ + filled_;
    if (all == 0) return {};
    return {100 * observed_ / all, 100 * recalled_ / all, 100 * filled_ / all};
  }
};

bool reaches_origin(const model::Reach& reach, const model::BaseYear& base, std::size_t origin) {
  for (std::size_t c = 0; c < base.corridors.size() && c < reach.corridors.size(); ++c) {
    if (reach.corridors[c] && index(base.corridors[c].origin) == origin) return true;
  }
  return false;
}

bool same_lever(const model::LeverSpec& a, const model::LeverSpec& b) {
  return a.id == b.id && a.kind == b.kind && a.reach.corridors == b.reach.corridors && a.numbers == b.numbers &&
         a.words == b.words && a.start == b.start && a.end == b.end && a.phase_in_months == b.phase_in_months &&
         std::ranges::equal(a.implementation, b.implementation,
                            [](const auto& x, const auto& y) { return x.from == y.from && x.level == y.level; });
}

bool in_every_scenario(const model::LeverSpec& lever, const study::Study& study) {
  return std::ranges::all_of(study.scenarios, [&](const study::Scenario& scenario) {
    return std::ranges::any_of(scenario.levers,
                               [&](const model::LeverSpec& other) { return same_lever(lever, other); });
  });
}

bool in_every_scenario(const model::ShockSpec& shock, const study::Study& study) {
  return std::ranges::all_of(study.scenarios, [&](const study::Scenario& scenario) {
    return std::ranges::any_of(scenario.shocks,
                               [&](const model::ShockSpec& other) { return model::same_shock(shock, other); });
  });
}

}  // namespace

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
  const std::string plural = many.empty() ? one + "s" : many;
  return fmt::format("{} {}", with_separators(static_cast<double>(number)), number == 1 ? one : plural);
}

std::string study_lines(const study::Study& study) {
  std::vector<std::string> names;
  for (const study::Scenario& scenario : study.scenarios) names.push_back(scenario.name);
  const auto origins = static_cast<std::size_t>(std::ranges::count(study.origins, true));
  return fmt::format("{}: {} ({}), {}, central parameters, seed {}\n  {} to {}, 1 in {} of {}\n", study.name,
                     counted(names.size(), "scenario"), fmt::join(names, ", "),
                     counted(static_cast<std::size_t>(study.replicates), "replicate"), study.seed,
                     to_string(study.start), to_string(study.end), with_separators(study.scale),
                     counted(origins, "origin"));
}

GradeShares grade_shares(const model::BaseYear& base, const std::vector<bool>& origins) {
  GradeCount count;
  const auto wanted = [&](const model::Corridor& corridor) {
    return index(corridor.origin) < origins.size() && origins[index(corridor.origin)];
  };
  for (const model::Corridor& corridor : base.corridors) {
    if (wanted(corridor)) count.add_corridor(corridor);
  }
  for (const model::Market& market : base.markets) {
    if (wanted(base.corridor(market.corridor))) count.add_market(market);
  }
  return count.shares();
}

std::vector<bool> origins_in_question(const study::Study& study, const model::BaseYear& base) {
  std::vector<bool> reached(base.origins.size(), false);
  const auto add = [&](const model::Reach& reach) {
    for (std::size_t o = 0; o < reached.size(); ++o) reached[o] = reached[o] || reaches_origin(reach, base, o);
  };
  for (const study::Scenario& scenario : study.scenarios) {
    for (const model::LeverSpec& lever : scenario.levers) {
      if (!in_every_scenario(lever, study)) add(lever.reach);
    }
    for (const model::ShockSpec& shock : scenario.shocks) {
      if (!in_every_scenario(shock, study)) add(shock.reach);
    }
  }
  return std::ranges::count(reached, true) > 0 ? reached : study.origins;
}

std::string origins_text(const std::vector<bool>& origins, const model::BaseYear& base) {
  std::vector<std::string> codes;
  for (std::size_t o = 0; o < origins.size() && o < base.origins.size(); ++o) {
    if (origins[o]) codes.push_back(base.origins[o].code);
  }
  return codes.size() > 4 ? counted(codes.size(), "origin") : fmt::format("{}", fmt::join(codes, ", "));
}

std::string data_line(const study::Study& study, const model::BaseYear& base) {
  const std::vector<bool> origins = origins_in_question(study, base);
  const GradeShares shares = grade_shares(base, origins);
  return fmt::format(
      "{:.0f} % of the levels behind {} rest on grade A or B, {:.0f} % on C, {:.0f} % are filled by method (sojourn "
      "check --data)",
      shares.observed, origins_text(origins, base), shares.recalled, shares.filled);
}

}  // namespace sojourn::cli
