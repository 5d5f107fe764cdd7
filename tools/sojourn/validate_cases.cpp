#include "validate_cases.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "arguments.hpp"
#include "core/diagnostic.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "io/case_table.hpp"
#include "io/did_you_mean.hpp"
#include "library_folder.hpp"
#include "progress.hpp"
#include "study/cases.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json as_json(const study::CaseFigure& figure) {
  const io::CaseRow& row = figure.row;
  Json json{{"figure", row.figure}, {"unit", row.unit}};
  json["low"] = number_or_null(row.low);
  json["high"] = number_or_null(row.high);
  json["simulated"] = number_or_null(figure.simulated.mean);
  json["lower"] = number_or_null(figure.simulated.lower);
  json["upper"] = number_or_null(figure.simulated.upper);
  json["grade"] = grade_names[index(row.grade)];
  json["bound"] = figure.bound;
  json["hit"] = figure.bound ? Json(figure.hit) : Json(nullptr);
  json["rows"] = row.rows;
  json["source"] = row.source;
  json["note"] = figure.note;
  json["reason"] = row.reason;
  return json;
}

std::string as_json(const std::vector<study::CaseReport>& reports) {
  const auto hits = std::ranges::count_if(reports, &study::CaseReport::hit);
  Json json{{"event", "done"}, {"cases", Json::array()}, {"hits", hits}, {"of", reports.size()}};
  for (const study::CaseReport& report : reports) {
    Json one{{"case", report.name}, {"title", report.title}, {"hit", report.hit()}, {"scale", report.scale}, {"replicates", report.replicates}};
    one["interval_percent"] = report.interval_percent;
    one["figures"] = Json::array();
    for (const study::CaseFigure& figure : report.figures) one["figures"].push_back(as_json(figure));
    json["cases"].push_back(std::move(one));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// In the order of the table.
std::vector<std::string> names_of(const std::vector<io::CaseRow>& rows) {
  std::vector<std::string> names;
  for (const io::CaseRow& row : rows) {
    if (std::ranges::find(names, row.case_name) == names.end()) names.push_back(row.case_name);
  }
  return names;
}

std::vector<std::string> chosen(const std::vector<std::string>& all, const std::vector<std::string>& asked) {
  std::vector<Diagnostic> findings;
  for (const std::string& name : asked) {
    if (std::ranges::find(all, name) != all.end()) continue;
    findings.push_back({Severity::error, "sojourn validate", {}, name, "no such case",
                        io::did_you_mean(nearest_name(name, all), "sojourn validate --list lists them"), "", "unknown-case"});
  }
  if (!findings.empty()) throw InputError{std::move(findings)};
  return asked.empty() ? all : asked;
}

std::vector<io::CaseRow> rows_of(const std::vector<io::CaseRow>& rows, const std::string& name) {
  std::vector<io::CaseRow> own;
  std::ranges::copy_if(rows, std::back_inserter(own), [&](const io::CaseRow& row) { return row.case_name == name; });
  return own;
}

std::string range_text(const io::CaseRow& row) {
  if (!row.bound) return "shown";
  if (std::isinf(row.low)) return fmt::format("at most {:g}", row.high);
  return std::isinf(row.high) ? fmt::format("at least {:g}", row.low) : fmt::format("{:g} to {:g}", row.low, row.high);
}

std::string listed(const std::vector<io::CaseRow>& rows, const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += name + "\n";
    for (const io::CaseRow& row : rows_of(rows, name)) {
      text += fmt::format("  {:45} {:12} {:>15}  {}  {}\n", row.figure, row.unit, range_text(row), grade_names[index(row.grade)], row.source);
    }
  }
  return text;
}

/// The call that reads one case's scenario.
Arguments call_for(const fs::path& file, const Arguments& arguments) {
  Arguments call;
  call.operands = {file.string()};
  for (const std::string& setting : arguments.values("set")) call.add("set", setting);
  return call;
}

study::CaseReport run_one(const fs::path& file, std::span<const io::CaseRow> rows, const Arguments& arguments, Terminal& terminal) {
  const auto began = std::chrono::steady_clock::now();
  const LoadedStudy loaded = load_study(call_for(file, arguments));
  print_findings(terminal, loaded.remarks);
  const model::FittedConstants fitted = load_fitted_constants(loaded.world);
  ProgressDisplay display{terminal, "months"};
  study::CaseOptions options;
  options.threads = threads_asked(arguments, "validate");
  options.on_progress = [&](int done_months, int of) {
    display(study::Progress{.percent = 100.0 * done_months / of, .replicate = done_months, .of = of, .month = {}});
  };
  study::CaseReport report = study::run_case(loaded.study, loaded.world.base, fitted, rows, options);
  display.finish();
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return report;
}

}  // namespace

int validate_cases(const Arguments& arguments, Terminal& terminal) {
  const fs::path library = library_folder();
  const fs::path folder = library / "validation";
  const std::vector<io::CaseRow> rows = io::read_cases(folder, library / "reference" / "evidence", load_world(Arguments{}).base);
  const std::vector<std::string> names = chosen(names_of(rows), arguments.operands);
  if (arguments.has("list")) {
    terminal.answer(listed(rows, names));
    return done;
  }
  std::vector<study::CaseReport> reports;
  for (const std::string& name : names) {
    reports.push_back(run_one(folder / (name + ".toml"), rows_of(rows, name), arguments, terminal));
    if (!terminal.json()) terminal.answer(study::to_text(reports.back()));
  }
  terminal.answer(terminal.json() ? as_json(reports) : study::summary_text(reports));
  return std::ranges::all_of(reports, &study::CaseReport::hit) ? done : answer_is_no;
}

}  // namespace sojourn::cli
