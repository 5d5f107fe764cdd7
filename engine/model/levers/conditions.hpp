#pragma once
// Levers that reach only some persons: the common keys `only` and `pilot_percent` (INTERFACE 2).
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/calendar.hpp"
#include "core/person.hpp"
#include "core/random.hpp"

namespace sojourn::model {

struct Parameters;

/// Levers with conditions that may reach one market in one month: terms are kept for every set of them.
inline constexpr std::size_t most_levers_for_some = 8;

/// What a person must be for a lever to reach it, beside the filters. All hold together; the default is "anybody".
struct Conditions {
  bool first_timers = false;                 ///< never worked abroad before
  std::optional<Month> arrived_after{};      ///< at the destination, after this month
  std::optional<int> age_min_years{};        ///< inclusive
  std::optional<int> age_max_years{};        ///< inclusive
  std::optional<int> children_under_years{}; ///< the youngest child is younger
  double communities_percent = 100;          ///< random share of home communities, 0 to 100
  double pilot_percent = 100;                ///< random share of persons, 0 to 100

  /// False if the lever reaches everybody whom its filters reach.
  [[nodiscard]] bool any() const noexcept;
  friend bool operator==(const Conditions&, const Conditions&) = default;
};

/// What of a person conditions ask for. Somebody who has not arrived yet counts as arriving this month.
struct PersonFacts {
  PersonId person;
  std::uint64_t community = 0;  ///< key of the home community
  std::int32_t spells_before = 0;  ///< abroad, the present one apart
  Month arrived;
  std::int32_t age_years = 0;
};

/// What random shares of a lever are keyed by: its id and nothing else, so that they are the same persons and
/// communities in every scenario, whatever else stands there. Of a clause the agreement's id: all its clauses reach the same.
[[nodiscard]] std::int32_t lever_key(std::string_view id) noexcept;

/// Whether a lever of these conditions and key reaches the person. Pure: the same at any time for the same facts; a
/// larger `pilot_percent` or `communities_percent` reaches the same and more.
[[nodiscard]] bool meets(const Conditions& conditions, std::int32_t lever_key, const PersonFacts& person, RunKey run,
                         const Parameters& parameters);

/// Shares that whole markets are expected to have, 0 to 1: of first-timers among new hires, of persons by age.
struct ExpectedShares {
  double first_timers = 0.5;
  Month month;  ///< in which persons would arrive
};
/// Expected share of a market's new hires who meet the conditions, as if these were independent of one another
/// (docs/developers/levers-for-some.md). Ages are weighted by how likely each is to go.
[[nodiscard]] double expected_share(const Conditions& conditions, const ExpectedShares& market, const Parameters& parameters);

}  // namespace sojourn::model
