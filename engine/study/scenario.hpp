#pragma once
// What the user asked for, read and checked: the effective study, free of files and defaults.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"
#include "model/shocks.hpp"

namespace sojourn::study {

/// Growth of demand or home wages in one cell group, percent a year; a list's later entries win where they overlap.
struct Growth {
  std::vector<bool> places;      ///< by DestinationId (demand) or OriginId (home wages)
  std::uint32_t sectors = 0xff;  ///< bit per Sector (demand only)
  double percent_per_year = 0;
};

/// One scenario: what may differ between the scenarios of a study.
struct Scenario {
  std::string name;
  std::string title, question;
  std::vector<model::LeverSpec> levers;
  std::vector<model::ShockSpec> shocks;
  std::vector<Growth> demand_growth;
  std::vector<Growth> home_wage_growth;
  std::map<std::string, double> parameters;  ///< fixed by the scenario: parameter name to value
  std::string source_text;     ///< the files as written, parents first, each under a `# file` line
  std::string effective_toml;  ///< every value that holds, defaults included
  std::string compared_with;   ///< name of the scenario that its effect is against; empty for the baseline
};

/// A file that went into the study.
struct InputFile {
  std::string path;    ///< relative to the study folder, or `library:NAME`
  std::string sha256;
};

/// All that belongs to the study and to no single scenario (INTERFACE 2).
struct Study {
  std::string name;      ///< stem of the first file: the default result name
  std::string title, question, author, contact;
  Month start{2026, 1};
  Month end{2035, 12};   ///< inclusive
  int burn_in_months = 24;
  int scale = 100;       ///< persons that one simulated person stands for
  std::vector<bool> origins;        ///< simulated, by OriginId; those left out stay as one remainder
  std::vector<bool> destinations;   ///< by DestinationId
  std::uint64_t seed = 1;
  int replicates = 32;
  std::string reference_tables;     ///< folder; empty for the library's
  int base_year = 2019, price_year = 2019;
  std::uint32_t grades = 0x7;       ///< bit per Grade A, B, C
  double interval_percent = 90;
  std::vector<std::string> output_tables;
  std::vector<std::string> output_indicators;
  int compression_level = 1;
  std::vector<Scenario> scenarios;  ///< baseline first, then files as named, each before its variants
  std::vector<InputFile> inputs;

  [[nodiscard]] int months() const { return end - start + 1; }
};

/// The model's parameters with what a scenario fixes of them.
[[nodiscard]] model::Parameters parameters_of(const Scenario& scenario);

}  // namespace sojourn::study
