#include "sim/entrances.hpp"

#include <algorithm>
#include <cmath>

#include "model/decision.hpp"
#include "population/candidates.hpp"

namespace sojourn::sim {
namespace {

constexpr int fitting_rounds = 60;

// First departures a month of one skill, up to a factor: each stratum of taste as thinned by the years that it has lived.
double first_departures(const Markets& markets, const population::Cells& cells, const Exposure& exposure, std::size_t profile,
                        OriginId origin, Sex sex, Skill skill, double network, Month month) {
  const model::FittedConstants& fitted = markets.fitted();
  const std::size_t o = index(origin), x = index(sex);
  const double gain = markets.best_gain(origin, sex, skill, false);
  double sum = 0;
  for (std::size_t s = 0; s < population::strata; ++s) {
    const double floor = population::stratum_floor(s), ceiling = s + 1 < population::strata ? population::stratum_floor(s + 1) : 1.0;
    const double taste = normal_quantile(0.5 * (floor + ceiling));
    const double searches = model::search_hazard(Usd{gain}, taste, fitted.taste_mean[o][x], network, 1.0, markets.parameters()).value();
    const double leaves = searches / (1.0 + searches * fitted.search_months[o][x]) * fitted.accepted_per_search[o][x][0];
    for (std::size_t cell = profile; cell < cells.count(); cell += cells.profiles()) {
      const std::int32_t born = cells[cell].birth_year;
      sum += cells.slice(cell) * (ceiling - floor) * markets.age_factor(cells.age(cells[cell], month)) * leaves *
             std::exp(-leaves * exposure.until(month, born));
    }
  }
  return sum;
}

}  // namespace

Exposure::Exposure(const Markets& markets) : markets_{markets}, by_age_(static_cast<std::size_t>(population::oldest_age) + 2) {
  for (std::size_t age = 1; age < by_age_.size(); ++age) by_age_[age] = by_age_[age - 1] + 12.0 * markets.age_factor(static_cast<int>(age) - 1);
}

double Exposure::until(Month month, std::int32_t birth_year) const {
  const int age = std::clamp(month.year() - birth_year, 0, population::oldest_age);
  return by_age_[static_cast<std::size_t>(age)] + (month.of_year() - 1) * markets_.age_factor(age);
}

Month Exposure::when(double exposure, std::int32_t birth_year) const {
  const auto after = std::ranges::upper_bound(by_age_, exposure);
  const auto age = static_cast<std::int32_t>(std::max<std::ptrdiff_t>(0, after - by_age_.begin() - 1));
  const double factor = markets_.age_factor(age);
  const double months = factor > 0 ? (exposure - by_age_[static_cast<std::size_t>(age)]) / factor : 0.0;
  return Month{(birth_year + age) * 12 + std::clamp(static_cast<std::int32_t>(months), 0, 11)};
}

Entrances::Entrances(const Markets& markets, const population::Cells& cells, const Exposure& exposure, OriginId origin, Sex sex, Month month)
    : markets_{markets}, all_{markets.of(origin, sex)} {
  double abroad = 0;
  for (const Sex any : all_sexes) {
    for (const std::uint32_t k : markets.of(origin, any)) abroad += markets.base().markets[k].workers.value / markets.scale();
  }
  const auto persons = static_cast<double>((cells.persons_in_block(origin, Sex::women) + cells.persons_in_block(origin, Sex::men)) * cells.blocks());
  share_abroad_ = persons > 0 ? abroad / persons : 0.0;
  network_ = model::network_index(share_abroad_, false, markets.parameters());

  std::vector<double> flow, factor(all_.size(), 1.0);
  for (const std::uint32_t k : all_) {
    flow.push_back(markets[k].simulated ? markets.base().markets[k].workers.value / markets.base().corridor(markets[k].corridor).mean_stay_months : 0.0);
  }
  std::array<double, skill_count> leavers{};
  for (std::size_t s = 0; s < skill_count; ++s) {
    leavers[s] = first_departures(markets, cells, exposure, Markets::profile(origin, sex, static_cast<Skill>(s)), origin, sex,
                                  static_cast<Skill>(s), network_, month);
  }
  const auto weight = [&](std::size_t i, std::size_t s, std::size_t e) { 
    return flow[i] > 0 ? markets.choice_weights(origin, sex, static_cast<Skill>(s), e == 1).of_market[i] * factor[i] : 0.0;
  };
  // Iterative proportional fitting: leavers by skill against flows by market.
  for (int round = 0; round < fitting_rounds; ++round) {
    std::vector<double> entered(all_.size());
    double total = 0;
    for (std::size_t s = 0; s < skill_count; ++s) {
      double sum = 0;
      for (std::size_t i = 0; i < all_.size(); ++i) sum += weight(i, s, 0);
      if (sum <= 0) continue;
      for (std::size_t i = 0; i < all_.size(); ++i) entered[i] += leavers[s] * weight(i, s, 0) / sum;
      total += leavers[s];
    }
    double wanted = 0;
    for (const double value : flow) wanted += value;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (entered[i] > 0) factor[i] *= std::clamp(flow[i] / wanted * total / entered[i], 0.1, 10.0);
    }
  }
  for (std::size_t s = 0; s < skill_count; ++s) {
    for (std::size_t e = 0; e < 2; ++e) {
      double sum = 0;
      for (std::size_t i = 0; i < all_.size(); ++i) sums_[s][e].push_back(sum += weight(i, s, e));
    }
  }
}

std::uint16_t Entrances::pick(Skill skill, std::uint16_t last_market, double u) const {
  const std::vector<double>& sums = sums_[index(skill)][last_market == no_market ? 0 : 1];
  if (sums.empty() || sums.back() <= 0) return no_market;
  double back = 0;  // what ties to the last market add to its weight
  if (last_market != no_market) {
    const auto place = static_cast<std::size_t>(std::ranges::lower_bound(all_, last_market) - all_.begin());
    back = (sums[place] - (place > 0 ? sums[place - 1] : 0.0)) * std::expm1(markets_.parameters().attachment);
  }
  const double target = u * (sums.back() + back);
  if (target >= sums.back()) return last_market;
  return static_cast<std::uint16_t>(all_[static_cast<std::size_t>(std::ranges::upper_bound(sums, target) - sums.begin())]);
}

}  // namespace sojourn::sim
