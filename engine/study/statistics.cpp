#include "study/statistics.hpp"

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <map>

namespace sojourn::study {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Replicates of one value: few, so that they seldom need the heap, millions of times in a study.
using Sample = boost::container::small_vector<double, 32>;

Sample finite_of(std::span<const double> values) {
  Sample finite;
  for (const double value : values) {
    if (std::isfinite(value)) finite.push_back(value);
  }
  return finite;
}

Sample sorted(Sample values) {
  std::ranges::sort(values);
  return values;
}

double quantile_of(const Sample& ascending, double share) {
  if (ascending.empty()) return missing;
  const double place = share * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, ascending.size() - 1);
  return ascending[below] + (ascending[above] - ascending[below]) * (place - static_cast<double>(below));
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

struct Moments {
  double mean = missing, sd = missing;
};

Moments moments(const Sample& finite) {
  Moments result;
  if (finite.empty()) return result;
  double sum = 0;
  for (const double value : finite) sum += value;
  result.mean = sum / static_cast<double>(finite.size());
  if (finite.size() < 2) return result;
  double squares = 0;
  for (const double value : finite) squares += (value - result.mean) * (value - result.mean);
  result.sd = std::sqrt(squares / static_cast<double>(finite.size() - 1));
  return result;
}

// Without bounds, which depend on what is asked.
Summary summary_of(const Sample& finite, const Sample& ascending) {
  const Moments found = moments(finite);
  Summary result{.mean = found.mean, .sd = found.sd, .se = missing, .lower = missing, .median = quantile_of(ascending, 0.5), .upper = missing,
                 .count = static_cast<int>(finite.size())};
  if (finite.size() >= 2) result.se = found.sd / std::sqrt(static_cast<double>(finite.size()));
  return result;
}

Summary with_t_interval(const Sample& finite, double interval_percent) {
  Summary result = summary_of(finite, sorted(finite));
  if (result.count < 2) return result;
  const double half = t_value(result.count, interval_percent) * result.se;
  result.lower = result.mean - half;
  result.upper = result.mean + half;
  return result;
}

}  // namespace

Summary summarise(std::span<const double> values, double interval_percent) { return with_t_interval(finite_of(values), interval_percent); }

Summary spread(std::span<const double> values, double interval_percent) {
  const Sample finite = finite_of(values);
  const Sample ascending = sorted(finite);
  Summary result = summary_of(finite, ascending);
  result.lower = quantile_of(ascending, 0.5 - interval_percent / 200.0);
  result.upper = quantile_of(ascending, 0.5 + interval_percent / 200.0);
  return result;
}

PairedEffect paired_effect(std::span<const double> scenario, std::span<const double> baseline, double interval_percent) {
  Sample differences, mine, theirs;
  for (std::size_t r = 0; r < scenario.size(); ++r) {
    if (!std::isfinite(scenario[r]) || !std::isfinite(baseline[r])) continue;
    differences.push_back(scenario[r] - baseline[r]);
    mine.push_back(scenario[r]);
    theirs.push_back(baseline[r]);
  }
  PairedEffect effect;
  effect.difference = with_t_interval(differences, interval_percent);
  for (const double d : differences) effect.same_sign += (d > 0 && effect.difference.mean > 0) || (d < 0 && effect.difference.mean < 0) ? 1 : 0;
  const double own = moments(mine).sd, other = moments(theirs).sd;
  effect.pairing_gain = effect.difference.sd > 0 ? (own * own + other * other) / (effect.difference.sd * effect.difference.sd) : missing;
  return effect;
}

}  // namespace sojourn::study
