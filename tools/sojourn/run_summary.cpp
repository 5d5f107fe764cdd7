#include "run_summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "effect_table.hpp"
#include "gap_table.hpp"
#include "io/result_provenance.hpp"
#include "number_text.hpp"
#include "study_text.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::uint64_t size_of(const fs::path& file) {
  std::error_code unknown;
  const auto bytes = fs::file_size(file, unknown);
  return unknown ? 0 : bytes;
}

/// ISO code of the origin of that name, else the label as it is.
std::string origin_code(const std::string& label, const model::BaseYear& base) {
  for (const model::Origin& origin : base.origins) {
    if (origin.name == label) return origin.code;
  }
  return label;
}

/// A number for JSON, which has no NaN.
Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json as_json(const study::EffectRow& row, const study::Headline& headline, const model::BaseYear& base) {
  static constexpr std::array sexes{"women", "men", "both"};
  Json json{{"scenario", headline.scenario},
            {"baseline", headline.baseline},
            {"indicator", row.indicator},
            {"origin", origin_code(headline.origins_label, base)},
            {"sex", sexes.at(static_cast<std::size_t>(row.sex))}};
  // An effect without its interval is not shown (one replicate): null says so.
  json["mean"] = row.has_interval ? number(row.effect) : Json(nullptr);
  json["lower"] = row.has_interval ? number(row.lower) : Json(nullptr);
  json["upper"] = row.has_interval ? number(row.upper) : Json(nullptr);
  json["baseline_value"] = number(row.baseline_value);
  json["same_sign"] = row.same_sign;
  json["pairs"] = row.pairs;
  json["unit"] = row.unit;
  return json;
}

Json as_json(const study::Summary& value) {
  return Json{{"mean", number(value.mean)}, {"lower", number(value.lower)}, {"upper", number(value.upper)}};
}

Json as_json(const study::GapRow& row, const study::GapTable& table, const model::BaseYear& base) {
  return Json{{"scenario", table.scenario},
              {"indicator", row.indicator},
              {"origin", origin_code(table.origins_label, base)},
              {"women", as_json(row.women)},
              {"men", as_json(row.men)},
              {"gap", as_json(row.gap)},
              {"gap_is", row.is_share ? "women_percent" : "women_minus_men"},
              {"unit", row.unit}};
}

std::string as_json(const FinishedRun& run) {
  Json json{{"event", "done"},
            {"file", run.file.string()},
            {"digest", run.outcome.digest},
            {"seconds", std::round(run.seconds * 10) / 10},
            {"status", "complete"},
            {"interval_percent", run.loaded.study.interval_percent},
            {"notes", run.outcome.notes},
            {"effects", Json::array()}};
  for (const study::Headline& headline : run.outcome.headlines) {
    for (const study::EffectRow& row : headline.rows)
      json["effects"].push_back(as_json(row, headline, run.loaded.world.base));
  }
  if (run.gaps) {
    json["gaps"] = Json::array();
    for (const study::GapTable& table : run.outcome.gaps) {
      for (const study::GapRow& row : table.rows) json["gaps"].push_back(as_json(row, table, run.loaded.world.base));
    }
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string gaps_text(const FinishedRun& run, const Terminal& terminal) {
  std::string text;
  for (const study::GapTable& table : run.outcome.gaps) {
    text += terminal.strong(gap_title(table, run.loaded.study.interval_percent)) + "\n";
    text += gap_rows(table, terminal.width());
  }
  return text;
}

std::string effects_text(const FinishedRun& run, const Terminal& terminal) {
  std::string text;
  for (const study::Headline& headline : run.outcome.headlines) {
    if (is_small(headline)) {
      text += fmt::format("  {}: every lead indicator within 3 % of {}\n", headline.scenario, headline.baseline);
    } else {
      text += terminal.strong(effect_title(headline, run.loaded.study.interval_percent)) + "\n";
      text += effect_rows(headline, terminal.width());
    }
  }
  if (run.outcome.headlines.empty()) text += "  one scenario, nothing to compare it with: levels are in the file\n";
  return text;
}

/// Indicators that /effects holds and no headline shows.
std::size_t more_indicators(const study::Outcome& outcome) {
  std::set<std::string> names;
  for (const io::Group& group : outcome.file.groups) {
    if (!group.path.starts_with("/effects")) continue;
    for (const io::Variable& variable : group.variables) names.insert(variable.name);
  }
  const std::set<std::string> all = names;
  for (const std::string& name : all) {
    for (const char* companion :
         {"_same_sign_percent", "_pairing_gain", "_parameter_share", "_both", "_gap", "_women_percent"})
      names.erase(name + companion);
  }
  for (const study::Headline& headline : outcome.headlines) {
    for (const study::EffectRow& row : headline.rows) names.erase(row.indicator);
  }
  return names.size();
}

/// What else the file holds, and the share of replicates that sharing luck has saved.
std::string closing_line(const FinishedRun& run) {
  std::string text;
  if (const std::size_t more = more_indicators(run.outcome); more > 0) {
    text = fmt::format("  {}: /effects in {}", counted(more, "more indicator"), run.file.filename().string());
  }
  const int tenths = std::min(9, static_cast<int>(std::floor(run.outcome.variance_share_saved * 10)));
  if (tenths >= 1)
    text += fmt::format("{}pairing saved about {} in 10 replicates", text.empty() ? "  " : "        ", tenths);
  return text.empty() ? "" : text + "\n";
}

double available_memory_bytes() {
  std::ifstream table{"/proc/meminfo"};
  for (std::string key; table >> key;) {
    double kib = 0;
    if (key == "MemAvailable:" && table >> kib) return kib * 1024;
    table.ignore(256, '\n');
  }
  return 0;
}

}  // namespace

std::string summary(const FinishedRun& run, const Terminal& terminal) {
  if (terminal.json()) return as_json(run);
  std::string text = effects_text(run, terminal) + (run.gaps ? gaps_text(run, terminal) : "") + closing_line(run);
  for (const std::string& note : run.outcome.notes) text += fmt::format("  note: {}\n", note);
  return text + fmt::format("wrote  {} ({})     digest {}     {}\n", run.file.string(),
                            file_size_text(size_of(run.file)), run.outcome.digest, duration_text(run.seconds));
}

std::string preflight_line(const fs::path& output) {
  const io::HostFacts host = io::this_host();
  std::error_code unknown;
  const fs::space_info disk = fs::space(output.has_parent_path() ? output.parent_path() : fs::path{"."}, unknown);
  const std::string free_disk = unknown ? "" : fmt::format(", {} free on disk", file_size_text(disk.available));
  return fmt::format("  pre-flight  {}, {} of {} memory free{}\n",
                     counted(static_cast<std::size_t>(host.cores), "processor"),
                     memory_text(static_cast<std::uint64_t>(available_memory_bytes())),
                     memory_text(static_cast<std::uint64_t>(host.memory_bytes)), free_disk);
}

}  // namespace sojourn::cli
