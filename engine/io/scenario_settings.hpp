#pragma once
// What belongs to the study: time, population, run, reference, uncertainty, output, groups.
#include <string>
#include <string_view>
#include <vector>

#include "io/scenario_files.hpp"
#include "io/scenario_filters.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_table.hpp"

namespace sojourn::io::scenario {

/// The study as one named file has it: its own values, else inherited, else by default.
struct StudyPart {
  study::Study study;  ///< without scenarios and inputs
  Vocabulary vocabulary;
  std::vector<Setting> settings;
};

/// Reads the study's tables of `tree`. `files` resolves the path of reference.tables.
[[nodiscard]] StudyPart read_study_part(const Node& tree, const ReaderContext& context, FileSet& files,
                                        Findings& findings);

/// Reports a base year that the tables of the study cannot serve, where `named` or what it stands on says it. Flows
/// stand for their own year alone: without any the world would be one that nobody counted.
void check_base_year(const ScenarioFile& named, const Node& tree, int year, const ReaderContext& context,
                     Findings& findings);

/// The table `reference` of `tree`.
[[nodiscard]] ReferenceChoice read_reference(const Node& tree, FileSet& files, Findings& findings,
                                             std::vector<Setting>& settings);

/// What a file says of itself alone.
struct Heading {
  std::string title, question, author, contact, compare_with;
  Spot compare_spot;
};

/// Reads the top of a file as written, and reports unknown keys there.
[[nodiscard]] Heading read_heading(const ScenarioFile& file, Findings& findings);

/// True for tables that no variant may change.
[[nodiscard]] bool is_of_the_study(std::string_view table);

inline constexpr std::size_t most_title_characters = 200;
inline constexpr std::size_t most_question_characters = 1000;

}  // namespace sojourn::io::scenario
