#include "io/reference_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "io/did_you_mean.hpp"
#include "io/reference_evidence.hpp"
#include "io/reference_files.hpp"
#include "io/reference_levels.hpp"
#include "io/reference_schema.hpp"

namespace sojourn::io {
namespace {

struct Found {
  TableFile file;
  std::string bytes;
};

std::optional<Found> find_table(const ReferenceFolders& folders, const std::string& name) {
  if (!folders.user.empty()) {
    if (auto bytes = bytes_of(folders.user / name)) {
      const std::string folder = folders.user_as_named.empty() ? folders.user.string() : folders.user_as_named;
      const std::string path = (std::filesystem::path{folder} / name).string();
      return Found{{name, path, true, sha256_hex(*bytes)}, std::move(*bytes)};
    }
  }
  if (auto bytes = bytes_of(folders.library / name)) {
    return Found{{name, "library:reference/" + name, false, sha256_hex(*bytes)}, std::move(*bytes)};
  }
  return std::nullopt;
}

Diagnostic missing(const ReferenceFolders& folders, const std::string& name) {
  Diagnostic finding;
  finding.file = "library:reference/" + name;
  finding.what = "cannot be read";
  finding.why = fmt::format("neither {} nor the user's folder holds it", folders.library.string());
  finding.hint = "reinstall the reference tables";
  finding.code = "table-missing";
  return finding;
}

/// A file of the user's folder that no table is named like would be passed over in silence.
void report_strangers(const ReferenceFolders& folders, std::vector<Diagnostic>& findings) {
  if (folders.user.empty()) return;
  const std::string folder = folders.user_as_named.empty() ? folders.user.string() : folders.user_as_named;
  std::error_code error;
  if (!std::filesystem::is_directory(folders.user, error)) {
    findings.push_back({Severity::error,
                        folder,
                        {},
                        "is not a folder that can be read",
                        "",
                        "name a folder with tables such as wages.csv",
                        "",
                        "table-missing"});
    return;
  }
  const auto names = reference_table_names();
  for (const auto& entry : std::filesystem::directory_iterator{folders.user, error}) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".csv" || std::find(names.begin(), names.end(), name) != names.end()) continue;
    findings.push_back(unknown_table((std::filesystem::path{folder} / name).string(), names));
  }
}

}  // namespace

std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
  std::ifstream in{path, std::ios::binary};
  if (!in) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

Diagnostic unknown_table(const std::string& shown, const std::vector<std::string>& names) {
  const std::string near = nearest_name(std::filesystem::path{shown}.filename().string(), names);
  return {Severity::error, shown, {}, "is no reference table", "", did_you_mean(near, "move it elsewhere"), "",
          "table-unknown"};
}

void order_by_line(std::vector<Diagnostic>& findings, std::ptrdiff_t begin) {
  std::stable_sort(findings.begin() + begin, findings.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.where.line < b.where.line; });
}

void table_defect(const CsvTable& table, std::string what, std::string why, std::string hint, std::string code,
                  Reading& reading) {
  reading.findings.push_back(
      {Severity::error, table.file, {}, std::move(what), std::move(why), std::move(hint), "", std::move(code)});
}

const std::vector<TableSchema>& table_schemas() {
  static const std::vector<TableSchema> schemas{{"origins.csv", read_origins},
                                                {"destinations.csv", read_destinations},
                                                {"regions.csv", read_regions},
                                                {"registers.csv", read_registers},
                                                {"corridor_rules.csv", read_corridor_rules},
                                                {"register_measures.csv", read_register_measures},
                                                {"stock_kinds.csv", read_stock_kinds},
                                                {"sector_map.csv", read_sector_map},
                                                {"component_map.csv", read_component_map},
                                                {"sector_priors.csv", read_sector_priors},
                                                {"women_shares.csv", read_women_shares},
                                                {"deployments.csv", read_deployments},
                                                {"stocks.csv", read_stocks},
                                                {"wages.csv", read_wages},
                                                {"cost_components.csv", read_cost_components},
                                                {"recruitment_costs.csv", read_recruitment_costs},
                                                {"remittances.csv", read_remittances},
                                                {"rules_in_force.csv", read_rules_in_force}};
  return schemas;
}

std::vector<std::string> reference_table_names() {
  std::vector<std::string> names;
  for (const TableSchema& schema : table_schemas()) names.emplace_back(schema.name);
  return names;
}

ReferenceTables read_reference_tables(const ReferenceFolders& folders) {
  Reading reading;
  std::string all;
  report_strangers(folders, reading.findings);
  for (const TableSchema& schema : table_schemas()) {
    const auto found = find_table(folders, schema.name);
    if (!found) {
      reading.findings.push_back(missing(folders, schema.name));
      continue;
    }
    const auto before = static_cast<std::ptrdiff_t>(reading.findings.size());
    const CsvTable table = parse_csv(found->file.path, found->bytes, reading.findings);
    if (!table.header.empty()) schema.read(table, reading);
    order_by_line(reading.findings, before);
    all += found->file.name + " " + found->file.sha256 + "\n";
    reading.tables.files.push_back(found->file);
  }
  check_evidence(folders.library / "evidence", reading.codes, reading.findings);
  reading.tables.levels = read_levels(folders.library / "evidence", reading.codes, reading.findings);
  if (!reading.findings.empty()) throw InputError{std::move(reading.findings)};
  reading.tables.sha256 = sha256_hex(all);
  return std::move(reading.tables);
}

}  // namespace sojourn::io
