#pragma once
// Scenario files in: TOML text to a checked study, or every mistake of every file at once (docs/formats/scenario.md).
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "io/reference_rates.hpp"
#include "io/reference_tables.hpp"
#include "study/scenario.hpp"

namespace sojourn::io {

/// A country as filters name it.
struct Place {
  std::string code;  ///< ISO 3166 alpha-3, or SEA, ROW
  std::string name;
};

/// A model parameter that a scenario may fix.
struct ParameterRange {
  std::string name;
  double lowest = 0, highest = 0;
};

/// What a scenario may speak of. Plain codes, so that the language can be tested without tables.
struct ReaderContext {
  std::vector<Place> origins;                                  ///< by OriginId
  std::vector<Place> destinations;                             ///< by DestinationId
  std::vector<std::pair<std::size_t, std::size_t>> corridors;  ///< (origin, destination) by CorridorId
  std::vector<ParameterRange> parameters;
  std::map<std::string, ExchangeRate> rates;   ///< of the price year, by currency
  std::optional<std::vector<int>> base_years;  ///< that the tables can serve, in order; nothing: any
  std::vector<std::string> indicators;         ///< names and groups that `output.indicators` may hold besides "all"
  std::vector<RuleInForceRow> rules_in_force;  ///< levers that every scenario has ahead of its own
  std::string rules_file;                      ///< the table that holds them, as messages name it
  std::uint32_t grades = 0x7;                  ///< bit per Grade A, B, C: rules of other grades are left out
  std::filesystem::path library;               ///< folder of the shipped scenarios
  std::optional<std::string> standard_input;   ///< text of the file `-`; at most most_scenario_bytes are accepted
  std::vector<std::string> overrides;          ///< of `--set`, each `key=value`
  bool alone = false;                          ///< of `--alone`: nothing to compare with
  std::string baseline;  ///< of `--baseline NAME`: a scenario of the study; empty: as the files say
};

/// Name of the scenario that is read from standard input.
inline constexpr std::string_view standard_input_name = "stdin";
inline constexpr std::size_t most_scenario_bytes = 1024 * 1024;

/// Reads `files` and what they extend as one study; a file `-` is `context.standard_input`.
///
/// \param remarks if given, gets warnings and notes: a lever never in force, amounts converted from local money.
/// \throws InputError with every mistake of all files, ordered by file and position.
[[nodiscard]] study::Study read_study(const std::vector<std::filesystem::path>& files, const ReaderContext& context,
                                      std::vector<Diagnostic>* remarks = nullptr);

/// Every rule of the context's table, with its own months. \throws InputError
[[nodiscard]] std::vector<model::LeverSpec> reference_rules(const ReaderContext& context);
/// Those in force in `month`, as levers that hold in every month: what a base year's levels were counted under.
/// \throws InputError
[[nodiscard]] std::vector<model::LeverSpec> rules_in_force(const ReaderContext& context, Month month);

/// The part of a study that says which tables make its world. Needed before a ReaderContext can be made.
struct ReferenceChoice {
  std::filesystem::path tables;  ///< folder; empty for the library's
  int base_year = 2019;
  int price_year = 2019;
  std::uint32_t grades = 0x7;  ///< bit per Grade A, B, C
};

/// Reads `reference` of the first file and what it stands on, and passes over anything that is wrong: read_study tells.
[[nodiscard]] ReferenceChoice read_reference_choice(const std::vector<std::filesystem::path>& files,
                                                    const std::filesystem::path& library,
                                                    const std::vector<std::string>& overrides = {},
                                                    const std::optional<std::string>& standard_input = {});

}  // namespace sojourn::io
