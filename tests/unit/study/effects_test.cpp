// Effects are paired differences with a t interval: worked out once more, by hand, from the levels in the same file.
#include <gtest/gtest.h>

#include <cmath>

#include "model/indicators.hpp"
#include "study_support.hpp"

namespace sojourn::study::test {
namespace {

constexpr std::size_t replicates = 4;
constexpr double t_90_of_4 = 2.353363435;  // Student's t, 3 degrees of freedom, 95th percentile

const Outcome& outcome() {
  static const Outcome outcome = run(small_study(replicates));
  return outcome;
}

struct Effect {
  double mean = 0, se = 0, lower = 0, upper = 0;
};

Effect paired(const std::vector<double>& mine, const std::vector<double>& theirs) {
  Effect effect;
  for (std::size_t r = 0; r < replicates; ++r) effect.mean += (mine[r] - theirs[r]) / replicates;
  double squares = 0;
  for (std::size_t r = 0; r < replicates; ++r) squares += std::pow(mine[r] - theirs[r] - effect.mean, 2);
  effect.se = std::sqrt(squares / (replicates - 1) / replicates);
  effect.lower = effect.mean - t_90_of_4 * effect.se;
  effect.upper = effect.mean + t_90_of_4 * effect.se;
  return effect;
}

void expect_effect(const Array& effects, std::vector<std::size_t> places, const Effect& expected, double rounding) {
  // Axis "stat" is second: mean, se, lower, median, upper.
  const auto stat = [&](std::size_t which) {
    places[1] = which;
    return effects.at(places);
  };
  EXPECT_NEAR(stat(0), expected.mean, rounding);
  EXPECT_NEAR(stat(1), expected.se, rounding);
  EXPECT_NEAR(stat(2), expected.lower, 3 * rounding);
  EXPECT_NEAR(stat(4), expected.upper, 3 * rounding);
}

// Counts are whole in the file; effects are floats of 24 bits: 0.01 covers counts of 100,000.
TEST(Effects, OfDeploymentsAreThoseOfTheReplicatesInPairs) {
  const Array levels(outcome(), "/annual/corridor", "deployments"),
      effects(outcome(), "/effects/annual_corridor", "deployments");
  ASSERT_EQ(levels.length(1), replicates);
  ASSERT_EQ(effects.length(0), 2U) << "the baseline has no effect";
  double largest = 0;
  for (std::size_t s = 1; s < 3; ++s) {
    for (std::size_t year = 0; year < 2; ++year) {
      for (std::size_t corridor = 0; corridor < 5; ++corridor) {
        for (std::size_t sex = 0; sex < 2; ++sex) {
          std::vector<double> mine, theirs;
          for (std::size_t r = 0; r < replicates; ++r) {
            mine.push_back(levels.at({s, r, year, corridor, sex}));
            theirs.push_back(levels.at({0, r, year, corridor, sex}));
          }
          const Effect expected = paired(mine, theirs);
          expect_effect(effects, {s - 1, 0, year, corridor, sex}, expected, 0.01);
          largest = std::max(largest, std::abs(expected.mean));
        }
      }
    }
  }
  EXPECT_GT(largest, 1000) << "the floor does something";
}

TEST(Effects, OfAMeanAreDifferencesOfTheRunsMeansAndOfBothSexesTogether) {
  const Array levels(outcome(), "/monthly/origin", "mean_recruitment_cost_usd_both");
  const Array effects(outcome(), "/effects/monthly_origin", "mean_recruitment_cost_usd_both");
  for (std::size_t month = 5; month < 24; month += 6) {
    std::vector<double> mine, theirs;
    for (std::size_t r = 0; r < replicates; ++r) {
      mine.push_back(levels.at({2, r, month, index(bbb)}));
      theirs.push_back(levels.at({0, r, month, index(bbb)}));
    }
    expect_effect(effects, {1, 0, month, index(bbb)}, paired(mine, theirs), 0.01);
  }
}

TEST(Effects, InTheHeadlineAreYearlyMeansOverTheMonthsFromTheStartOn) {
  const Array levels(outcome(), "/monthly/origin", "deployments");
  const Headline& headline = outcome().headlines.at(0);
  EXPECT_EQ(headline.scenario, "floor");
  EXPECT_EQ(headline.baseline, "baseline");
  EXPECT_EQ(headline.origins_label, "AAA") << "the floor reaches AAA alone";
  EXPECT_EQ(headline.from, first_recorded + 6);
  EXPECT_EQ(headline.to, first_recorded + 23);
  constexpr double months = 18;
  for (const EffectRow& row : headline.rows) {
    if (row.indicator != "deployments") continue;
    std::vector<double> mine(replicates), theirs(replicates);
    double baseline = 0;
    for (std::size_t r = 0; r < replicates; ++r) {
      for (std::size_t month = 6; month < 24; ++month) {
        for (std::size_t sex = 0; sex < 2; ++sex) {
          if (row.sex < 2 && static_cast<std::size_t>(row.sex) != sex) continue;
          mine[r] += levels.at({1, r, month, index(aaa), sex}) * 12 / months;
          theirs[r] += levels.at({0, r, month, index(aaa), sex}) * 12 / months;
        }
      }
      baseline += theirs[r] / replicates;
    }
    const Effect expected = paired(mine, theirs);
    EXPECT_NEAR(row.baseline_value, baseline, 1e-6 * baseline);
    EXPECT_NEAR(row.effect, expected.mean, 1e-6 * baseline);
    EXPECT_NEAR(row.lower, expected.lower, 1e-6 * baseline);
    EXPECT_NEAR(row.upper, expected.upper, 1e-6 * baseline);
    EXPECT_EQ(row.pairs, static_cast<int>(replicates));
    EXPECT_TRUE(row.has_interval);
    int agree = 0;
    for (std::size_t r = 0; r < replicates; ++r) agree += (mine[r] - theirs[r]) * expected.mean > 0 ? 1 : 0;
    EXPECT_EQ(row.same_sign, agree);
  }
}

struct Place {
  double women = 0, men = 0, departures_of_women = 0, departures_of_men = 0;
};

// Sums of all months of an origin, of one replicate.
Place whole_period(std::size_t scenario, std::size_t replicate, std::size_t origin) {
  const Array departures(outcome(), "/monthly/origin", "deployments"),
      cost(outcome(), "/monthly/origin", "mean_recruitment_cost_usd");
  Place place;
  for (std::size_t month = 0; month < 24; ++month) {
    for (const std::size_t sex : {0U, 1U}) {
      const double people = departures.at({scenario, replicate, month, origin, sex});
      if (people == 0) continue;
      (sex == 0 ? place.departures_of_women : place.departures_of_men) += people;
      (sex == 0 ? place.women : place.men) += people * cost.at({scenario, replicate, month, origin, sex});
    }
  }
  place.women /= place.departures_of_women;
  place.men /= place.departures_of_men;
  return place;
}

// One sample against nothing: the interval of a mean.
Effect mean_of(const std::vector<double>& values) { return paired(values, std::vector<double>(values.size())); }

TEST(Gaps, AreTakenReplicateByReplicateWithTheIntervalOfTheirMean) {
  for (const std::size_t s : {0U, 1U}) {
    std::vector<double> shares, costs;
    for (std::size_t r = 0; r < replicates; ++r) {
      const Place place = whole_period(s, r, index(aaa));
      shares.push_back(100 * place.departures_of_women / (place.departures_of_women + place.departures_of_men));
      costs.push_back(place.women - place.men);
    }
    expect_effect({outcome(), "/gaps/origin", "deployments_women_percent"}, {s, 0, index(aaa)}, mean_of(shares), 0.01);
    expect_effect({outcome(), "/gaps/origin", "mean_recruitment_cost_usd_gap"}, {s, 0, index(aaa)}, mean_of(costs),
                  0.1);
  }
}

TEST(Gaps, StandBesideWomenAndMenInOneGroup) {
  const Array both(outcome(), "/gaps/origin", "mean_recruitment_cost_usd"),
      gap(outcome(), "/gaps/origin", "mean_recruitment_cost_usd_gap");
  for (std::size_t s = 0; s < 3; ++s) {
    EXPECT_NEAR(gap.at({s, 0, index(bbb)}), both.at({s, 0, index(bbb), 0}) - both.at({s, 0, index(bbb), 1}), 0.1);
  }
  const Array corridors(outcome(), "/gaps/corridor", "deployments");
  double by_corridor = 0;
  const Array by_origin(outcome(), "/gaps/origin", "deployments");
  for (const std::size_t corridor : {0U, 1U}) by_corridor += corridors.at({1, 0, corridor, 1});  // the two of AAA
  EXPECT_NEAR(by_corridor, by_origin.at({1, 0, index(aaa), 1}), 2e-5 * by_corridor);
}

TEST(Gaps, OfAnEffectAreEffectsOnTheGap) {
  std::vector<double> mine, theirs;
  const Array effect(outcome(), "/effects/period", "deployments_women_percent");
  // From the start of the levers on.
  for (std::size_t r = 0; r < replicates; ++r) {
    for (const std::size_t s : {0U, 1U}) {
      const Array departures(outcome(), "/monthly/origin", "deployments");
      double women = 0, all = 0;
      for (std::size_t month = 6; month < 24; ++month) {
        women += departures.at({s, r, month, index(aaa), 0});
        all += departures.at({s, r, month, index(aaa), 0}) + departures.at({s, r, month, index(aaa), 1});
      }
      (s == 1 ? mine : theirs).push_back(100 * women / all);
    }
  }
  expect_effect(effect, {0, 0, index(aaa)}, paired(mine, theirs), 0.01);
}

TEST(Gaps, AreToldOfEveryScenarioInAnAnalystsTable) {
  ASSERT_EQ(outcome().gaps.size(), 3U);
  const GapTable& table = outcome().gaps[1];
  EXPECT_EQ(table.scenario, "floor");
  EXPECT_EQ(table.origins_label, "AAA, BBB, CCC");
  EXPECT_EQ(table.replicates, static_cast<int>(replicates));
  for (const GapRow& row : table.rows) {
    EXPECT_EQ(row.is_share, model::find_indicator(row.indicator)->adds_up()) << row.indicator;
    if (row.is_share || row.gap.count < static_cast<int>(replicates)) continue;
    EXPECT_NEAR(row.gap.mean, row.women.mean - row.men.mean,
                1e-9 * (1 + std::abs(row.women.mean) + std::abs(row.men.mean)));
    EXPECT_LE(row.gap.lower, row.gap.mean);
  }
}

TEST(Effects, HaveNoIntervalWithOneReplicate) {
  const Outcome one = run(small_study(1));
  for (const EffectRow& row : one.headlines.at(0).rows) {
    EXPECT_FALSE(row.has_interval);
    EXPECT_TRUE(std::isnan(row.lower) && std::isnan(row.upper)) << row.indicator;
  }
  const Array effects(one, "/effects/annual_corridor", "deployments");
  EXPECT_TRUE(std::isfinite(effects.at({0, 0, 1, 0, 0}))) << "the difference itself is known";
  for (const std::size_t stat : {1U, 2U, 4U})
    EXPECT_TRUE(std::isnan(effects.at({0, stat, 1, 0, 0}))) << "stat " << stat;
  EXPECT_TRUE(std::ranges::any_of(
      one.notes, [](const std::string& note) { return note.find("two or more") != std::string::npos; }));
}

TEST(Effects, AreExactlyZeroWhereNothingFollowsFromTheLever) {
  const Array effects(outcome(), "/effects/monthly_origin", "deployments");
  for (std::size_t s = 0; s < 2; ++s) {
    for (std::size_t stat = 0; stat < 5; ++stat) {
      for (std::size_t month = 0; month < 24; ++month) {
        EXPECT_EQ(effects.at({s, stat, month, index(ccc), 0}), 0) << "CCC shares no employer with the others";
        if (month < 6) {
          EXPECT_EQ(effects.at({s, stat, month, index(aaa), 0}), 0) << "before the start";
        }
      }
    }
  }
}

TEST(Effects, GainFromPairing) {
  EXPECT_GT(outcome().variance_share_saved, 0);
  EXPECT_LE(outcome().variance_share_saved, 1);
}

TEST(Levels, AddUpFromMonthsToYearsAndFromOriginsToCorridors) {
  const Array monthly(outcome(), "/monthly/origin", "deployments"),
      annual(outcome(), "/annual/corridor", "deployments");
  for (std::size_t s = 0; s < 3; ++s) {
    for (std::size_t r = 0; r < replicates; ++r) {
      for (std::size_t sex = 0; sex < 2; ++sex) {
        double months = 0, years = 0;
        for (std::size_t month = 0; month < 24; ++month) months += monthly.at({s, r, month, index(aaa), sex});
        for (std::size_t year = 0; year < 2; ++year)
          years += annual.at({s, r, year, 0, sex}) + annual.at({s, r, year, 1, sex});
        EXPECT_EQ(months, years);
        EXPECT_GT(months, 0);
        EXPECT_EQ(std::fmod(months, 200), 0) << "persons: each simulated one stands for 200";
      }
    }
  }
}

}  // namespace
}  // namespace sojourn::study::test
