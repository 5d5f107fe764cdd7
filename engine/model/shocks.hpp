#pragma once
// Shocks: what strikes corridors from outside, and what it says on one market in one month (MODEL 5.16).
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// What all shocks of a scenario say in one month on a destination and sector (activity, oil price), a corridor
/// (departures, returns), a market (jobs, hazards, expulsion) and an origin (currency, income, wealth).
/// Defaults are "no shock": factors of 1 and shares of 0, so that without one not a bit of a result moves.
struct ShockTerms {
  double activity = 1;         ///< factor on the index of activity Y
  double oil_price = 1;        ///< mean price of the lag over the usual one
  double departures_open = 1;  ///< departures admitted, as a share of the corridor's usual monthly flow
  double returns_open = 1;     ///< seats home, as a share of the corridor's usual monthly returns
  double job_loss = 0;         ///< chance a month that a worker loses the job to the shock, 0 to 1
  double hazard_factor = 1;    ///< on hazards of harm and of death
  double death_factor = 1;     ///< on the hazard of death
  double expelled = 0;         ///< chance a month that a worker in irregular status is expelled, 0 to 1
  double origin_currency = 1;  ///< value of the origin's currency in dollars over the usual one
  double home_income = 1;      ///< factor on wages at home
  double home_wealth = 1;      ///< factor on what people at home own

  friend bool operator==(const ShockTerms&, const ShockTerms&) = default;
};

/// One shock of a scenario, read and checked.
struct ShockSpec {
  std::string kind;
  std::string id;
  Reach reach;
  Month start;
  std::optional<Month> end;  ///< last month at full strength; none: it lasts
  int recovery_months = 0;
  std::map<std::string, double> numbers;  ///< strength keys
  std::string why, source;
  std::string as_written;  ///< "file.toml:8", for messages and provenance

  /// How much of it acts in `month`: 1 from `start` to `end`, in month k of n of the recovery 1 - k/n, 0 otherwise.
  [[nodiscard]] double strength(Month month) const;
  /// Mean strength of the `lag_months` months up to `month`; that of `month` itself where the lag is 0.
  [[nodiscard]] double lagged_strength(Month month, int lag_months) const;
  /// Percent key as a share: `numbers[key] / 100`.
  [[nodiscard]] double share(const std::string& key) const { return numbers.at(key) / 100.0; }
};
/// Whether two shocks say the same; where they are written does not count.
[[nodiscard]] bool same_shock(const ShockSpec& a, const ShockSpec& b);

/// Filters that a kind can act on: a currency has no sectors, and a filter that does nothing would be a lie.
enum ShockFilter : std::uint32_t {
  filter_origins = 1,
  filter_destinations = 2,
  filter_corridors = 4,
  filter_sectors = 8,
  filter_sexes = 16,
  filter_skills = 32
};
inline constexpr std::uint32_t filter_places = filter_origins | filter_destinations | filter_corridors;
/// Names of the filters, in the order of their bits.
inline constexpr std::array<std::string_view, 6> shock_filter_names{"origins", "destinations", "corridors",
                                                                    "sectors", "sexes",        "skills"};

/// One kind of shock. Adding one: its entry in shocks/kinds.cpp, and its line in the list there.
struct ShockKind {
  std::string_view name;
  std::string_view summary;               ///< one line
  std::string_view acts_through;          ///< the mechanisms, by name and number
  std::string_view evidence;              ///< with grades
  std::string_view example;               ///< TOML to paste
  std::uint32_t filters = filter_places;  ///< bits of ShockFilter
  std::string_view why_not_others;        ///< half a sentence for a filter that it cannot take
  std::span<const KeySpec> keys{};        ///< numbers and whole numbers
  /// Adds the shock, as strong as it is in `month`, to the terms of one market.
  void (*apply)(const ShockSpec& shock, Month month, ShockTerms& terms) = nullptr;
};

/// Every kind that exists, in the order of `sojourn levers`.
[[nodiscard]] std::span<const ShockKind* const> shock_kinds();
/// The kind of that name, or nullptr.
[[nodiscard]] const ShockKind* find_shock_kind(std::string_view name);

/// The terms of one market in `month`: every shock that reaches it, applied in the order of their ids, so that the
/// order of a file moves nothing. Factors multiply, chances combine as independent ones, the least open border holds.
/// `shocks` must have been read and checked: their kinds exist.
[[nodiscard]] ShockTerms shock_terms(std::span<const ShockSpec> shocks, Month month, CorridorId corridor, Sector sector,
                                     Sex sex);

/// Factor on the desired stock of a destination and sector: Y^e_Y, and where oil drives the economy also P^e_oil.
[[nodiscard]] double activity_factor(const ShockTerms& terms, bool oil_economy, const Parameters& parameters);
/// Home value of a dollar earned abroad, e(m): 1 over the value of the origin's currency.
[[nodiscard]] double home_value(const ShockTerms& terms) noexcept;
/// Evacuation seats of a corridor that can fly in a month, persons: those with a corridor of their own, and of the others the
/// share of the way home that is open (docs/model/shocks.md, eq. 10).
[[nodiscard]] double evacuation_places(const MarketTerms& rules, const ShockTerms& terms) noexcept;

}  // namespace sojourn::model
