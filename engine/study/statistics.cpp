#include "study/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <map>

namespace sojourn::study {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> finite_of(std::span<const double> values) {
  std::vector<double> finite;
  for (const double value : values) {
    if (std::isfinite(value)) finite.push_back(value);
  }
  return finite;
}

double quantile_of(std::vector<double> sorted, double share) {
  if (sorted.empty()) return missing;
  std::ranges::sort(sorted);
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - static_cast<double>(below));
}

// Student's t for a two-sided interval; a handful of (count, percent) pairs make up a study.
double t_value(int count, double interval_percent) {
  thread_local std::map<std::pair<int, double>, double> known;
  const auto [found, fresh] = known.try_emplace({count, interval_percent}, 0.0);
  if (fresh) {
    const boost::math::students_t_distribution<double> t{static_cast<double>(count - 1)};
    found->second = boost::math::quantile(t, 0.5 + interval_percent / 200.0);
  }
  return found->second;
}

Summary moments(const std::vector<double>& finite) {
  Summary result;
  result.count = static_cast<int>(finite.size());
  result.mean = result.sd = result.se = result.lower = result.median = result.upper = missing;
  if (finite.empty()) return result;
  double sum = 0;
  for (const double value : finite) sum += value;
  result.mean = sum / static_cast<double>(finite.size());
  result.median = quantile_of(finite, 0.5);
  if (finite.size() < 2) return result;
  double squares = 0;
  for (const double value : finite) squares += (value - result.mean) * (value - result.mean);
  result.sd = std::sqrt(squares / static_cast<double>(finite.size() - 1));
  result.se = result.sd / std::sqrt(static_cast<double>(finite.size()));
  return result;
}

}  // namespace

Summary summarise(std::span<const double> values, double interval_percent) {
  Summary result = moments(finite_of(values));
  if (result.count < 2) return result;
  const double half = t_value(result.count, interval_percent) * result.se;
  result.lower = result.mean - half;
  result.upper = result.mean + half;
  return result;
}

Summary spread(std::span<const double> values, double interval_percent) {
  const std::vector<double> finite = finite_of(values);
  Summary result = moments(finite);
  result.lower = quantile_of(finite, 0.5 - interval_percent / 200.0);
  result.upper = quantile_of(finite, 0.5 + interval_percent / 200.0);
  return result;
}

PairedEffect paired_effect(std::span<const double> scenario, std::span<const double> baseline, double interval_percent) {
  std::vector<double> differences, mine, theirs;
  for (std::size_t r = 0; r < scenario.size(); ++r) {
    if (!std::isfinite(scenario[r]) || !std::isfinite(baseline[r])) continue;
    differences.push_back(scenario[r] - baseline[r]);
    mine.push_back(scenario[r]);
    theirs.push_back(baseline[r]);
  }
  PairedEffect effect;
  effect.difference = summarise(differences, interval_percent);
  for (const double d : differences) effect.same_sign += (d > 0 && effect.difference.mean > 0) || (d < 0 && effect.difference.mean < 0) ? 1 : 0;
  const double own = moments(mine).sd, other = moments(theirs).sd;
  effect.pairing_gain = effect.difference.sd > 0 ? (own * own + other * other) / (effect.difference.sd * effect.difference.sd) : missing;
  return effect;
}

}  // namespace sojourn::study
