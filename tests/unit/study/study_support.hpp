#pragma once
// A small study of the synthetic world, and looking up values in its result.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

#include "study/outcome.hpp"
#include "support/world.hpp"

namespace sojourn::study::test {

using namespace sojourn::test;

inline Scenario scenario(std::string name, std::vector<model::LeverSpec> levers = {}, std::string compared_with = "") {
  Scenario scenario;
  scenario.name = std::move(name);
  scenario.levers = std::move(levers);
  scenario.compared_with = std::move(compared_with);
  return scenario;
}

/// Baseline, a floor and a cap from July 2026, two years, at a coarse scale.
inline Study small_study(int replicates) {
  Study study;
  study.name = "small";
  study.start = first_recorded;
  study.end = first_recorded + 23;
  study.burn_in_months = 3;
  study.scale = 200;
  study.replicates = replicates;
  study.seed = 11;
  study.origins.assign(3, true);
  study.destinations.assign(4, true);
  study.scenarios = {scenario("baseline"),
                     scenario("floor", {wage_floor({aaa_gulf}, first_recorded + 6, 0.9, 450)}, "baseline"),
                     scenario("cap", {fee_cap({bbb_gulf}, first_recorded + 6, 0.9, 200)}, "baseline")};
  return study;
}

inline Outcome run(const Study& study, int threads = 2) {
  return run_study(study, synthetic_world().base, synthetic_world().fitted, {.threads = threads});
}

inline const io::Group* find_group(const Outcome& outcome, const std::string& path) {
  const auto& groups = outcome.file.groups;
  const auto found = std::ranges::find(groups, path, &io::Group::path);
  return found == groups.end() ? nullptr : &*found;
}

/// A variable with its axes' lengths; a value by the places along them.
class Array {
  const io::Variable* variable_ = nullptr;
  std::vector<std::size_t> lengths_;

 public:
  Array(const Outcome& outcome, const std::string& path, const std::string& name) {
    const io::Group* group = find_group(outcome, path);
    if (group == nullptr) throw std::runtime_error{"no group " + path};
    const auto found = std::ranges::find(group->variables, name, &io::Variable::name);
    if (found == group->variables.end()) throw std::runtime_error{"no variable " + name + " in " + path};
    variable_ = &*found;
    for (const std::string& axis : found->axes) {
      const auto its = std::ranges::find(group->axes, axis, &io::Axis::name);
      lengths_.push_back(std::visit([](const auto& labels) { return labels.size(); }, its->labels));
    }
  }
  [[nodiscard]] double at(const std::vector<std::size_t>& places) const {
    std::size_t place = 0;
    for (std::size_t i = 0; i < lengths_.size(); ++i) place = place * lengths_[i] + places.at(i);
    return std::visit(
        [place](const auto& values) -> double {
          if constexpr (std::is_same_v<std::decay_t<decltype(values)>, io::Text>)
            return 0;
          else
            return static_cast<double>(values.at(place));
        },
        variable_->values);
  }
  [[nodiscard]] std::size_t length(std::size_t axis) const { return lengths_.at(axis); }
  [[nodiscard]] const io::Values& values() const { return variable_->values; }
};

/// Equal to the bit, where missing values are equal too.
inline bool same_bits(const io::Values& one, const io::Values& other) {
  if (one.index() != other.index()) return false;
  const auto* floats = std::get_if<std::vector<float>>(&one);
  if (floats == nullptr) return one == other;
  return std::ranges::equal(*floats, std::get<std::vector<float>>(other), [](float a, float b) {
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
  });
}

/// Expects the same groups with the same values.
inline void expect_same_file(const Outcome& one, const Outcome& other) {
  ASSERT_EQ(one.file.groups.size(), other.file.groups.size());
  for (std::size_t g = 0; g < one.file.groups.size(); ++g) {
    const io::Group &mine = one.file.groups[g], &theirs = other.file.groups[g];
    EXPECT_EQ(mine.path, theirs.path);
    ASSERT_EQ(mine.variables.size(), theirs.variables.size()) << mine.path;
    for (std::size_t v = 0; v < mine.variables.size(); ++v) {
      EXPECT_EQ(mine.variables[v].name, theirs.variables[v].name);
      EXPECT_TRUE(same_bits(mine.variables[v].values, theirs.variables[v].values))
          << mine.path << '/' << mine.variables[v].name;
    }
  }
}

}  // namespace sojourn::study::test
