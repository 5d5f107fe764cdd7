#pragma once
// Scenario files in: TOML text to a checked study, or every mistake of every file at once (docs/formats/scenario.md).
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
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
  std::map<std::string, double> local_per_usd;  ///< currency to units a dollar, in the price year
  std::vector<std::string> indicators;          ///< names and groups that `output.indicators` may hold besides "all"
  std::filesystem::path library;                ///< folder of the shipped scenarios
  std::vector<std::string> overrides;           ///< of `--set`, each `key=value`
  bool alone = false;                           ///< of `--alone`: nothing to compare with
  std::string baseline;  ///< of `--baseline NAME`: a scenario of the study; empty: as the files say
};

/// Reads `files` and what they extend as one study.
///
/// \param remarks if given, gets warnings and notes: a lever never in force, amounts converted from local money.
/// \throws InputError with every mistake of all files, ordered by file and position.
[[nodiscard]] study::Study read_study(const std::vector<std::filesystem::path>& files, const ReaderContext& context,
                                      std::vector<Diagnostic>* remarks = nullptr);

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
                                                    const std::vector<std::string>& overrides = {});

}  // namespace sojourn::io
