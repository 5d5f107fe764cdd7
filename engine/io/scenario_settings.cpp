#include "io/scenario_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

#include "io/scenario_later.hpp"

namespace sojourn::io::scenario {
namespace {

constexpr std::array<std::string_view, 7> study_tables{"time",        "population", "run",   "reference",
                                                       "uncertainty", "output",     "groups"};
constexpr std::array<std::string_view, 3> gradings{"A", "B", "C"};
constexpr std::array<std::string_view, 7> output_tables{"monthly_origin", "monthly_corridor", "annual_corridor",
                                                        "annual_sector",  "annual_skill",     "annual_returns",
                                                        "costs"};
constexpr int most_months = 1200;

const Node& part_of(const Node& tree, std::string_view table, Findings& findings) {
  static const Node empty;
  const Entry* entry = find(tree, table);
  if (entry == nullptr) return empty;
  if (entry->value.type == NodeType::table) return entry->value;
  findings.error(entry->value.spot, "wrong-type", fmt::format("{} = {}", table, entry->value.raw), "must be a table",
                 fmt::format("write [{}], and its keys below", table));
  return empty;
}

Spot spot_of(const Node& table, std::string_view key) {
  const Entry* entry = find(table, key);
  return entry == nullptr ? table.spot : entry->value.spot;
}

void read_time(const Node& tree, Findings& findings, StudyPart& part) {
  const Node& table = part_of(tree, "time", findings);
  TableReader reader{table, "time", "time", findings, part.settings};
  study::Study& study = part.study;
  study.start = reader.month("start", study.start);
  study.end = reader.month("end", study.end);
  study.burn_in_months = static_cast<int>(reader.integer("burn_in_months", {0, 240}, study.burn_in_months));
  reader.finish();
  if (study.end < study.start) {
    const Entry* start = find(table, "start");
    findings.error(spot_of(table, "end"), "end-before-start",
                   fmt::format("end = \"{}\" is before start = \"{}\"{}", to_string(study.end), to_string(study.start),
                               start == nullptr ? "" : fmt::format(" (line {})", start->value.spot.where.line)),
                   "no month is left", "end is the last month that is run");
    study.end = study.start;
  } else if (study.months() > most_months) {
    findings.error(
        spot_of(table, "end"), "too-long",
        fmt::format("{} months from {} to {}", grouped(study.months()), to_string(study.start), to_string(study.end)),
        "at most 1,200", "end is the last month that is run");
    study.end = study.start + (most_months - 1);
  }
}

void read_population(const Node& tree, Findings& findings, StudyPart& part) {
  TableReader reader{part_of(tree, "population", findings), "population", "population", findings, part.settings};
  part.study.scale = static_cast<int>(
      reader.integer("scale", {1, 100'000, "scale is the persons that one simulated person stands for: 1 to 100,000"},
                     part.study.scale));
  part.study.origins = part.vocabulary.places(reader, "origins", Side::origins, "colombo_process");
  part.study.destinations = part.vocabulary.places(reader, "destinations", Side::destinations, "all");
  reader.finish();
}

void read_run(const Node& tree, Findings& findings, StudyPart& part) {
  TableReader reader{part_of(tree, "run", findings), "run", "run", findings, part.settings};
  constexpr auto largest_seed = static_cast<double>(std::numeric_limits<std::int64_t>::max());
  part.study.seed = static_cast<std::uint64_t>(reader.integer(
      "seed", {0, largest_seed, "seed is 0 to 9,223,372,036,854,775,807"}, static_cast<std::int64_t>(part.study.seed)));
  part.study.replicates =
      static_cast<int>(reader.integer("replicates", {1, 10'000, "32 pairs are usual"}, part.study.replicates));
  reader.finish();
}

void read_uncertainty(const Node& tree, Findings& findings, StudyPart& part) {
  const Node& table = part_of(tree, "uncertainty", findings);
  TableReader reader{table, "uncertainty", "uncertainty", findings, part.settings};
  const std::string parameters = reader.text("parameters", most_title_characters, "central");
  if (parameters != "central") {
    const bool later = parameters == "prior" || parameters == "calibrated";
    findings.error(spot_of(table, "parameters"), later ? "not-in-this-version" : "no-such-choice",
                   fmt::format("parameters = \"{}\"", parameters),
                   later ? "does not exist in this version" : "no such choice",
                   "write \"central\", or delete the line: parameters stand at their central values");
  }
  part.study.interval_percent = reader.number("interval_percent", {50, 99.9}, part.study.interval_percent);
  reader.finish();
}

void refuse_later_tables(const Node& table, Findings& findings) {
  const Entry* entry = find(table, "tables");
  if (entry == nullptr) return;
  for (const Node& item : entry->value.items) {
    if (!is_later_table(item.text)) continue;
    findings.error(item.spot, "not-in-this-version", fmt::format("tables = [{}]", item.raw),
                   "this table does not exist in this version",
                   fmt::format("the tables of this version: {}", listed({output_tables.begin(), output_tables.end()})));
  }
}

/// The table without what refuse_later_tables has refused, so that it is told once.
Node without_later_tables(const Node& table) {
  Node kept = table;
  if (Entry* entry = find(kept, "tables")) {
    const std::size_t before = entry->value.items.size();
    std::erase_if(entry->value.items, [](const Node& item) { return is_later_table(item.text); });
    if (before > 0 && entry->value.items.empty()) erase(kept, "tables");
  }
  return kept;
}

void read_output(const Node& tree, const ReaderContext& context, Findings& findings, StudyPart& part) {
  const Node& written = part_of(tree, "output", findings);
  refuse_later_tables(written, findings);
  const Node table = without_later_tables(written);
  TableReader reader{table, "output", "output", findings, part.settings};
  reader.take("tables");
  part.study.output_tables =
      reader.choices("tables", output_tables, {output_tables.begin(), output_tables.end()}, "output table");
  std::vector<std::string_view> indicators{"all"};
  indicators.insert(indicators.end(), context.indicators.begin(), context.indicators.end());
  part.study.output_indicators = reader.choices("indicators", indicators, {"all"}, "indicator");
  part.study.compression_level =
      static_cast<int>(reader.integer("compression_level", {0, 9}, part.study.compression_level));
  reader.finish();
}

std::filesystem::path tables_folder(const std::string& written, const Spot& spot, FileSet& files, Findings& findings) {
  if (written == "library:reference") return {};
  if (written.starts_with("library:")) {
    findings.error(spot, "no-such-folder", fmt::format("tables = \"{}\"", written), "the library has no such tables",
                   "did you mean \"library:reference\"?");
    return {};
  }
  std::error_code ignored;
  const bool from_file = spot.file != nullptr && !spot.file->path.empty();
  const std::optional<std::filesystem::path> folder =
      from_file ? files.path_from(*spot.file, written, spot, "tables") : std::filesystem::path{written};
  if (!folder) return {};
  if (std::filesystem::is_directory(*folder, ignored)) return *folder;
  findings.error(spot, "no-such-folder", fmt::format("tables = \"{}\"", written), "no such folder",
                 "paths are relative to the file that names them; the shipped tables are library:reference");
  return {};
}

/// `2010, 2012 to 2024`.
std::string spans_of(const std::vector<int>& years) {
  std::vector<std::string> spans;
  for (std::size_t i = 0; i < years.size();) {
    std::size_t last = i;
    while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
    spans.push_back(last == i ? std::to_string(years[i]) : fmt::format("{} to {}", years[i], years[last]));
    i = last + 1;
  }
  return fmt::format("{}", fmt::join(spans, ", "));
}

void check_price_year(const Node& table, int year, Findings& findings) {
  if (year >= first_price_year && year <= last_price_year) return;
  findings.error(
      spot_of(table, "price_year"), "no-such-year", fmt::format("price_year = {}", year),
      fmt::format("dollars of {} to {} stand as they are, and no table holds a price index for other years",
                  first_price_year, last_price_year),
      fmt::format("write a year from {} to {}; without the line it is 2019", first_price_year, last_price_year));
}

std::string_view or_empty(const std::string& text) { return text; }

}  // namespace

bool is_of_the_study(std::string_view table) { return std::ranges::find(study_tables, table) != study_tables.end(); }

ReferenceChoice read_reference(const Node& tree, FileSet& files, Findings& findings, std::vector<Setting>& settings) {
  const Node& table = part_of(tree, "reference", findings);
  TableReader reader{table, "reference", "reference", findings, settings};
  ReferenceChoice choice;
  const std::string tables = reader.text("tables", 4096, "library:reference");
  choice.tables = tables_folder(tables, spot_of(table, "tables"), files, findings);
  choice.base_year = static_cast<int>(reader.integer("base_year", {1990, 2100}, choice.base_year));
  choice.price_year = static_cast<int>(reader.integer("price_year", {1990, 2100}, choice.price_year));
  choice.grades = 0;
  for (const std::string& grade : reader.choices("grades", gradings, {"A", "B", "C"}, "grade")) {
    choice.grades |= 1U << static_cast<unsigned>(std::ranges::find(gradings, or_empty(grade)) - gradings.begin());
  }
  reader.finish();
  return choice;
}

StudyPart read_study_part(const Node& tree, const ReaderContext& context, FileSet& files, Findings& findings) {
  StudyPart part{{}, Vocabulary{context}, {}};
  part.vocabulary.add_groups(part_of(tree, "groups", findings), findings, part.settings);
  read_time(tree, findings, part);
  read_population(tree, findings, part);
  read_run(tree, findings, part);
  const ReferenceChoice reference = read_reference(tree, files, findings, part.settings);
  check_price_year(part_of(tree, "reference", findings), reference.price_year, findings);
  part.study.reference_tables = reference.tables.string();
  part.study.base_year = reference.base_year;
  part.study.price_year = reference.price_year;
  part.study.grades = reference.grades;
  read_uncertainty(tree, findings, part);
  read_output(tree, context, findings, part);
  return part;
}

void check_base_year(const ScenarioFile& named, const Node& tree, int year, const ReaderContext& context,
                     Findings& findings) {
  if (!context.base_years || std::ranges::binary_search(*context.base_years, year)) return;
  Spot spot = spot_of(part_of(tree, "reference", findings), "base_year");
  const bool inherited_by_default = spot.file == nullptr || spot.file->shown.starts_with("library:");
  if (inherited_by_default) spot = {&named.source, {0, 0, 1}};
  findings.error(spot, "no-such-year", fmt::format("base_year = {}", year),
                 "deployments.csv counts no whole year of deployments then, in the grades of this study",
                 context.base_years->empty()
                     ? "it counts none in any year: allow more grades, or add rows"
                     : fmt::format("write a year that it counts: {}", spans_of(*context.base_years)));
}

Heading read_heading(const ScenarioFile& file, Findings& findings) {
  std::vector<Setting> unused;
  TableReader reader{*file.tree, "", "", findings, unused};
  reader.integer("format", {1, 1, "this program reads format 1"}, 1);
  Heading heading;
  heading.title = reader.text("title", most_title_characters, file.name);
  heading.question = reader.text("question", most_question_characters, "");
  heading.author = reader.text("author", most_title_characters, "");
  heading.contact = reader.text("contact", most_title_characters, "");
  heading.compare_with = reader.text("compare_with", 4096, "extends");
  heading.compare_spot = spot_of(*file.tree, "compare_with");
  for (const std::string_view key : {"extends", "include", "variant", "lever", "shock", "environment", "parameters"})
    reader.take(key);
  for (const std::string_view key : study_tables) reader.take(key);
  reader.finish();
  return heading;
}

}  // namespace sojourn::io::scenario
